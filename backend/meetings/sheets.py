"""The signed list of attendance, handed in by the organiser as photos or scans."""

from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from backend.pages.acting import OfficialRequest, acting
from backend.uploads import keep
from workflows.core.errors import NotDone
from workflows.meetings.models import Rakor
from workflows.meetings.sheets import keep_sheets

from .forms import SheetsForm
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
    keep_sheets(found, [keep(one, request.acting.mandate.person, "sheets") for one in uploads])
