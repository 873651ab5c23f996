"""A decree over many villages takes effect, through the one door, against one hand-written set-based statement."""

from typing import Any

from workflows.core import door
from workflows.routes.models import Assignment

from .ground import SIGNATORY, Ground, analyze, statements
from .measure import Figure, Work, race
from .raw import prepared

WARM_UP = 3
"""Rows of the decrees that are signed before anything is timed."""


def collective(ground: Ground, rows: int, runs: int) -> Figure:
    """`runs` decrees of `rows` villages for each way."""
    with prepared("collective") as raw:
        for work in (*pair(ground, raw, WARM_UP), *pair(ground, raw, WARM_UP)):
            work()
        todo = [pair(ground, raw, rows) for _ in range(runs)]
        analyze()
        before = door.statements_run
        figure = race(f"collective-{rows}", todo)
        figure.details["statements"] = statements(door.statements_run - before, runs)
        return figure


def pair(ground: Ground, raw: Any, rows: int) -> tuple[Work, Work]:
    """The signature of two decrees of the same size: one for us, one for the limit."""
    by, ours, limit = ground.by[SIGNATORY], ground.numbered(rows), ground.numbered(rows)
    given = {"person": by.person_id, "office": by.office_id, "mandate": by.pk, "on": ground.today}
    return lambda: door.perform(Assignment.sign, ours, by=by), lambda: raw(task=limit.pk, **given)
