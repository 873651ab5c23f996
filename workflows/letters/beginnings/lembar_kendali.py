from typing import Any

from workflows.core.models import JournalSubject
from workflows.organisation.mandates import title_on
from workflows.organisation.titles import title_of, titles
from workflows.routes.models import Assignment, Remark
from workflows.routes.states import APPROVING_KINDS, AssignmentState

from .known import Beginning, Known


def control_sheet(known: Known) -> Beginning:
    """D8: who gave his paraf as what and when, read off the decree's run."""
    snapshot = known.about.snapshot
    body = {
        "initiator": title_of(known.about.office, known.day), "received_on": received_on(known),
        "code": snapshot.sha256[:8] if snapshot else "", "ladder": ladder(known), "notes": remarks(known),
    }  # fmt: skip
    return known.begun(f"Rancangan {known.decree}", body)


def ladder(known: Known) -> list[dict[str, str]]:
    """The steps before the decision, in order; who has not approved yet finds room for ink."""
    steps = Assignment.objects.filter(file=known.about, step__isnull=False, kind__in=APPROVING_KINDS)
    standing = steps.filter(state__in=[AssignmentState.APPROVED, AssignmentState.OPEN, AssignmentState.WAITING])
    found = list(standing.select_related("office", "decided_by", "mandate__office", "mandate__acts_for").order_by("order", "pk"))
    named, days = titles({task.office_id for task in found}, known.day), days_of(found)
    return [initial(task, named[task.office_id].long, days) for task in found]


def initial(task: Assignment, title: str, days: dict[int, Any]) -> dict[str, str]:
    if task.state != AssignmentState.APPROVED or task.mandate is None or task.decided_by is None:
        return {"office": title, "name": "", "on": ""}
    on = days[task.pk]
    return {"office": title_on(task.mandate, on), "name": task.decided_by.full_name, "on": on.isoformat()}


def days_of(tasks: list[Assignment]) -> dict[int, Any]:
    """The day of the last act on each task."""
    noted = JournalSubject.objects.filter(kind="assignment", object_id__in=[task.pk for task in tasks])
    return dict(noted.order_by("entry_id").values_list("object_id", "entry__on"))


def received_on(known: Known) -> str:
    """The day on which the decree's task opened at this office."""
    opened = Assignment.objects.filter(file=known.about, office=known.office, opened_on__isnull=False)
    first = opened.order_by("opened_on").values_list("opened_on", flat=True).first()
    return first.isoformat() if first else ""


def remarks(known: Known) -> list[str]:
    found = Remark.objects.filter(assignment__file=known.about).select_related("assignment__office").order_by("pk")
    return [f"{remark.assignment.office.label}: {remark.text}" for remark in found]
