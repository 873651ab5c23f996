"""One approval in the middle of a route, through the one door, against one hand-written statement."""

from collections.abc import Iterator
from typing import Any

from workflows.core import door
from workflows.decrees.models import Decree
from workflows.routes.models import Assignment

from .ground import PARAF, Ground, analyze, shown, statements
from .measure import Figure, Work, race
from .raw import prepared

WARM_UP = 8


def approval(ground: Ground, runs: int) -> Figure:
    """`runs` approvals of each kind."""
    with prepared("approval") as raw:
        for ours, limit in pairs(ground, raw, WARM_UP):
            ours(), limit()
        todo = list(pairs(ground, raw, runs))
        analyze()
        before = door.statements_run
        figure = race("approval", todo)
        figure.details["statements"] = statements(door.statements_run - before, runs)
        return figure


def pairs(ground: Ground, raw: Any, runs: int) -> Iterator[tuple[Work, Work]]:
    """The same step of two decrees: one for us, one for the limit."""
    decrees = ground.in_review(2 * -(-runs // len(PARAF)))
    works = [(ours(ground, o), limit(ground, raw, r)) for o, r in zip(decrees[::2], decrees[1::2], strict=True)]
    steps = (pair for our_steps, raw_steps in works for pair in zip(our_steps, raw_steps, strict=True))
    return (pair for pair, _ in zip(steps, range(runs), strict=False))


def ours(ground: Ground, decree: Decree) -> list[Work]:
    read = shown(decree)

    def approve(task: Assignment, role: str) -> Work:
        return lambda: door.perform(Assignment.approve, task, by=ground.by[role], read=read)

    return [approve(task, role) for task, role in zip(steps_of(decree), PARAF, strict=False)]


def limit(ground: Ground, raw: Any, decree: Decree) -> list[Work]:
    read = shown(decree)

    def approve(task: Assignment, role: str) -> Work:
        by = ground.by[role]
        given = {"person": by.person_id, "office": by.office_id, "mandate": by.pk, "on": ground.today, "read": read}
        return lambda: raw(task=task.pk, **given)

    return [approve(task, role) for task, role in zip(steps_of(decree), PARAF, strict=False)]


def steps_of(decree: Decree) -> list[Assignment]:
    return list(Assignment.objects.filter(file=decree.pk).order_by("order"))
