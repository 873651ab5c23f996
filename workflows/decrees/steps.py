"""What follows for a decree from the acts on its assignments: the way from the first paraf to in force."""

from django.db.models import F, Q, QuerySet, Value

from workflows.core.act import Add, Move, act, all_of, extend
from workflows.routes import queries as routes
from workflows.routes.lifecycle import COPIED, OPENED, TELL_NEW
from workflows.routes.states import AssignmentKind, AssignmentState
from workflows.routes.submitting import ADD_TASKS, contents
from workflows.signing.rules import its_paper_is_signed, no_signature_under_way
from workflows.signing.ways import Way, ways

from . import queries as q
from .issuing import prepare_decision, prepare_ink, prepare_number, prepare_scan
from .rules import (
    amends_the_list_as_it_stands,
    begins_no_earlier_than_decided,
    capacity_may_sign,
    decided_on_screen,
    one_amendment_at_a_time,
    register_is_set_up,
    signed_in_its_year,
)
from .snapshot import content_of
from .states import Signing

KIND = "decree"


def series_of_tasks(tasks: QuerySet) -> QuerySet:
    return q.series_of(q.decrees_of(tasks))


def numbered_by(mode: str):
    """The decrees of these tasks whose register is of this mode."""

    def rows(tasks: QuerySet) -> QuerySet:
        mine = all_of("decrees.Series").filter(mode=mode)
        return q.decrees_of(tasks).filter(q.in_register(mine))

    return rows


def to_sign_in_ink(tasks: QuerySet) -> QuerySet:
    """Signing steps of decrees that go on paper: when they open, somebody prints."""
    return tasks.filter(kind=AssignmentKind.SIGN, file__decree__signing=Signing.INK)


def coming_later(tasks: QuerySet) -> QuerySet:
    return q.decrees_of(tasks).filter(effective_on__gt=act.on)


def coming_now(tasks: QuerySet) -> QuerySet:
    return q.decrees_of(tasks).filter(Q(effective_on=None) | Q(effective_on__lte=act.on))


def signing_steps(tasks: QuerySet) -> QuerySet:
    """The steps that stand open while their paper is in ink."""
    return routes.assignments().filter(file__in=tasks.values("file"), kind=AssignmentKind.SIGN, state=AssignmentState.OPEN)


def runs_on_paper(tasks: QuerySet) -> QuerySet:
    return all_of("routes.Run").filter(file__in=tasks.values("file"), state="in_progress")


NUMBER = [q.ADD_NUMBER, q.COUNT, ADD_TASKS, TELL_NEW]
SIGNED = [Move("decrees.Decree.sign", coming_now), Move("decrees.Decree.sign_ahead", coming_later)]
REVIEW_ENDS = {"then": [Move("decrees.Decree.return_to_drafter", q.decrees_of)]}

ITS_LIST_STANDS = [amends_the_list_as_it_stands, one_amendment_at_a_time]

contents[KIND] = content_of
ways[KIND] = Way("decree")

extend("routes.Assignment.open", kind=KIND, then=[
    Add("routes.Assignment", to_sign_in_ink, COPIED | OPENED | {"kind": AssignmentKind.PRINT, "step": None, "quorum": None}),
    Add("core.Outbox", to_sign_in_ink, {"topic": Value("render_ink"), "object_id": F("file")}), TELL_NEW,
])  # fmt: skip
extend("routes.Assignment.return_to_drafter", kind=KIND, **REVIEW_ENDS)
extend("routes.Assignment.refuse_change", kind=KIND, **REVIEW_ENDS)
extend("routes.Assignment.reject", kind=KIND, then=[Move("decrees.Decree.reject", q.decrees_of)])
extend("routes.Assignment.decide", kind=KIND, locks=[("decrees.Series", series_of_tasks)], prepare=prepare_decision,
       checks=[capacity_may_sign],
       conditions=[decided_on_screen, register_is_set_up, begins_no_earlier_than_decided, *ITS_LIST_STANDS],
       then=[Move("decrees.Decree.decide_with_number", numbered_by("own")),
             Move("decrees.Decree.decide", numbered_by("external")), *NUMBER])  # fmt: skip
extend("routes.Assignment.withdraw_decision", kind=KIND, conditions=[no_signature_under_way],
       then=[Move("decrees.Decree.undecide", q.decrees_of)])
extend("routes.Assignment.reassign", kind=KIND, conditions=[no_signature_under_way])
extend("routes.Assignment.type_number", kind=KIND, locks=[("decrees.Series", series_of_tasks)], prepare=prepare_number,
       then=[Move("decrees.Decree.number", q.decrees_of), q.ADD_NUMBER, ADD_TASKS, TELL_NEW])  # fmt: skip
extend("routes.Assignment.sign", kind=KIND, checks=[capacity_may_sign],
       conditions=[signed_in_its_year, its_paper_is_signed(ways[KIND])], then=SIGNED)
extend("routes.Assignment.record_ink", kind=KIND, locks=[("decrees.Series", series_of_tasks)], prepare=prepare_ink,
       conditions=[register_is_set_up, *ITS_LIST_STANDS],
       then=[Move("decrees.Decree.decide_with_number", numbered_by("own")),
             Move("decrees.Decree.decide", numbered_by("external")), *NUMBER])  # fmt: skip
extend("routes.Assignment.hand_in_scan", kind=KIND, prepare=prepare_scan, then=[ADD_TASKS, TELL_NEW])
extend("routes.Assignment.refuse_scan", kind=KIND, prepare=prepare_scan, then=[ADD_TASKS, TELL_NEW])
extend("routes.Assignment.confirm_scan", kind=KIND,
       then=[*SIGNED, Move("routes.Assignment.decide_on_paper", signing_steps),
             Move("routes.Run.complete", runs_on_paper)])  # fmt: skip
