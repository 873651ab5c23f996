"""Kunci API: what my programs log in with. A new key is shown once, in the answer to the request that made it."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from .keys import make_key
from .models import Key, Scope

SHOWN = 50
"""The newest keys; older ones are long over."""
LASTING = [(30, gettext_lazy("30 hari")), (90, gettext_lazy("90 hari")), (365, gettext_lazy("1 tahun"))]


class KeyForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Nama kunci"),
        max_length=60,
        help_text=gettext_lazy("Untuk apa, misalnya “Dasbor provinsi”."),
    )
    scope = forms.ChoiceField(
        label=gettext_lazy("Boleh apa"), choices=Scope.choices, widget=forms.RadioSelect, initial=Scope.READ
    )
    days = forms.TypedChoiceField(label=gettext_lazy("Berlaku"), choices=LASTING, coerce=int, initial=90)


@login_required
@never_cache
def keys(request: HttpRequest) -> HttpResponse:
    """My keys, and a form for another; a POST makes it."""
    person: Any = request.user
    form, made = KeyForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made = make_key(person, given["name"], Scope(given["scope"]), timedelta(days=given["days"]))
        form = KeyForm()
    mine = person.keys.order_by("-made_at")[:SHOWN]
    context = {"section": "account", "form": form, "made": made, "keys": mine}
    return render(request, "accounts/keys.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def withdraw_key(request: HttpRequest, pk: int) -> HttpResponse:
    key = get_object_or_404(Key, pk=pk, person=request.user)
    Key.objects.filter(pk=key.pk).end()
    messages.success(request, _("Kunci “%(name)s” dicabut.") % {"name": key.name})
    return redirect("keys")
