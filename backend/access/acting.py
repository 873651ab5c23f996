"""By which of several mandates a person acts, and for whom a mandate may draft."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from workflows.coaching.models import Need
from workflows.contests.models import Competition, Entry
from workflows.core.errors import BadValues, Problem, Refused
from workflows.decrees.models import Decree
from workflows.decrees.states import DecreeKind
from workflows.evaluations.models import Evaluation, Round
from workflows.letters.models import Letter
from workflows.meetings.models import AttendanceSheet, Rakor, Seat
from workflows.organisation.models import Mandate, Office, Person, Region, Role
from workflows.reports.models import Report
from workflows.routes.models import Assignment, PaperRecord
from workflows.routes.states import AssignmentState
from workflows.villages.models import Proposal

from .scope import mandates_of

ISSUERS = {DecreeKind.REGENT: Role.REGENT, DecreeKind.VILLAGE: Role.VILLAGE_HEAD}
"""Who issues each kind of decree."""

SEAT = [Role.AGENCY, Role.LEGAL, Role.ASSISTANT, Role.SECRETARY, Role.REGENT]
"""The offices at a regency's seat."""

OF_A_FILE = (Decree, Proposal, Letter, Need, Evaluation, Round, Rakor, Competition, Entry, AttendanceSheet)
"""What has a file, whose office it is with."""


def acting_mandate(person: Person, subject: Any, chosen: int | None = None) -> Mandate:
    """The mandate for an act on `subject`: the `chosen` one if the person holds it today, else the nearest.

    Nearest is the one whose office has the task or drafts the file; failing that the first, so that the rules can say
    who may. Raises `BadValues` for a mandate that is not the person's, `Refused` when there is none at all.
    """
    mine = mandates_of(person)
    if chosen is not None:
        return _own(mine, chosen)
    if not mine:
        raise Refused([_nobody(subject.pk)])
    if len(mine) == 1:
        return mine[0]
    return next((by for office in _offices_of(subject) for by in mine if by.acting_office_id == office), mine[0])


def _nobody(about: int) -> Problem:
    words = _("Anda tidak memegang jabatan apa pun hari ini.")
    return Problem(about, "mandate", "no_mandate_today", words, _("pengelola data jabatan"))


def _own(mine: list[Mandate], chosen: int) -> Mandate:
    for mandate in mine:
        if mandate.pk == chosen:
            return mandate
    raise BadValues({"mandate": _("Ini bukan penugasan Anda yang berlaku hari ini; lihat daftar di /api/me/.")})


def _offices_of(subject: Any) -> Iterator[int]:
    """Whose turn it is with a subject, the office in question first."""
    if isinstance(subject, Assignment):
        yield subject.office_id
    elif isinstance(subject, PaperRecord):
        yield subject.assignment.office_id
    elif isinstance(subject, Report):
        yield subject.office_id
    elif isinstance(subject, Seat):
        yield subject.file.office_id
        if subject.office_id:
            yield subject.office_id
    elif isinstance(subject, OF_A_FILE):
        yield subject.file.office_id
        yield from (task.office_id for task in subject.file.assignments.all() if task.state == AssignmentState.OPEN)


def drafting_mandate(person: Person, region: Region, chosen: int | None = None) -> Mandate:
    """The mandate for a new draft about `region`: the `chosen` one, else one of the region's own offices or nearest above.

    Raises `BadValues` and `Refused` as `acting_mandate` does.
    """
    mine = mandates_of(person)
    if chosen is not None:
        return _own(mine, chosen)
    if not mine:
        raise Refused([_nobody(region.pk)])
    return max(mine, key=lambda mandate: _nearness(mandate, region))


def _nearness(mandate: Mandate, region: Region) -> int:
    path = mandate.office.territory.path
    return len(path) if region.path.startswith(path) else 0


def issuers_for(by: Mandate) -> QuerySet[Office]:
    """The offices whose decrees the office of a mandate may draft: the heads of its own village or regency; a partner none."""
    if by.office.role == Role.PARTNER:
        return Office.objects.none()
    return Office.objects.active().filter(region=by.office.region_id, role__in=ISSUERS.values())


def stationery_owners(by: Mandate) -> list[Region | Office]:
    """Whose kop and paper the office of a mandate may say: its own; the offices of a regency's seat, and its administrators,
    their whole regency's.
    """
    office = by.acts_for or by.office
    if office.role not in [*SEAT, Role.ADMINISTRATOR]:
        return [office]
    return [office.territory, *Office.objects.active().filter(region=office.region_id, role__in=SEAT).order_by("label")]
