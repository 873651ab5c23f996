"""A refusal in words, for the banner of any page, and the page around it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

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


def answered(
    section: dict[str, str], request: HttpRequest, template: str, context: dict[str, Any], refusal: NotDone | None
) -> HttpResponse:
    """The page of a form; after a refusal with its banner and all that was typed."""
    form = context.get("form")
    status = 422 if refusal or (form is not None and form.is_bound and form.errors) else 200
    return render(request, template, section | context | {"refusal": refusal and banner(refusal)}, status=status)
