"""What came of a contest that was held before Siklus: written down at once, with its source."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from workflows.core.door import perform
from workflows.organisation.models import Mandate, Region
from workflows.villages.models import KampungKB

from .drafting import start_competition, start_entry
from .models import Competition
from .rubrics import newest_rubric


@transaction.atomic
def enter_old_result(
    region: Region, by: Mandate, places: Sequence[tuple[KampungKB, int]], *, level: str, year: int, source: str, source_on: date,
    category: str = "", example: bool = False,
) -> Competition:  # fmt: skip
    """The contest with the ranks of those that its `source` names; others of its winners may lie elsewhere.

    No rubric scored them: the newest one stands there as in any draft. Raises `BadValues` naming the field (`places.<id>`,
    `source`, `source_on`), `Refused` for an office that does not hold or belong to that contest.
    """
    made = start_competition(
        region, by, level=level, year=year, category=category, cutoff_on=source_on, rubric=newest_rubric(), example=example
    )
    ranks = {str(start_entry(made, unit, by).pk): rank for unit, rank in places}
    told = {"places": ranks, "source": source, "source_on": source_on.isoformat()}
    perform(Competition.enter_old, made, by=by, values=told)
    made.refresh_from_db()
    return made
