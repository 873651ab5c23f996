"""What the clock does, and when. Each slot finds the rows whose time has come on a local day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Now

from worker.models import TRY_AGAIN_AFTER, Due
from workflows.coaching.models import Event, Visit
from workflows.coaching.states import EventState, VisitState
from workflows.core.models import JournalSubject
from workflows.decrees.models import Decree
from workflows.decrees.states import VALID, DecreeState
from workflows.evaluations.models import Round
from workflows.evaluations.states import RoundState
from workflows.organisation.models import WorkingDay
from workflows.organisation.working_days import NATIONAL, due_after
from workflows.routes.models import Assignment
from workflows.routes.queries import returns_to_put_right
from workflows.routes.states import AssignmentState as S

REMIND_BEFORE = 1
ESCALATE_AFTER = 3
"""Working days around the deadline."""


@dataclass(frozen=True)
class Slot:
    """A transition that the Sistem office makes on rows found for a day; `due_on` is the column that set the day.

    `zone` leads to the rows' time zone, `kind` to the kind of their file; what has no file is all of one kind.
    """

    transition: str
    find: Callable[[date], QuerySet]
    due_on: str
    zone: str = "file__zone"
    kind: str | Value = "file__kind"

    def waiting(self, day: date, zone: str) -> QuerySet:
        """The rows of a zone whose time has come, without those done before or refused just now."""
        handled = Due.objects.filter(kind=self.transition, object_id=OuterRef("pk"), due_on=OuterRef(self.due_on))
        tried_lately = Q(tried_on__gte=day, tried_at__gt=Now() - TRY_AGAIN_AFTER)
        handled = handled.filter(Q(done_at__isnull=False) | tried_lately)
        return self.find(day).filter(~Exists(handled), **{self.zone: zone})


def decrees_to_put_in_force(day: date) -> QuerySet:
    return Decree.objects.filter(state=DecreeState.SIGNED, effective_on__lte=day)


def decrees_to_expire(day: date) -> QuerySet:
    return Decree.objects.filter(state__in=VALID, expires_on__lt=day)


def tasks_to_remind(day: date) -> QuerySet:
    """Due on the next working day or, if that was missed, today; not those of which one was told only today."""
    return open_tasks(day).filter(due_on__range=(day, due_after(day, REMIND_BEFORE)), opened_on__lt=day)


def tasks_too_late(day: date) -> QuerySet:
    return open_tasks(day).filter(due_on__lt=day)


def tasks_to_escalate(day: date) -> QuerySet:
    return open_tasks(day).filter(due_on__lte=due_after(day, -ESCALATE_AFTER))


def returns_to_remind(day: date) -> QuerySet:
    """As with tasks: one working day before, but not those of which the drafter was told only today."""
    today = JournalSubject.objects.filter(kind="assignment", object_id=OuterRef("pk"), from_state=S.OPEN, entry__on__gte=day)
    return returns(day).filter(~Exists(today), fix_by__range=(day, due_after(day, REMIND_BEFORE)))


def returns_too_late(day: date) -> QuerySet:
    return returns(day).filter(fix_by__lt=day)


def returns_to_escalate(day: date) -> QuerySet:
    return returns(day).filter(fix_by__lte=due_after(day, -ESCALATE_AFTER))


def visits_missed(day: date) -> QuerySet:
    """Nobody has reported them by the day their report was due."""
    return Visit.objects.filter(state=VisitState.PLANNED, due_on__lt=day)


def events_to_remind(day: date) -> QuerySet:
    """Planned for tomorrow or, if that was missed, today."""
    return Event.objects.filter(state=EventState.PLANNED, lists__gt=0, planned_on__range=(day, day + timedelta(days=1)))


def open_tasks(day: date) -> QuerySet:
    return Assignment.objects.filter(worked(day), state=S.OPEN)


def returns(day: date) -> QuerySet:
    return returns_to_put_right().filter(worked(day))


def worked(day: date) -> Exists:
    """Nobody is reminded on a Sunday."""
    return Exists(WorkingDay.objects.filter(calendar=NATIONAL, date=day, is_working=True))


def rounds_to_open(day: date) -> QuerySet:
    return Round.objects.filter(state=RoundState.PLANNED, opens_on__lte=day)


def rounds_past_their_answers(day: date) -> QuerySet:
    return Round.objects.filter(state=RoundState.OPEN, answers_by__lt=day)


def rounds_due_at_the_rakor(day: date) -> QuerySet:
    return Round.objects.filter(state=RoundState.VERIFYING, accepted_by__lt=day)


SCHEDULE = [
    Slot("decrees.Decree.put_in_force", decrees_to_put_in_force, "effective_on"),
    Slot("decrees.Decree.expire", decrees_to_expire, "expires_on"),
    Slot("routes.Assignment.remind", tasks_to_remind, "due_on"),
    Slot("routes.Assignment.remind_late", tasks_too_late, "due_on"),
    Slot("routes.Assignment.escalate", tasks_to_escalate, "due_on"),
    Slot("routes.Assignment.remind_drafter", returns_to_remind, "fix_by"),
    Slot("routes.Assignment.remind_drafter_late", returns_too_late, "fix_by"),
    Slot("routes.Assignment.escalate_drafter", returns_to_escalate, "fix_by"),
    Slot("evaluations.Round.open", rounds_to_open, "opens_on"),
    Slot("evaluations.Round.close_answers", rounds_past_their_answers, "answers_by"),
    Slot("evaluations.Round.bring_to_rakor", rounds_due_at_the_rakor, "accepted_by"),
    Slot("coaching.Visit.miss", visits_missed, "due_on", zone="region__zone", kind=Value("")),
    Slot("coaching.Event.remind_listed", events_to_remind, "planned_on", zone="office__region__zone", kind=Value("")),
]
