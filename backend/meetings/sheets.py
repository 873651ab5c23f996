"""The signed list of attendance, handed in by the organiser as photos or scans; the wrong one is taken away again."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from backend.acts import act_on
from backend.pages.acting import OfficialRequest, acting
from backend.uploads import keep
from workflows.core.errors import NotDone
from workflows.meetings.models import Rakor
from workflows.meetings.sheets import keep_sheets

from .forms import SheetsForm
from .motion_forms import Withdrawal
from .rakors import organised_or_404, show


@require_POST
@acting
def add_sheets(request: OfficialRequest, pk: int) -> HttpResponse:
    found, form = organised_or_404(request, pk), SheetsForm(request.POST, request.FILES)
    refusal = None
    if form.is_valid():
        try:
            take(found, form.cleaned_data["sheets"], request)
            return redirect("rakor", pk)
        except NotDone as error:
            refusal = error
    return show(request, found, refusal=refusal, status=422, sheets_form=form)


@transaction.atomic
def take(found: Rakor, uploads: list[Any], request: OfficialRequest) -> None:
    """All of them or none. Raises `BadValues` for what is no whole PDF or picture, `Refused`."""
    by = request.acting.mandate
    keep_sheets(found, by, [keep(one, by.person, "sheets") for one in uploads])


@require_POST
@acting
def take_away(request: OfficialRequest, pk: int, sheet: int) -> HttpResponse:
    """With a reason. What was taken away and why stays with the rakor."""
    found, mandate = organised_or_404(request, pk), request.acting.mandate
    wrong, given = get_object_or_404(found.sheets, pk=sheet), Withdrawal(request.POST)
    reason = given.cleaned_data["reason"] if given.is_valid() else ""  # the act asks for one in its own words
    try:
        act_on(mandate.person, wrong, "take_sheet_away", mandate=mandate.pk, reason=reason)
    except NotDone as refusal:
        return show(request, found, refusal=refusal, status=422)
    messages.success(request, _("Lembar dicabut; alasannya tercatat. Bila keliru, lampirkan lagi berkas yang sama."))
    return redirect("rakor", pk)
