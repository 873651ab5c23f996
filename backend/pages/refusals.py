"""A refusal in words, for the banner of any page."""

from typing import Any

from workflows.core.errors import BadValues, Conflict, NotDone, Problem, Refused

from . import history


def banner(refusal: NotDone) -> dict[str, Any]:
    """What stands in the way, who can solve it, what changed meanwhile."""
    lines = [str(refusal)]
    if isinstance(refusal, BadValues):
        lines = list(refusal.fields.values())
    found = refusal.problems if isinstance(refusal, Refused) else []
    changed = [history.line(entry) for entry in refusal.changes] if isinstance(refusal, Conflict) else []
    return {"conflict": isinstance(refusal, Conflict), "problems": unlike(found), "lines": lines, "changes": changed}


def unlike(found: list[Problem]) -> list[Problem]:
    """One problem of each wording: many rows may fail in the same words."""
    return list({(problem.words, problem.solved_by): problem for problem in found}.values())
