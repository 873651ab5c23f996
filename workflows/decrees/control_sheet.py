"""The control sheet (*lembar kendali*) of a decree: its ladder of initials, to lie beside the archive copy."""

from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from workflows.core.models import JournalSubject
from workflows.organisation.mandates import title_on
from workflows.organisation.models import Office, Papers, Role
from workflows.organisation.stationery import stationery_for
from workflows.organisation.titles import title_of
from workflows.routes.models import Assignment
from workflows.routes.planning import office_for
from workflows.routes.states import AssignmentKind, AssignmentState

from .models import Decree
from .states import DecreeKind

KEPT_BY = {DecreeKind.REGENT: Role.LEGAL, DecreeKind.VILLAGE: Role.VILLAGE_SECRETARY}
SHOWN = [AssignmentState.WAITING, AssignmentState.OPEN, AssignmentState.APPROVED]


def control_sheet(decree: Decree, code: str, today: date) -> dict[str, Any]:
    """A letter's content (siklus/letter/1) of the office that keeps the sheet; `code` is the one that the draft prints.

    Raises `Refused` when there is no such office.
    """
    keeper = office_for(KEPT_BY[DecreeKind(decree.kind)], decree.issuer.territory)
    look = stationery_for(keeper, today, Papers.NASKAH_DINAS)
    return look.on_letters | {
        "schema": "siklus/letter/1", "kind": "lembar_kendali", "template": "lembar_kendali@1", "example": decree.file.example,
        "office": {"title": title_of(keeper, today), "place": look.place, "rank": keeper.role},
        "subject": f"{decree.get_kind_display()} tentang {decree.subject}", "nature": "Biasa", "enclosures": "-",
        "to": [], "through": "", "copies_to": [], "parties": [], "issue": None,
        "body": {"initiator": decree.file.office.label, "received_on": first_seen(decree, keeper), "code": code, "notes": [],
                 "ladder": [rung(step) for step in ladder(decree)]},
    }  # fmt: skip


def ladder(decree: Decree) -> QuerySet[Any]:
    """The steps before the signatory's, each with the day on which it was decided."""
    noted = JournalSubject.objects.filter(kind="assignment", object_id=OuterRef("pk")).order_by("-entry_id")
    steps = Assignment.objects.filter(file=decree.pk, step__isnull=False, state__in=SHOWN).exclude(kind=AssignmentKind.SIGN)
    dated = steps.annotate(day=Subquery(noted.values("entry__on")[:1]))
    return dated.select_related("office", "decided_by", "mandate").order_by("order", "pk")


def first_seen(decree: Decree, keeper: Office) -> str:
    """The day on which the keeper's own step opened; empty while it waits."""
    step = Assignment.objects.filter(file=decree.pk, office=keeper, step__isnull=False).order_by("pk").first()
    return step.opened_on.isoformat() if step and step.opened_on else ""


def rung(step: Any) -> dict[str, str]:
    """Who has decided is called by the mandate under which he did: `Plh. Asisten …`."""
    if step.decided_by is None:
        return {"office": step.office.label, "name": "", "on": ""}
    return {"office": title_on(step.mandate, step.day), "name": step.decided_by.full_name, "on": step.day.isoformat()}
