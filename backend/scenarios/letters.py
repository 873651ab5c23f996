"""Steps that write letters and copy decrees."""

from typing import Any

from worker.quiet import wait_until_quiet
from workflows.core.door import perform
from workflows.letters.copying import start_copies
from workflows.letters.drafting import edit, start_letter
from workflows.letters.models import Letter
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState

from . import steps
from .stage import Stage

PATIENCE = 240.0
"""Seconds until the worker must have made the papers that are to be signed."""


def letter(stage: Stage, step: steps.Letter) -> None:
    """A draft that begins with what is known; the step's words replace what it gives."""
    by, about = stage.mandate(step.by, step.as_), stage.file(step.about)
    made = start_letter(step.kind, about, by, signing=step.signing)
    stage.files[step.letter] = made.pk
    fields: dict[str, Any] = {name: value for name in ("subject", "to", "copies_to") if (value := getattr(step, name))}
    if step.body:
        fields["body"] = made.fields["body"] | step.body
    if step.parties:
        fields["parties"] = [party(stage, given) for given in step.parties]
    if step.initials:
        fields["initials"] = [stage.office(given).pk for given in step.initials]
    edit(made, by, **fields)


def party(stage: Stage, given: steps.Party) -> dict[str, Any]:
    if given.office:
        return {"role": given.role, "office": stage.office(given.office).pk}
    return {"role": given.role, "name": given.name, "lines": [given.role.upper()]}


def copies(stage: Stage, step: steps.Copies) -> None:
    """All of them in one act; where somebody signs, in one more, when the worker has made the papers.

    What is signed electronically is signed paper by paper instead (`does: sign`).
    """
    by = stage.mandate(step.by, step.as_)
    made = start_copies(stage.decree(step.of), step.kind, by, signing=step.signing)
    keys = list(made.order_by("pk").values_list("pk", flat=True))
    stage.files |= {f"{step.copies} {n}" if n > 1 else step.copies: key for n, key in enumerate(keys, 1)}
    perform(Letter.finalise, made, by=by)
    if step.signed_by:
        wait_until_quiet(PATIENCE)
        tasks = Assignment.objects.filter(file__in=keys, kind=AssignmentKind.SIGN_DOCUMENT, state=AssignmentState.OPEN)
        perform(Assignment.sign, tasks, by=stage.mandate(step.signed_by, step.as_))
