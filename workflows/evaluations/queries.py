"""Which evaluations and tasks the acts touch. The queries speak of the world as it was before the act."""

from collections.abc import Callable
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    Func,
    IntegerField,
    JSONField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Concat

from workflows.core.act import Item, all_of
from workflows.decrees.queries import looked_up
from workflows.letters.queries import item
from workflows.routes import queries as routes
from workflows.routes.states import NOT_DECIDED, AssignmentKind, AssignmentState, RunState
from workflows.villages.facts import effects

from .states import IN_REVIEW, LOCKED, EvaluationState, StepMoves

E = EvaluationState
VILLAGE = "region__children__children"
"""From a round's regency over its districts to its villages."""


def same(rows: QuerySet) -> QuerySet:
    return rows


# --- who takes part ---------------------------------------------------------------------------------------------------


def in_force_at_cutoff(kind: str) -> Exists:
    return Exists(effects(kind, village="unit").on(OuterRef("cutoff_on"), "last"))


def participants(rounds: QuerySet) -> QuerySet:
    """For each round a row for each unit whose designation is in force on the cut-off day, and not suspended.

    `unit` is the Kampung KB, `village` its region, `head` the office that answers for it (null where there is none).
    """
    heads = all_of("organisation.Office").filter(role="village_head", state="active", region=OuterRef("village"))
    units = rounds.annotate(unit=F(f"{VILLAGE}__kampung"), village=F(VILLAGE), name=F(f"{VILLAGE}__name"),
                            hamlet=F(f"{VILLAGE}__kampung__hamlet"))  # fmt: skip
    units = units.annotate(head=Subquery(heads.values("pk")[:1]))
    return units.filter(in_force_at_cutoff("designate"), ~in_force_at_cutoff("suspend"))


def title() -> Concat:
    hamlet = Case(When(hamlet="", then=Value("")), default=Concat(F("hamlet"), Value(", ")), output_field=TextField())
    return Concat(Value("Evaluasi "), F("year"), Value(" Kampung KB "), hamlet, F("name"), output_field=TextField())


def of_its_round(column: str) -> Callable[[], Subquery]:
    """A column of the round that the evaluation just born belongs to."""
    return lambda: Subquery(all_of("evaluations.Round").filter(pk=Item("round_id")).values(column))


def of_its_unit(column: str) -> Callable[[], Subquery]:
    return lambda: Subquery(all_of("villages.KampungKB").filter(pk=Item("kampung_id")).values(column))


def its_head() -> Subquery:
    """The office that answers for the Kampung KB of what was just born."""
    heads = all_of("organisation.Office").filter(role="village_head", state="active", region__kampung=Item("kampung_id"))
    return Subquery(heads.values("pk")[:1])


# --- evaluations of rounds and of tasks -------------------------------------------------------------------------------


def evaluations_of(rounds: QuerySet) -> QuerySet:
    return all_of("evaluations.Evaluation").filter(round__in=rounds.values("pk"))


def files_of(rounds: QuerySet) -> QuerySet:
    return all_of("core.File").filter(evaluation__round__in=rounds.values("pk"))


def decided_in(rounds: QuerySet) -> QuerySet:
    return evaluations_of(rounds).filter(state=E.DECIDED)


def left_over(rounds: QuerySet) -> QuerySet:
    """What never came to a decision."""
    return evaluations_of(rounds).exclude(state__in=LOCKED)


def runs_left_over(rounds: QuerySet) -> QuerySet:
    return routes.runs_of_files(left_over(rounds))


def tasks_left_over(rounds: QuerySet) -> QuerySet:
    return routes.unfinished_of_files(left_over(rounds))


def answering_tasks(evaluations: QuerySet) -> QuerySet:
    """The open tasks of the villages to answer."""
    return routes.assignments().filter(
        file__in=evaluations.values("pk"), kind=AssignmentKind.SELF_EVALUATION, state=AssignmentState.OPEN
    )


def answering_tasks_on_time(files: QuerySet) -> QuerySet:
    """Those of the rounds with these files that go by the round's own day."""
    on_time = all_of("evaluations.Evaluation").filter(round__in=files.values("pk"), late_until=None)
    return answering_tasks(on_time)


def answers_by() -> Subquery:
    return Subquery(all_of("evaluations.Round").filter(evaluations=OuterRef("file")).values("answers_by"))


def evaluations_with(tasks: QuerySet) -> QuerySet:
    return all_of("evaluations.Evaluation").filter(file__in=tasks.values("file"))


def evaluations_on_their_way(tasks: QuerySet) -> QuerySet:
    return evaluations_with(tasks).filter(state__in=IN_REVIEW)


def completed_runs(evaluations: QuerySet) -> QuerySet:
    return all_of("routes.Run").filter(file__in=evaluations.values("pk"), state=RunState.COMPLETED)


def last_approvals(evaluations: QuerySet) -> QuerySet:
    """The approvals that accepted these evaluations: those of the last order of their runs."""
    steps = routes.assignments().filter(step__isnull=False, state=routes.APPROVED)
    last = steps.filter(run=OuterRef("run")).order_by("-order").values("order")[:1]
    done = steps.filter(file__in=evaluations.values("pk"), run__state=RunState.COMPLETED)
    return done.filter(order=Subquery(last))


# --- how far an evaluation has come: the approvals that stand before whoever's turn it is -----------------------------


def settling(files: QuerySet) -> QuerySet:
    """The evaluations on their way that are not where the approvals put them, each with its `move`."""
    found = all_of("evaluations.Evaluation").filter(file__in=files.values("pk"), state__in=[*IN_REVIEW, E.ACCEPTED])
    found = found.annotate(turn=Subquery(next_turn(), output_field=IntegerField()))
    reached = [When(Exists(standing(moves)), then=Value(moves)) for moves in reversed(StepMoves)]
    move = Case(When(turn=None, then=Value("accept")), *reached, default=Value("fall_back"), output_field=CharField())
    return found.annotate(move=move).exclude(arrived())


def next_turn() -> QuerySet:
    """The lowest order in which a step of the outer evaluation is not decided."""
    steps = routes.assignments().filter(file=OuterRef("file"), step__isnull=False, state__in=NOT_DECIDED)
    return steps.order_by("order").values("order")[:1]


def standing(moves: StepMoves) -> QuerySet:
    """The approvals of an outer evaluation that take it to `moves`, and after which nobody was asked again."""
    return routes.assignments().filter(
        file=OuterRef("file"), state=routes.APPROVED, step__moves=moves, order__lt=OuterRef("turn")
    )


def arrived() -> Q:
    there = {"accept": E.ACCEPTED, StepMoves.ENDORSE: E.ENDORSED, StepMoves.VERIFY: E.VERIFIED, "fall_back": E.SUBMITTED}
    found = Q(pk__in=[])
    for move, state in there.items():
        found |= Q(move=move, state=state)
    return found


# --- what is frozen, and what the rakor decided -----------------------------------------------------------------------

FROZEN: dict[str, Any] = {
    "facts": Coalesce(looked_up("facts", JSONField), F("facts"), output_field=JSONField()),
    "outcome": Coalesce(looked_up("outcome", JSONField), F("outcome"), output_field=JSONField()),
    "computed": Coalesce(item("computed", "file"), F("computed"), output_field=TextField()),
}
"""What was computed for an evaluation when its snapshot was made; as before, where none was made."""


def decided(key: str) -> Func:
    """What the act's `decisions` (file → class and reason) say of the row; null where they say nothing."""
    return Func(looked_up("decisions", JSONField), Value(key), arg_joiner=" ->> ",
                template="(%(expressions)s)", output_field=TextField())  # fmt: skip


DECIDED: dict[str, Any] = {
    "decided_class": Coalesce(decided("class"), F("computed"), output_field=TextField()),
    "deviation": Coalesce(decided("reason"), Value(""), output_field=TextField()),
}
