"""*Pendelegasian*: that an office lets another sign for it (a.n., u.b.), written down from its paper, and ended."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from backend.access import givers_for
from backend.administration.ending import EndForm
from backend.administration.history import lines_of_all
from backend.administration.recording import Recorder
from backend.pages.acting import OfficialRequest, acting
from backend.pages.forms import Day
from workflows.organisation.models import Delegation, DocClass, Office, Role

from .room import SECTION


class DelegationForm(forms.ModelForm):
    """`giver` lets another office of its place, or right below it, sign."""

    doc_class = forms.ChoiceField(label=gettext_lazy("Jenis naskah"), required=False,
                                  choices=[("", gettext_lazy("semua naskah")), *DocClass.choices])  # fmt: skip
    paper = forms.CharField(label=gettext_lazy("Dasar: nomor dan hal suratnya"), max_length=200)
    paper_on = forms.DateField(label=gettext_lazy("Tanggal dasar"), widget=Day())
    since = forms.DateField(label=gettext_lazy("Berlaku sejak"), widget=Day())
    until = forms.DateField(label=gettext_lazy("Sampai dengan"), widget=Day(), required=False,
                            help_text=gettext_lazy("Kosong: sampai diakhiri."))  # fmt: skip

    class Meta:
        model = Delegation
        fields = ["receiver", "doc_class", "paper", "paper_on", "since", "until"]
        labels = {"receiver": gettext_lazy("Jabatan yang boleh menandatangani")}

    def __init__(self, data: Any, *, giver: Office, **given: Any):
        super().__init__(data, instance=Delegation(giver=giver), **given)
        near = Office.objects.active().filter(Q(region=giver.territory) | Q(region__parent=giver.territory)).exclude(pk=giver.pk)
        self.fields["receiver"].queryset = near.exclude(role__in=[Role.SYSTEM, Role.ADMINISTRATOR, Role.PARTNER]).order_by("label")  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
@acting
def delegations(request: OfficialRequest, pk: int) -> HttpResponse:
    """What an office has delegated, and the form for one more."""
    giver, today = get_object_or_404(givers_for(request.acting.scope), pk=pk), request.acting.today
    form = DelegationForm(request.POST or None, giver=giver, initial={"since": today, "paper_on": today})
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            Recorder(request.acting.mandate.person).make(form.instance)
        messages.success(request, _("Pendelegasian tercatat."))
        return redirect("delegations", pk)
    return shown(request, giver, form=form, status=422 if form.errors else 200)


def shown(request: OfficialRequest, giver: Office, status: int = 200, **more: Any) -> HttpResponse:
    given = giver.delegations_given.select_related("receiver").order_by("-since", "-pk")
    context = {"office": giver, "given": given, "today": request.acting.today, "history": lines_of_all(given)} | more
    return render(request, "substitutes/delegations.html", SECTION | context, status=status)


@require_POST
@acting
def end_delegation(request: OfficialRequest, pk: int) -> HttpResponse:
    """What was signed by it before stays as it is."""
    delegation = get_object_or_404(Delegation.objects.filter(giver__in=givers_for(request.acting.scope).values("pk")), pk=pk)
    form = EndForm(request.POST, fact=delegation)
    if not form.is_valid():
        fresh = DelegationForm(None, giver=delegation.giver)
        return shown(request, delegation.giver, 422, form=fresh, asked=pk, wrong=form)
    with transaction.atomic():
        Recorder(request.acting.mandate.person).change(delegation, **form.cleaned_data)
    messages.success(request, _("Pendelegasian diakhiri; yang sudah ditandatangani tidak berubah."))
    return redirect("delegations", delegation.giver_id)
