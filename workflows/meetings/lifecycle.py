"""Who may do what with a rakor, its seats and its motions, and what follows. Read top to bottom; no statement is run here.

What follows from the acts on its record stands in `steps.py`. The database also guards motions (migration 0002).
"""

from django.db import models
from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    F,
    Field,
    IntegerField,
    JSONField,
    TextField,
    TimeField,
    Value,
)
from django.db.models.functions import Coalesce
from django_fsm import transition

from workflows.core.act import Add, Born, Item, Listed, Move, New, act, only_follows
from workflows.evaluations.queries import its_head
from workflows.routes.lifecycle import TELL_NEW, UNTOUCHED
from workflows.routes.rules import by_the_system, reason_given
from workflows.routes.states import AssignmentKind, AssignmentState

from . import queries as q
from .answering import prepare_answer
from .attending import prepare_arrival, prepare_leaving
from .executing import prepare_execution
from .inviting import expand, more_seats, tell_invited
from .moving import prepare_motion
from .opening import prepare_opening
from .rules import (
    answers_are_awaited,
    answers_for_its_office,
    attendance_noted,
    carries_out_the_record,
    computed_as_confirmed,
    follow_up_has_its_office,
    has_invitations,
    has_its_record,
    is_the_day,
    knows_the_code,
    no_record_stands,
    organiser_decides,
    organises_the_rakor,
    quorum_present,
    rakor_goes_on,
    rakor_is_held,
    record_not_signed,
    still_to_come,
    was_answered,
)
from .scheduling import prepare_schedule
from .states import BEFORE, RECORDED, SEATED, SheetState
from .states import MotionState as M
from .states import RakorState as R
from .states import SeatState as S
from .turning import prepare_item

Columns = dict[str, Field]
SEAT: Columns = {"file": BigIntegerField(), "rakor": BigIntegerField(), "number": IntegerField(), "group": TextField(),
                 "office": BigIntegerField(), "name": TextField()}  # fmt: skip
MOTION: Columns = {
    "file": BigIntegerField(), "rakor": BigIntegerField(), "number": IntegerField(), "kind": TextField(), "text": TextField(),
    "reason": TextField(), "owner": BigIntegerField(), "due_on": DateField(), "aims": TextField(), "aim": TextField(),
    "funds": TextField(), "competition": BigIntegerField(), "votes_for": IntegerField(), "votes_against": IntegerField(),
    "abstained": IntegerField(), "dissent": JSONField(), "replaces": BigIntegerField(), "state": TextField(),
}  # fmt: skip
ROW: Columns = {"file": BigIntegerField(), "kampung": BigIntegerField(), "evaluation": BigIntegerField(),
                "computed": TextField(), "decided": TextField()}  # fmt: skip


def items(columns: Columns) -> dict[str, Item]:
    return {name: Item(name) for name in columns}


def told(topic: str) -> Add:
    """An outbox row for each office that the act's value `told` lists."""
    return Add("core.Outbox", Listed("told", {"file": BigIntegerField(), "office": BigIntegerField()}),
               {"topic": Value(topic), "object_id": Item("file"), "office": Item("office")})  # fmt: skip


SEATS = Add("meetings.Seat", Listed("seats", SEAT), items(SEAT))
MOTIONS = Add("meetings.Motion", Listed("motions", MOTION), items(MOTION))
ROWS = Add("meetings.MotionRow", Listed("rows", ROW), items(ROW) | {"file": None, "motion": New("motion", Item("file"))})
NEEDS = Add("coaching.Need", q.needs_asked, q.NEED, q.FILE_OF_NEED)
OPENED = {"kind": Value(AssignmentKind.FOLLOW_UP), "state": Value(AssignmentState.OPEN), "opened_on": act.today}
ASK_FOR_NEEDS = Add(
    "routes.Assignment", Born("need", "open"),
    OPENED | {"file": Item("file_id"), "office": Item("owner_id"), "region": q.of_its_unit, "due_on": Item("due_on"),
              "note": Item("what")},
)  # fmt: skip
TELL_VILLAGES = Add("core.Outbox", Born("need", "open"),
                    {"topic": Value("need_entrusted"), "object_id": Item("file_id"), "office": its_head})  # fmt: skip
ASK_OFFICES = Add(
    "routes.Assignment", q.follow_ups_without_village,
    OPENED | {"file": F("file"), "office": F("owner"), "region": F("file__region"), "due_on": F("due_on"), "note": F("text"),
              "order": F("number")},
)  # fmt: skip
TIME = TimeField()


def given_or_kept(value: str, field: Field, column: str) -> Coalesce:
    return Coalesce(act.value(value, field), F(column), output_field=field)


class RakorLifecycle(models.Model):
    class Meta:
        abstract = True

    # --- the organiser, his staff too: before it

    @transition("state", R.PLANNED, R.INVITED, permission=organises_the_rakor, conditions=[has_invitations, still_to_come],
                custom={"prepare": expand, "then": [SEATS, told("rakor_invited")]})
    def invite(self):
        """Freezes who is invited: a seat for each office that the rules name, and for each guest."""

    @transition("state", R.INVITED, None, permission=organises_the_rakor, conditions=[reason_given],
                custom={"may_take": {"held_on": str, "begins": str, "ends": str, "place": str}, "prepare": prepare_schedule,
                        "sets": {"held_on": given_or_kept("day", DateField(), "held_on"),
                                 "begins": given_or_kept("from_time", TIME, "begins"),
                                 "ends": given_or_kept("to_time", TIME, "ends"),
                                 "place": given_or_kept("where", TextField(), "place")},
                        "then": [told("rakor_moved")]})
    def move_rakor(self): ...

    @transition("state", SEATED, None, permission=organises_the_rakor,
                custom={"takes": {"seats": list}, "prepare": more_seats, "then": [SEATS, told("rakor_invited")]})
    def seat_more(self): ...

    @transition("state", BEFORE, R.CANCELLED, permission=organiser_decides, conditions=[reason_given],
                custom={"prepare": tell_invited, "then": [told("rakor_cancelled")]})
    def cancel_rakor(self): ...

    # --- while it is held

    @transition("state", R.INVITED, R.HELD, permission=organises_the_rakor, conditions=[is_the_day],
                custom={"may_take": {"opened_by": int}, "prepare": prepare_opening,
                        "sets": {"opened_by": act.value("opener", BigIntegerField())}})
    def open_meeting(self): ...

    @transition("state", R.HELD, None, permission=organises_the_rakor, conditions=[quorum_present],
                custom={"takes": {"kind": str},
                        "may_take": {"text": str, "why": str, "villages": list, "decided": str, "owner": int, "due_on": str,
                                     "aim": str, "competition": int, "votes": dict, "dissent": list, "replaces": int},
                        "prepare": prepare_motion,
                        "then": [MOTIONS, ROWS, Move("meetings.Motion.be_replaced", q.replaced)]})
    def resolve(self):
        """One decision; with `replaces` it stands for an earlier one, which was put wrongly (the act's reason says how)."""

    @transition("state", R.HELD, None, permission=organises_the_rakor,
                custom={"takes": {"item": int}, "prepare": prepare_item, "file": UNTOUCHED,
                        "sets": {"item": act.value("on", IntegerField())}})
    def turn_to(self):
        """The item of the agenda that is on, for the wall."""

    # --- its record

    @transition("state", R.HELD, R.RECORD_DRAFTED, permission=organises_the_rakor, conditions=[attendance_noted],
                custom={"may_take": {"ends": str}, "prepare": prepare_schedule,
                        "sets": {"ends": given_or_kept("to_time", TIME, "ends")}})
    def end_meeting(self):
        """From here on attendance and motions stand; the record is written about them (`recording.draft_record`)."""

    @transition("state", RECORDED, R.HELD, permission=organiser_decides, conditions=[reason_given, no_record_stands],
                custom={"sets": {"obstacles": Value([], JSONField())}})
    def take_up_again(self):
        """What was put wrongly, or cannot be carried out, is put right by new motions and a new record."""

    @transition("state", R.RECORD_DRAFTED, R.RECORD_SIGNED, permission=only_follows,
                custom={"then": [Add("core.Outbox", q.same, {"topic": Value("execute_rakor"), "object_id": F("pk")})]})
    def sign_record(self): ...

    # --- what it decided is carried out

    @transition("state", R.RECORD_SIGNED, R.CLOSED, permission=carries_out_the_record,
                conditions=[has_its_record, computed_as_confirmed, follow_up_has_its_office],
                custom={"locks": [("core.File", q.files_touched)], "prepare": prepare_execution,
                        "sets": {"obstacles": Value([], JSONField())},
                        "then": [Move("meetings.Motion.be_executed", q.carried),
                                 Move("evaluations.Evaluation.decide", q.evaluations_decided),
                                 Move("contests.Entry.be_nominated", q.entries_nominated),
                                 NEEDS, ASK_FOR_NEEDS, ASK_OFFICES, TELL_NEW, TELL_VILLAGES]})
    def execute(self):
        """All motions that stand, or none."""

    @transition("state", R.RECORD_SIGNED, None, permission=by_the_system,
                custom={"takes": {"obstacles": list}, "file": UNTOUCHED,
                        "sets": {"obstacles": act.value("obstacles", JSONField())},
                        "then": [Add("core.Outbox", q.same, {"topic": Value("rakor_not_executed"), "object_id": F("pk"),
                                                             "office": F("file__office")})]})
    def note_obstacles(self):
        """What was signed could not be carried out: which motions, and why."""


class SeatLifecycle(models.Model):
    class Meta:
        abstract = True

    # --- before the day: what is to be expected, which is no presence

    @transition("state", S.INVITED, None, permission=answers_for_its_office, conditions=[answers_are_awaited],
                custom={"takes": {"answer": str}, "may_take": {"proxy": str, "excuse": str, "held_on": str}, "unsaid": ["excuse"],
                        "prepare": prepare_answer, "file": UNTOUCHED,
                        "sets": {"answer": act.value("said", CharField()), "stand_in": act.value("stand_in", TextField()),
                                 "excuse": act.value("why", TextField()), "answered_for": act.value("day", DateField()),
                                 "answered_by": act.mandate}})
    def answer_invitation(self):
        """The last answer counts. Why one cannot come is told to the organiser, not to all who read the journal."""

    @transition("state", S.INVITED, None, permission=answers_for_its_office, conditions=[answers_are_awaited, was_answered],
                custom={"file": UNTOUCHED, "sets": {"answer": "", "stand_in": "", "excuse": "", "answered_for": None,
                                                    "answered_by": None}})
    def take_back_answer(self):
        """It was noted at the wrong seat, or nothing is sure any more."""

    # --- on the day

    @transition("state", [S.INVITED, S.LEFT], S.PRESENT, permission=knows_the_code, conditions=[rakor_goes_on],
                custom={"may_take": {"code": str, "proxy": str, "at": str}, "prepare": prepare_arrival, "file": UNTOUCHED,
                        "sets": {"arrived": Coalesce(F("arrived"), act.value("time", TIME), output_field=TIME), "left": None,
                                 "how": act.value("how", CharField()), "proxy": act.value("in_stead", TextField())}})
    def arrive(self): ...

    @transition("state", S.PRESENT, S.LEFT, permission=organises_the_rakor, conditions=[rakor_goes_on],
                custom={"may_take": {"at": str}, "prepare": prepare_leaving, "file": UNTOUCHED,
                        "sets": {"left": act.value("time", TIME)}})
    def leave(self): ...

    @transition("state", [S.PRESENT, S.LEFT], S.INVITED, permission=organises_the_rakor, conditions=[rakor_goes_on],
                custom={"file": UNTOUCHED, "sets": {"arrived": None, "left": None, "how": "", "proxy": ""}})
    def undo_arrival(self):
        """It was a slip of the finger: nobody came."""


class SheetLifecycle(models.Model):
    class Meta:
        abstract = True

    @transition("state", SheetState.ATTACHED, SheetState.TAKEN_AWAY, permission=organises_the_rakor,
                conditions=[record_not_signed, reason_given], custom={"file": UNTOUCHED})
    def take_sheet_away(self):
        """It was the wrong photo. The same one may be attached again, as another row."""


class MotionLifecycle(models.Model):
    class Meta:
        abstract = True

    @transition("state", M.CARRIED, M.WITHDRAWN, permission=organises_the_rakor, conditions=[rakor_is_held, reason_given])
    def withdraw_motion(self): ...

    @transition("state", [M.CARRIED, M.LOST], M.REPLACED, permission=only_follows)
    def be_replaced(self): ...

    @transition("state", M.CARRIED, M.EXECUTED, permission=only_follows)
    def be_executed(self): ...
