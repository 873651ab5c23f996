"""What each Kampung KB in the table of a rakor lacks: whose turn its evaluation is, what was not reported, what it needs."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workflows.coaching.models import Need
from workflows.coaching.states import UNANSWERED
from workflows.evaluations.computing import computed
from workflows.evaluations.facts import labels
from workflows.evaluations.models import Evaluation
from workflows.evaluations.outcome import Outcome
from workflows.meetings.table import months_not_reported
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentState


@dataclass(frozen=True)
class Lack:
    """`figures`: what nobody has reported and no class can be computed without. `months`: whose monthly report has not come."""

    turn: Assignment | None
    figures: list[str]
    months: list[date]
    needs: list[Need]


def lacking(evaluations: list[Evaluation], year: int, day: date) -> dict[int, Lack]:
    """Of evaluations of one round, as of a day, by their ids; what is not handed in yet is computed from what is known now."""
    units = [one.kampung_id for one in evaluations]
    turns, needs, months = turns_of(evaluations), open_needs(units), months_not_reported(units, year, day)
    figures = figures_missing(evaluations)
    return {
        one.pk: Lack(turns.get(one.pk), figures[one.pk], months.get(one.kampung_id, []), needs[one.kampung_id])
        for one in evaluations
    }  # fmt: skip


def turns_of(evaluations: Iterable[Evaluation]) -> dict[int, Assignment]:
    """Evaluation → the task that it waits for, the one due first."""
    waiting = Assignment.objects.filter(file__in=[one.pk for one in evaluations], state=AssignmentState.OPEN)
    return {task.file_id: task for task in waiting.select_related("office").order_by("-due_on", "-pk")}


def figures_missing(evaluations: list[Evaluation]) -> dict[int, list[str]]:
    begun = computed([one for one in evaluations if one.outcome is None])
    frozen = {one.pk: Outcome.read(one.outcome) for one in evaluations if one.outcome is not None}
    known = frozen | {pk: found.outcome for pk, found in begun.items()}
    return {pk: [str(labels()[fact]) for fact in outcome.missing] for pk, outcome in known.items()}


def open_needs(units: Iterable[int]) -> dict[int, list[Need]]:
    found: dict[int, list[Need]] = defaultdict(list)
    for need in Need.objects.filter(kampung__in=list(units), state__in=UNANSWERED).select_related("owner").order_by("due_on", "pk"):
        found[need.kampung_id].append(need)
    return found
