"""What the pages of this room have in common."""

from django.shortcuts import get_object_or_404

from backend.access import competitions_for, entries_for
from backend.pages.acting import OfficialRequest
from workflows.contests.models import Competition, Entry
from workflows.organisation.models import Role

SECTION = {"section": "year"}
OF_COMPETITION = ("file__office", "file__region", "file__snapshot", "rubric", "decree__file")


def competition_or_404(request: OfficialRequest, pk: int) -> Competition:
    return get_object_or_404(competitions_for(request.acting.scope).select_related(*OF_COMPETITION), pk=pk)


def entry_or_404(request: OfficialRequest, pk: int) -> Entry:
    wanted = ("file__office", "file__region", "file__snapshot", "competition__file__office", "competition__rubric",
              "kampung__region__parent", "forwarded_from__competition__file")  # fmt: skip
    return get_object_or_404(entries_for(request.acting.scope).select_related(*wanted), pk=pk)


def organises(request: OfficialRequest, competition: Competition) -> bool:
    """Whether the contest is held by the office of whoever asks, staff included."""
    return competition.file.office_id in (request.acting.office_id, request.acting.mandate.office_id)


def may_hold(request: OfficialRequest) -> bool:
    """Whether the office prepares contests at all."""
    return request.acting.mandate.office.role == Role.AGENCY
