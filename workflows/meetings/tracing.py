"""From a decision to what carrying it out did, and from each of these back to the decision and the signed record."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q

from workflows.coaching.models import Need
from workflows.contests.models import Entry
from workflows.evaluations.models import Evaluation
from workflows.letters.models import Letter
from workflows.letters.states import LetterKind, LetterState
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState
from workflows.villages.models import KampungKB

from .models import Motion, MotionRow
from .states import MotionKind, MotionState

Result = Evaluation | Need | Entry | Assignment


@dataclass(frozen=True)
class Done:
    """What came of a motion: about a village, or about none. Without a `result` it only says something of the village."""

    kampung: KampungKB | None
    result: Result | None


def done_by(motions: Iterable[Motion], kampung: KampungKB | None = None) -> dict[int, list[Done]]:
    """Motion → what carrying it out did, by village (to one of them); nothing for motions that are not carried out."""
    executed = {one.pk: one for one in motions if one.state == MotionState.EXECUTED}
    found: dict[int, list[Done]] = {pk: [] for pk in executed}
    rows = MotionRow.objects.filter(motion__in=executed).select_related("kampung__region__parent", "evaluation", "need__owner")
    listed = list(rows.filter(**{"kampung": kampung} if kampung else {}).order_by("kampung__region__path", "pk"))
    entries = nominated(listed, executed)
    for row in listed:
        entry = entries.get((executed[row.motion_id].competition_id, row.kampung_id))
        found[row.motion_id].append(Done(row.kampung, row.evaluation or getattr(row, "need", None) or entry))
    for pk, task in asked_of_offices(executed.values()).items():
        found[pk].append(Done(None, task))
    return found


def nominated(rows: Iterable[MotionRow], motions: dict[int, Motion]) -> dict[Any, Entry]:
    """(contest, village) → the entry."""
    named = [row.kampung_id for row in rows if motions[row.motion_id].kind == MotionKind.NOMINATE]
    contests = {one.competition_id for one in motions.values() if one.competition_id}
    found = Entry.objects.filter(competition__in=contests, kampung__in=named).order_by("pk")
    return {(entry.competition_id, entry.kampung_id): entry for entry in found.select_related("competition__file")}


def asked_of_offices(motions: Iterable[Motion]) -> dict[int, Assignment]:
    """Motion → the task that it became, with whoever has it now."""
    asked = {(one.file_id, one.number): one.pk for one in motions if one.kind == MotionKind.FOLLOW_UP}
    tasks = Assignment.objects.filter(file__in={file for file, _number in asked}, kind=AssignmentKind.FOLLOW_UP)
    standing = tasks.exclude(state=AssignmentState.VOIDED).select_related("office", "file").order_by("pk")
    return {asked[task.file_id, task.order]: task for task in standing if (task.file_id, task.order) in asked}


# --- and back -----------------------------------------------------------------------------------------------------------


def of_need(need: Need) -> Q:
    return Q(rows__need=need)


def of_evaluation(evaluation: Evaluation) -> Q:
    return Q(rows__evaluation=evaluation)


def of_entry(entry: Entry) -> Q:
    return Q(rows__kampung=entry.kampung_id, competition=entry.competition_id)


def of_task(task: Assignment) -> Q:
    return Q(file=task.file_id, number=task.order, kind=MotionKind.FOLLOW_UP)


BEHIND: dict[type[Model], Any] = {Need: of_need, Evaluation: of_evaluation, Entry: of_entry, Assignment: of_task}


def motion_behind(result: Result) -> Motion | None:
    """The decision of a rakor that brought it about, with all that its wording needs; none if no rakor did."""
    executed = Motion.objects.filter(BEHIND[type(result)](result), state=MotionState.EXECUTED)
    return executed.select_related("rakor__file", "rakor__round__instrument", "file", "owner").order_by("-pk").first()


def signed_records(motions: Iterable[Motion]) -> dict[int, Letter]:
    """Rakor → its signed record."""
    rakors = {one.rakor_id for one in motions}
    signed = Letter.objects.filter(concerns__in=rakors, kind=LetterKind.RECORD, state=LetterState.SIGNED)
    return {letter.concerns_id: letter for letter in signed.select_related("file").order_by("pk") if letter.concerns_id}
