"""Where what stands in the way of a grey button can be lifted."""

from django.urls import reverse

from workflows.core.errors import Problem
from workflows.routes.models import Assignment

ON_THIS_PAGE = {"no_confirmation_open": "#tangga", "state": "#tangga", "capacity_fits": "#tangga"}
PAGES = {"field_check_complete": "field-check", "figures_still_hold": "evaluation"}
"""Rule → the page of the file on which it is kept."""


def remedy(problem: Problem, task: Assignment) -> str:
    """The address, or nothing where no page of ours helps."""
    if problem.kind == "decreerow":
        return reverse("decree", args=[task.file_id]) + "#daftar"
    if problem.rule in PAGES:
        return reverse(PAGES[problem.rule], args=[task.file_id])
    return ON_THIS_PAGE.get(problem.rule, "")
