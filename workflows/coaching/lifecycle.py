"""Who may do what with events, plans, visits and needs, and what follows. Read top to bottom; no statement is run here."""

from django.db import models
from django.db.models import BigIntegerField, DateField, F, Field, IntegerField, JSONField, TextField, Value
from django.db.models.functions import Coalesce
from django_fsm import transition

from workflows.core.act import Add, Item, Listed, Move, Rows, act, only_follows
from workflows.routes.lifecycle import TELL_NEW
from workflows.routes.rules import by_the_system, reason_given
from workflows.routes.states import AssignmentKind, AssignmentState

from . import queries as q
from .asking import prepare_answer, prepare_owner
from .enrolling import prepare_change, prepare_holding, prepare_list
from .input import prepare_report
from .inviting import tell_listed
from .rules import (
    agency_or_secretary,
    coaches_there,
    my_office_decides,
    my_office_organises,
    my_office_owns_it,
    my_office_plans_it,
    names_districts,
    owner_is_competent,
    participants_listed,
    room_for_all_enrolled,
    within_capacity,
)
from .states import NOT_VISITED, UNANSWERED, PlanState
from .states import EventState as E
from .states import NeedState as N
from .states import VisitState as V
from .visiting import prepare_visit, visits_of


def listed(value: str, **columns: Field) -> tuple[Listed, dict[str, Item]]:
    """Rows and columns of an `Add` from a value that is a list of objects."""
    return Listed(value, columns), {name: Item(name) for name in columns}


def given_or_kept(value: str, field: Field, column: str) -> Coalesce:
    return Coalesce(act.value(value, field), F(column), output_field=field)


LINES = Add("coaching.Participants", *listed("lines", event=BigIntegerField(), list=IntegerField(), office=BigIntegerField(),
                                             element=TextField(), count=IntegerField(), waiting=IntegerField()))  # fmt: skip
VISITS = Add("coaching.Visit", *listed("visits", plan=BigIntegerField(), region=BigIntegerField(), month=DateField(),
                                       due_on=DateField()))  # fmt: skip
VISITORS = Add("coaching.Visitor", *listed("came", visit=BigIntegerField(), office=BigIntegerField()))


def tell_offices(topic: str) -> Add:
    """An outbox row for each office that the act's value `told` lists."""
    return Add("core.Outbox", Listed("told", {"event": BigIntegerField(), "office": BigIntegerField()}),
               {"topic": Value(topic), "object_id": Item("event"), "office": Item("office")})  # fmt: skip


def tell_village(topic: str, rows: Rows) -> Add:
    """An outbox row for the village of each need in `rows`."""
    return Add("core.Outbox", rows, {"topic": Value(topic), "object_id": F("file"), "office": F("village_office")})


FOLLOW_UP = Add("routes.Assignment", q.same, {
    "file": F("file"), "kind": Value(AssignmentKind.FOLLOW_UP), "office": q.OWNER, "region": F("kampung__region"),
    "state": Value(AssignmentState.OPEN), "opened_on": act.today, "due_on": act.value("due", DateField()),
    "note": act.value("note", TextField()),
})  # fmt: skip


class EventLifecycle(models.Model):
    class Meta:
        abstract = True

    @transition("state", E.PLANNED, None, permission=my_office_organises, conditions=[room_for_all_enrolled],
                custom={"may_take": {"planned_on": str, "place": str, "capacity": int}, "prepare": prepare_change,
                        "sets": {"planned_on": given_or_kept("planned", DateField(), "planned_on"),
                                 "place": given_or_kept("where", TextField(), "place"),
                                 "capacity": given_or_kept("capacity", IntegerField(), "capacity")},
                        "then": [tell_offices("event_moved")]})
    def replan(self):
        """Another day, place or capacity; what is not given stays."""

    @transition("state", [E.PLANNED, E.HELD], None, permission=my_office_organises, conditions=[within_capacity],
                custom={"takes": {"participants": list}, "prepare": prepare_list,
                        "sets": {"enrolled": q.Heads(act.value("participants", JSONField())), "lists": F("lists") + Value(1)},
                        "then": [LINES, tell_offices("event_invited")]})
    def enrol(self):
        """The whole list of participants, in place of the one before: lines of office or element, count and who waits.

        An office that is new on the list of what is still to come is invited by it.
        """

    @transition("state", E.PLANNED, E.HELD, permission=my_office_organises,
                custom={"takes": {"held_on": str}, "may_take": {"opened_by": int}, "prepare": prepare_holding,
                        "sets": {"held_on": act.value("held", DateField()),
                                 "opened_by": act.value("opened_by", BigIntegerField())}})
    def record_event(self):
        """It took place on `held_on`, opened by the holder of the mandate `opened_by`."""

    @transition("state", E.HELD, E.REPORTED, permission=my_office_organises, conditions=[participants_listed],
                custom={"takes": {"report": str}, "prepare": prepare_report, "sets": {"report": act.value("report", TextField())}})
    def report_event(self): ...

    @transition("state", E.PLANNED, E.CANCELLED, permission=my_office_organises, conditions=[reason_given],
                custom={"prepare": tell_listed, "then": [tell_offices("event_cancelled")]})
    def call_off(self): ...

    @transition("state", E.PLANNED, None, permission=by_the_system,
                custom={"prepare": tell_listed, "then": [tell_offices("event_soon")]})
    def remind_listed(self): ...


class PlanLifecycle(models.Model):
    class Meta:
        abstract = True

    @transition("state", PlanState.DRAFT, PlanState.ADOPTED, permission=my_office_decides, conditions=[names_districts],
                custom={"prepare": visits_of, "then": [VISITS]})
    def adopt(self):
        """From now on a visit is expected for each kecamatan and month."""


class VisitLifecycle(models.Model):
    class Meta:
        abstract = True

    @transition("state", NOT_VISITED, V.DONE, permission=coaches_there,
                custom={"takes": {"held_on": str, "report": str, "visitors": list}, "prepare": prepare_visit,
                        "sets": {"held_on": act.value("held", DateField()), "report": act.value("report", TextField())},
                        "then": [VISITORS]})
    def record_visit(self):
        """`visitors` are offices. One that was missed is caught up on by the same act."""

    @transition("state", NOT_VISITED, V.EXCUSED, permission=my_office_plans_it, conditions=[reason_given])
    def excuse(self): ...

    @transition("state", V.PLANNED, V.MISSED, permission=by_the_system)
    def miss(self): ...


class NeedLifecycle(models.Model):
    class Meta:
        abstract = True

    @transition("state", [N.OPEN, N.ANSWERED, N.REFUSED], N.OPEN, permission=agency_or_secretary, conditions=[owner_is_competent],
                custom={"takes": {"office": int, "due_on": str}, "may_take": {"instruction": str}, "prepare": prepare_owner,
                        "sets": {"owner": q.OWNER, "due_on": act.value("due", DateField()), "fund": Value("")},
                        "then": [Move("routes.Assignment.void", q.follow_ups_of), FOLLOW_UP, TELL_NEW,
                                 tell_village("need_entrusted", q.newly_entrusted)]})
    def entrust(self):
        """An office is asked, with a day; again where its answer did not do, or where it or another refused."""

    @transition("state", N.OPEN, N.TAKEN, permission=my_office_owns_it)
    def take_on(self):
        """Somebody works on it; it stays open all the same until it is answered."""

    @transition("state", UNANSWERED, N.ANSWERED, permission=my_office_owns_it,
                custom={"takes": {"answer": str}, "may_take": {"fund": str}, "prepare": prepare_answer,
                        "sets": {"fund": act.value("fund", TextField())},
                        "then": [Move("routes.Assignment.be_answered", q.follow_ups_of),
                                 tell_village("need_answered", q.noted_by_others)]})
    def answer(self): ...

    @transition("state", UNANSWERED, N.REFUSED, permission=my_office_owns_it, conditions=[reason_given],
                custom={"then": [Move("routes.Assignment.be_declined", q.follow_ups_of),
                                 tell_village("need_declined", q.noted_by_others)]})
    def decline(self): ...

    @transition("state", N.ANSWERED, N.DONE, permission=agency_or_secretary,
                custom={"then": [tell_village("need_settled", q.with_village_office)]})
    def settle(self):
        """The answer holds: the village has what it needed."""

    @transition("state", UNANSWERED, N.OPEN, permission=only_follows, custom={"sets": {"owner": q.OWNER}})
    def pass_on(self):
        """Its follow-up was passed on to another office."""
