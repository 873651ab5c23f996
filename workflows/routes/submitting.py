"""Handing a file in, and in again after a return: snapshot, run, assignments, and who is asked to confirm a change.

A subject app says how its content is made (`contents["decree"] = build`); the rest is the same for every kind of file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, CharField, DateField, F, Field, IntegerField, JSONField, TextField, Value
from django.db.models.functions import Coalesce

from workflows.core.act import Add, Item, Listed, Move, New
from workflows.core.canonical import fingerprint, normal

from . import queries as q
from .lifecycle import TELL_NEW
from .planning import plan, route_for, task
from .states import APPROVING_KINDS, AssignmentKind, AssignmentState, RunState


@dataclass(frozen=True)
class Content:
    """What approvers see: the content, its named parts, the paper's template, and the route's subject and kind."""

    content: dict[str, Any]
    parts: dict[str, Any]
    template: str
    route_kind: str = ""


contents: dict[str, Callable[[Any], Content]] = {}
"""Kind of file → the function that makes the content of one, from its `File`."""


def frozen(file) -> dict[str, Any]:
    """The next snapshot of a file, as the row to be added."""
    made = contents[file.kind](file)
    content = normal(made.content)
    return {
        "file": file.pk, "number": file.snapshots.count() + 1, "content": content, "sha256": fingerprint(content),
        "parts": hashes_of(made), "template": made.template,
    }  # fmt: skip


def hashes_of(made: Content) -> dict[str, str]:
    return {name: fingerprint(part) for name, part in made.parts.items()}


def parts_now(file) -> dict[str, str]:
    """The hash of each part as the text stands at this moment, edits that are not handed in yet included."""
    return hashes_of(contents[file.kind](file))


def open_run(deed, subjects) -> dict[str, Any]:
    """Prepare a first submission: snapshots, the pinned route versions, and each run's assignments."""
    snapshots, runs, steps = [], [], []
    for file in files_of(subjects):
        made = contents[file.kind](file)
        version = route_for(file.kind, made.route_kind, file.region)
        snapshots.append(frozen(file))
        runs.append({"file": file.pk, "route_version": version.pk})
        steps += [step | {"file": file.pk} for step in plan(version, file.region, made.content, deed.on)]
    return {"snapshots": snapshots, "runs": runs, "steps": steps}


def change_snapshot(deed, subjects) -> dict[str, Any]:
    """Prepare a new snapshot after an edit, and whom to ask *setujui perubahan*: offices whose seen parts changed."""
    snapshots, changes = [], []
    for file in files_of(subjects):
        new = frozen(file)
        if file.snapshot is None or file.snapshot.parts != new["parts"]:
            snapshots.append(new)
            changes += to_confirm(file, new["parts"], deed.by, deed.on)
    return {"snapshots": snapshots, "tasks": changes}


def to_confirm(file, parts: dict[str, str], editor: Any, on: date) -> list[dict[str, Any]]:
    """One *setujui perubahan* for each office that approved a part which is different now.

    An official who edits confirms by that; what the staff of an office change, its holder has yet to see.
    """
    own = None if editor.capacity == "staf" else editor.office_id
    asked = set(
        file.assignments.filter(kind=AssignmentKind.CONFIRM_CHANGE, state=AssignmentState.OPEN).values_list("office", flat=True)
    )
    return [
        task(file.pk, AssignmentKind.CONFIRM_CHANGE, office, a.region_id, on, a.days) | {"run": a.run_id, "asked_by": a.pk}
        for office, a in undone(file, parts).items()
        if office not in asked and office != own
    ]


def undone(file, parts: dict[str, str]) -> dict[int, Any]:
    """Office → its last approval, of those that saw other `parts` than these: they stand no longer."""
    latest: dict[int, Any] = {}
    approved = file.assignments.filter(
        state=AssignmentState.APPROVED, kind__in=[*APPROVING_KINDS, AssignmentKind.CONFIRM_CHANGE], seen__isnull=False
    ).select_related("seen", "step", "office")
    for assignment in approved.order_by("decided_at"):
        latest[assignment.office_id] = assignment
    return {office: a for office, a in latest.items() if sees_a_change(a, parts)}


def sees_a_change(assignment, parts: dict[str, str]) -> bool:
    sees = assignment.step.sees if assignment.step_id else []
    seen = assignment.seen.parts
    return any(seen.get(name) != sha for name, sha in parts.items() if not sees or name in sees)


def files_of(subjects):
    return [subject.file for subject in subjects.select_related("file__region", "file__snapshot").order_by("pk")]


ADD_SNAPSHOT = Add(
    "core.Snapshot",
    Listed("snapshots", {"file": BigIntegerField(), "number": IntegerField(), "content": JSONField(), "sha256": CharField(),
                         "parts": JSONField(), "template": CharField()}),
    {name: Item(name) for name in ("file", "number", "content", "sha256", "parts", "template")},
)  # fmt: skip
TASK: dict[str, Field] = {
    "file": BigIntegerField(), "run": BigIntegerField(), "step": BigIntegerField(), "order": IntegerField(),
    "kind": TextField(), "office": BigIntegerField(), "region": BigIntegerField(), "days": IntegerField(),
    "quorum": IntegerField(), "state": TextField(), "opened_on": DateField(), "due_on": DateField(),
    "asked_by": BigIntegerField(), "note": TextField(),
}  # fmt: skip
GIVEN = {name: Item(name) for name in TASK}
ADD_RUN = Add("routes.Run", Listed("runs", {"file": BigIntegerField(), "route_version": BigIntegerField()}),
              {"file": Item("file"), "route_version": Item("route_version"), "state": Value(RunState.IN_PROGRESS)})  # fmt: skip
ADD_STEPS = Add("routes.Assignment", Listed("steps", TASK), GIVEN | {"run": New("run", Item("file"))})
ADD_TASKS = Add("routes.Assignment", Listed("tasks", TASK), GIVEN)
STANDS_ON = {"snapshot": Coalesce(New("snapshot", F("pk")), F("snapshot"), output_field=BigIntegerField())}

HAND_IN: dict[str, Any] = {"prepare": open_run, "file": STANDS_ON, "then": [ADD_SNAPSHOT, ADD_RUN, ADD_STEPS, TELL_NEW]}
"""What handing in a file for the first time needs, as the `custom` of a subject's `submit`."""

CHANGE: dict[str, Any] = {"prepare": change_snapshot, "file": STANDS_ON, "then": [ADD_SNAPSHOT, ADD_TASKS, TELL_NEW]}
"""What an edit on the way needs: the new snapshot, and whoever must confirm the difference."""

HAND_IN_AGAIN = CHANGE | {"then": [*CHANGE["then"], Move("routes.Assignment.open", q.waiting_for_drafter)]}
"""What handing in again after a return needs: a change, and the returning office's turn."""
