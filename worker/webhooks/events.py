"""What other programs are told: the outbox's topics under names that stay, with ids and links and nobody's name."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date
from typing import Any

from django.conf import settings

from workflows.core.models import File, Outbox
from workflows.organisation.models import Office, Region
from workflows.routes.models import Assignment
from workflows.villages.models import KampungKB

RESOURCES = {"decree": "decrees", "proposal": "proposals", "letter": "letters"}
PING = "ping"


@dataclass(frozen=True)
class About:
    """What an event is about: where it lies, and what its message says."""

    region: Region
    data: dict[str, Any]


def link(resource: str, pk: int) -> dict[str, Any]:
    return {"id": pk, "url": f"{settings.BASE_URL}/api/{resource}/{pk}/"}


def linked(file: File) -> dict[str, Any]:
    """What is not in the API has an id and no address."""
    resource = RESOURCES.get(file.kind)
    return {"kind": file.kind, **(link(resource, file.pk) if resource else {"id": file.pk})}


def about_task(task: Assignment, due_on: date | None, office: Office) -> About:
    due = due_on.isoformat() if due_on else None
    data = {"task": {**link("tasks", task.pk), "kind": task.kind, "due_on": due}, "file": linked(task.file)}
    return About(task.region, data | {"office": {"id": office.pk, "role": office.role}})


def of_task(row: Outbox) -> About:
    task = Assignment.objects.select_related("file", "region", "office").get(pk=row.object_id)
    return about_task(task, task.due_on, task.office)


def of_return(row: Outbox) -> About:
    """The task that returned the file, the day by which to put it right, and whose turn that is."""
    task = Assignment.objects.select_related("file__office", "region").get(pk=row.object_id)
    return about_task(task, task.fix_by, task.file.office)


def of_file(row: Outbox) -> About:
    file = File.objects.select_related("region").get(pk=row.object_id)
    return About(file.region, {"file": linked(file)})


def of_village(row: Outbox) -> About:
    kampung = KampungKB.objects.select_related("region").get(pk=row.object_id)
    return About(kampung.region, {"village": {**link("villages", kampung.pk), "stage": kampung.state}})


@dataclass(frozen=True)
class Event:
    type: str
    about: Callable[[Outbox], About]


EVENTS = {
    "your_turn": Event("task.opened", of_task),
    "reminder": Event("task.due_soon", of_task),
    "overdue": Event("task.overdue", of_task),
    "escalated": Event("task.escalated", of_task),
    "fix_soon": Event("return.due_soon", of_return),
    "fix_late": Event("return.overdue", of_return),
    "fix_escalated": Event("return.escalated", of_return),
    "nudge": Event("task.reminded", of_task),
    "fix_nudge": Event("return.reminded", of_return),
    "opinion_given": Event("task.opinion_given", of_task),
    "returned": Event("task.returned", of_task),
    "rejected": Event("task.rejected", of_task),
    "withdrawn": Event("task.withdrawn", of_task),
    "signing_failed": Event("task.signing_failed", of_task),
    "in_force": Event("decree.in_force", of_file),
    "villages_dropped": Event("decree.villages_dropped", of_file),
    "review_dependents": Event("decree.review_dependents", of_file),
    "letter_signed": Event("letter.signed", of_file),
    "letter_returned": Event("letter.returned", of_file),
    "render_final": Event("document.issued", of_file),
    "village_moved": Event("village.moved", of_village),
}
"""By topic. What is not here is nobody else's business."""
TYPES = sorted(event.type for event in EVENTS.values())


def event_id(row: Outbox) -> str:
    """The same however many offices the row's act told of it, and at every replay."""
    return f"evt_{row.entry_id}_{row.topic}_{row.object_id}"


def body_of(event: Event, row: Outbox, about: About) -> str:
    at = row.entry.at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    region = {"id": about.region.pk, "name": about.region.name}
    return dumped({"type": event.type, "timestamp": at, "data": {**about.data, "region": region}})


def dumped(message: dict[str, Any]) -> str:
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))
