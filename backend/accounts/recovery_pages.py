"""*Pemulihan*: asking for a signatory's new way in, confirming it as the second person, stopping it oneself."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from backend.pages.acting import OfficialRequest, acting

from .care import person_or_404, shown
from .invitations import offices_of
from .models import Recovery
from .recovering import ask, confirm, confirmers_of, refuse, standing, takes_two


class AskForm(forms.Form):
    reason = forms.CharField(label=gettext_lazy("Mengapa"), max_length=300, help_text=gettext_lazy("Misalnya: HP hilang."))


@require_POST
@acting
def ask_recovery(request: OfficialRequest, pk: int) -> HttpResponse:
    person, form = person_or_404(request, pk), AskForm(request.POST)
    if not takes_two(person):
        return redirect("invite", pk)
    if not form.is_valid():
        return shown(request, person, asking=form, status=422)
    ask(person, request.acting.mandate.person, form.cleaned_data["reason"])
    messages.success(request, _("Permintaan tercatat; %(name)s diberi tahu di semua salurannya.") % {"name": person.full_name})
    return redirect("invite", pk)


@require_http_methods(["GET", "POST"])
@acting
def recovery(request: OfficialRequest, pk: int) -> HttpResponse:
    """For whoever may be the second pair of eyes; for everybody else it does not exist."""
    found = get_object_or_404(Recovery.objects.select_related("person", "asked_by", "confirmed_by"), pk=pk)
    me = request.acting.mandate.person
    if not confirmers_of(found.person, found.asked_by).filter(pk=me.pk).exists():
        raise Http404
    if request.method == "POST":
        act = confirm if request.POST.get("do") == "setuju" else refuse
        if act(found, me):
            messages.success(request, _("Tercatat."))
        else:
            messages.info(request, _("Permintaan ini sudah berakhir; tidak ada yang berubah."))
        return redirect("recovery", pk)
    stands = Recovery.objects.standing().filter(pk=pk).exists()
    context = {"section": "account", "recovery": found, "stands": stands, "offices": offices_of(found.person)}
    return render(request, "accounts/recovery.html", context)


@require_POST
@login_required
def stop_recovery(request: HttpRequest) -> HttpResponse:
    """By the person himself: he did not ask for it."""
    if (found := standing(request.user)) and refuse(found, request.user):  # type: ignore[arg-type]  # login_required
        messages.success(request, _("Permintaan dibatalkan. Cara masuk Anda tidak berubah."))
    return redirect("account")
