"""How rounds and evaluations move. What follows for an evaluation from the steps of its route stands in `steps.py`."""

from typing import Any

from django.db import models
from django.db.models import DateField, F, Value
from django.db.models.functions import Coalesce
from django_fsm import transition

from workflows.core.act import Add, Born, Conditions, Item, Move, Set, Settle, act, only_follows
from workflows.decrees.rules import my_office_has_its_open_task
from workflows.routes.lifecycle import TELL_NEW
from workflows.routes.rules import reason_given, within_my_drafting_office
from workflows.routes.states import AssignmentKind, AssignmentState
from workflows.routes.submitting import CHANGE, HAND_IN, HAND_IN_AGAIN

from . import queries as q
from .completeness import answers_complete
from .days import MOVABLE, later_days, until_day
from .freezing import changed_outcome, first_outcome
from .rules import (
    cutoff_has_come,
    every_participant_has_a_head,
    rakor_decided_on_the_accepted,
    round_not_closed,
    round_takes_answers,
    runs_its_round,
    runs_the_round,
    somebody_else_can_accept,
    somebody_takes_part,
)
from .states import IN_REVIEW
from .states import EvaluationState as E
from .states import RoundState as R

NEW_FILE = {
    "kind": Value("evaluation"), "title": q.title, "region": F("village"), "zone": F("file__zone"), "office": F("head"),
    "drafted_by": act.person, "example": F("file__example"),
}  # fmt: skip
TASK = {"kind": AssignmentKind.SELF_EVALUATION, "state": AssignmentState.OPEN, "opened_on": act.on}
ASK_THE_VILLAGES = Add(
    "routes.Assignment", Born("evaluation", E.DRAFT),
    TASK | {"file": Item("file_id"), "office": q.its_head, "region": q.of_its_unit("region"),
            "due_on": q.of_its_round("answers_by")},
)  # fmt: skip
TELL_THE_VILLAGE = Add(
    "core.Outbox", q.same, {"topic": Value("class_decided"), "object_id": F("file"), "office": F("file__office")}
)
UNTIL = act.value("until_day", DateField())
ASK_THE_VILLAGE = Add(
    "routes.Assignment", q.same,
    TASK | {"file": F("file"), "office": F("file__office"), "region": F("file__region"), "due_on": UNTIL, "note": act.reason},
)  # fmt: skip
ONCE_MORE: dict[str, Any] = {
    "takes": {"until": str}, "prepare": until_day, "sets": {"late_until": UNTIL},
    "then": [Move("routes.Assignment.void", q.answering_tasks), ASK_THE_VILLAGE, TELL_NEW],
}  # fmt: skip
"""What it needs that a village may answer until a later day."""


def moved(day: str) -> Coalesce:
    return Coalesce(act.value(f"new_{day}", DateField()), F(day), output_field=DateField())


SETTLE = [Settle("evaluations.Evaluation", ("fall_back", "verify", "endorse", "accept"), q.settling)]
BY_HAND = {"file": HAND_IN["file"] | {"drafted_by": act.person}}
"""The clock may have begun the file: its drafter is who hands it in."""
COMPLETE: Conditions = [round_takes_answers, somebody_else_can_accept]


class RoundLifecycle(models.Model):
    class Meta:
        abstract = True

    @transition("state", R.PLANNED, R.OPEN, permission=runs_the_round,
                conditions=[cutoff_has_come, somebody_takes_part, every_participant_has_a_head],
                custom={"then": [Add("evaluations.Evaluation", q.participants, {"round": F("pk"), "kampung": F("unit")}, NEW_FILE),
                                 ASK_THE_VILLAGES, TELL_NEW]})
    def open(self):
        """Freezes who takes part: one evaluation for each, and the task to answer it."""

    @transition("state", [R.OPEN, R.VERIFYING, R.AT_RAKOR], None, permission=runs_the_round, conditions=[reason_given],
                custom={"may_take": dict.fromkeys(MOVABLE, str), "prepare": later_days,
                        "sets": {day: moved(day) for day in MOVABLE},
                        "after": [Set(q.answering_tasks_on_time, {"due_on": q.answers_by})]})
    def reschedule(self): ...

    @transition("state", R.OPEN, R.VERIFYING, permission=runs_the_round)
    def close_answers(self): ...

    @transition("state", R.VERIFYING, R.AT_RAKOR, permission=runs_the_round)
    def bring_to_rakor(self): ...

    @transition("state", R.AT_RAKOR, R.CLOSED, permission=runs_the_round, conditions=[rakor_decided_on_the_accepted],
                custom={"locks": [("core.File", q.files_of)],
                        "then": [Add("evaluations.YearlyClass", q.decided_in,
                                     {"kampung": F("kampung"), "year": F("round__year"), "evaluation": F("pk"),
                                      "computed": F("computed"), "decided": F("decided_class"), "reason": F("deviation")}),
                                 Move("routes.Run.cancel", q.runs_left_over),
                                 Move("routes.Assignment.void", q.tasks_left_over)]})
    def conclude(self):
        """Freezes the year's classes. Who never came to a decision has none."""


class EvaluationLifecycle(models.Model):
    class Meta:
        abstract = True

    # --- the village

    @transition("state", E.DRAFT, E.SUBMITTED, permission=within_my_drafting_office, conditions=COMPLETE,
                custom=HAND_IN | BY_HAND | {"checks": [answers_complete], "prepare": first_outcome, "sets": q.FROZEN,
                                            "then": [*HAND_IN["then"], Move("routes.Assignment.finish", q.answering_tasks)]})
    def submit(self): ...

    @transition("state", E.RETURNED, E.SUBMITTED, permission=within_my_drafting_office, conditions=COMPLETE,
                custom=HAND_IN_AGAIN | {"checks": [answers_complete], "prepare": changed_outcome, "sets": q.FROZEN, "after": SETTLE,
                                        "then": [*HAND_IN_AGAIN["then"], Move("routes.Assignment.finish", q.answering_tasks)]})
    def resubmit(self): ...

    # --- whoever has it, where figures were corrected meanwhile

    @transition("state", IN_REVIEW, None, permission=my_office_has_its_open_task,
                custom=CHANGE | {"prepare": changed_outcome, "sets": q.FROZEN})
    def recompute(self):
        """Takes the facts as they now stand; whoever approved the former outcome is asked to confirm."""

    # --- who runs the round: late, or once more

    @transition("state", E.DRAFT, E.DRAFT, permission=runs_its_round, conditions=[reason_given, round_not_closed], custom=ONCE_MORE)
    def admit_late(self): ...

    @transition("state", E.ACCEPTED, E.RETURNED, permission=runs_its_round, conditions=[reason_given, round_not_closed],
                custom=ONCE_MORE | {"then": [*ONCE_MORE["then"], Move("routes.Run.reopen", q.completed_runs),
                                             Move("routes.Assignment.ask_again", q.last_approvals)]})
    def reopen(self): ...

    # --- what follows from the steps

    @transition("state", IN_REVIEW, E.RETURNED, permission=only_follows)
    def return_to_village(self): ...

    @transition("state", [E.VERIFIED, E.ENDORSED, E.ACCEPTED], E.SUBMITTED, permission=only_follows)
    def fall_back(self): ...

    @transition("state", [E.SUBMITTED, E.ENDORSED, E.ACCEPTED], E.VERIFIED, permission=only_follows)
    def verify(self): ...

    @transition("state", [E.SUBMITTED, E.VERIFIED, E.ACCEPTED], E.ENDORSED, permission=only_follows)
    def endorse(self): ...

    @transition("state", IN_REVIEW, E.ACCEPTED, permission=only_follows)
    def accept(self): ...

    # --- what follows from the signed record of the rakor, whose act prepares `decisions`

    @transition("state", E.ACCEPTED, E.DECIDED, permission=only_follows,
                custom={"sets": q.DECIDED, "then": [TELL_THE_VILLAGE]})
    def decide(self): ...
