"""Acts go through the one door, exactly as pages and API send them: what was read, which version, which key."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from django.db.models import Model

from worker.signing import bytes_to_sign, sign
from workflows.core.door import perform
from workflows.core.models import File
from workflows.decrees.models import DecreeRow
from workflows.organisation.models import Mandate
from workflows.routes import paper as from_paper
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentState
from workflows.signing.ways import is_electronic
from workflows.villages.models import KampungKB

from .acts import FROM_DONE, MODELS, ON_FILES, ON_TASKS, ON_VILLAGES, transition_of
from .drafting import paper
from .errors import StoryStopped
from .stage import Stage
from .steps import Act, Changes

S = AssignmentState


@dataclass
class Request:
    """What would be sent: a transition, its subject, by whom, and what was seen."""

    transition: str
    subject: Model
    by: Mandate
    given: dict[str, Any] = field(default_factory=dict)


def act(stage: Stage, step: Act) -> None:
    """Everybody named acts in turn. Raises what the door raises, and `StoryStopped` when the same key answers otherwise."""
    for name in step.by:
        if step.paper:
            act_on_paper(stage, step, name)
            continue
        request = request_for(stage, step, name)
        entry = send(request)
        if step.twice and send(request).pk != entry.pk:
            raise StoryStopped("the same request with the same key was done twice")


def send(request: Request) -> Any:
    """By the way that pages and API take: what is signed electronically goes to the signer first."""
    if request.transition.endswith(".sign") and is_electronic(request.subject):
        return sign_electronically(request)
    return perform(request.transition, request.subject, by=request.by, **request.given)


def sign_electronically(request: Request) -> Any:
    """By a signer that needs no secret, for no story knows one."""
    task, given = cast(Assignment, request.subject), request.given
    return sign(task, request.by, read=bytes_to_sign(task).sha256, reason=given["reason"], key=given["key"] or "")


def request_for(stage: Stage, step: Act, name: str) -> Request:
    if step.does in ON_VILLAGES:
        return on_village(stage, step, name)
    file = stage.file(step.file)
    subject: Model
    if step.does in ON_FILES:
        by = stage.mandate(name, step.as_, {file.office_id})
        subject = MODELS[file.kind]._default_manager.get(pk=file.pk)
    else:
        by, subject = task_for(stage, step, name, file)
    values = values_of(stage, step, by, file)
    seen = {"version": file.version, "read": file.snapshot.sha256 if file.snapshot else ""}
    given = seen | {"reason": step.reason, "key": key_of(step, name), "values": values, "on": step.date_}
    return Request(transition_of(step.does, file.kind), subject, by, given)


def on_village(stage: Stage, step: Act, name: str) -> Request:
    assert step.village
    unit = KampungKB.objects.get(region=stage.region(step.village.code), scope="village")
    given = {"reason": step.reason, "key": key_of(step, name), "values": step.values or {}}
    return Request(transition_of(step.does, ""), unit, stage.mandate(name, step.as_), given)


def key_of(step: Act, name: str) -> str | None:
    """A double click sends one key twice; other acts need none."""
    return step.key or (f"line {step.line}, {name}" if step.twice else None)


def task_for(stage: Stage, step: Act, name: str, file: File) -> tuple[Mandate, Assignment]:
    """The task that is meant: of the person's office and of the act's kind, an open one before one that waits.

    Where the office has none, the file's: then the door says why not. Raises `StoryStopped` when there is no task at all.
    """
    tasks = list(Assignment.objects.filter(file=file).order_by("-pk"))
    fitting = [t for t in tasks if t.kind in ON_TASKS[step.does]] or tasks
    by = stage.mandate(name, step.as_, {t.office_id for t in fitting}, on=step.paper.on if step.paper else None)
    office = stage.office(step.task_of).pk if step.task_of else by.acting_office_id
    if not fitting:
        raise StoryStopped("nobody has anything to do with this file")
    wanted = [S.APPROVED] if step.does in FROM_DONE else [S.OPEN, S.WAITING]
    nearness = {state: n for n, state in enumerate(wanted)}
    return by, min(fitting, key=lambda task: (task.office_id != office, nearness.get(task.state, len(wanted))))


def act_on_paper(stage: Stage, step: Act, name: str) -> None:
    """One of the staff records it with the scan, another confirms, and it is done for the official."""
    assert step.paper
    file = stage.file(step.file)
    official, task = task_for(stage, step, name, file)
    recorder = stage.mandate(step.paper.recorded_by, offices={task.office_id})
    record = from_paper.record(
        task, step.does, by=recorder, on=step.paper.on, official=official, reason=step.reason,
        attachment=paper(step.paper.scan, recorder).pk, values=values_of(stage, step, recorder, file),
        read=file.snapshot.sha256 if file.snapshot else "",
    )  # fmt: skip
    from_paper.confirm(record, by=stage.mandate(step.paper.confirmed_by, offices={task.office_id}))


def values_of(stage: Stage, step: Act, by: Mandate, file: File) -> dict[str, Any]:
    """What the act is given; names of the story become ids."""
    values = {name: str(value) if isinstance(value, date) else value for name, value in (step.values or {}).items()}
    if step.remarks:
        values["remarks"] = step.remarks
    if step.scan:
        values["attachment"] = paper(step.scan, by).pk
    if step.to:
        values |= addressed(stage, step, file)
    if step.changes:
        values["changes"] = changes_of(stage, step.changes, file)
    return values


def addressed(stage: Stage, step: Act, file: File) -> dict[str, int]:
    """`to` an office: the one that gets the task, or the earlier step that it takes."""
    office = stage.office(step.to)
    if step.does != "return_to_step":
        return {"office": office.pk}
    earlier = Assignment.objects.filter(file=file, office=office, step__isnull=False).order_by("pk").last()
    if earlier is None or earlier.step_id is None:
        raise StoryStopped(f"{step.to} has no step on this file")
    return {"step": earlier.step_id}


def changes_of(stage: Stage, changes: Changes, file: File) -> dict[str, Any]:
    text = {name: value for name in ("subject", "clauses", "considerations") if (value := getattr(changes, name))}
    rows = DecreeRow.objects.filter(decree=file.pk, struck=False)
    orders = dict(rows.values_list("kampung__region", "order"))
    struck = [{"row": orders.get(stage.region(s.village.code).pk), "reason": s.reason} for s in changes.strike]
    added = [{"region": stage.region(code).pk} for code in (changes.add.codes if changes.add else [])]
    return text | ({"strike": struck} if struck else {}) | ({"add": added} if added else {})
