"""What a person's calendar holds."""

from datetime import date, timedelta

from icalendar import Event

from backend.access import Mandates, came_back_to, decrees_for, events_for, inbox_of, rakors_for, scope_of
from worker.ics import deadline, effect, meeting, occasion, to_put_right
from workflows.coaching.states import EventState
from workflows.decrees.states import DecreeState
from workflows.meetings.models import Rakor

MOST = 500
BACK, AHEAD = timedelta(days=31), timedelta(days=366)
COMING = [DecreeState.SIGNED, DecreeState.IN_FORCE]
"""States in which the date of effect is a fact, not a plan."""


def events_of(mandates: Mandates, today: date) -> list[Event]:
    """The deadlines of these offices, when decrees that they may see take effect, and what they are asked to.

    They must decide their open tasks, and put right what came back to them.
    """
    tasks = inbox_of(mandates).filter(due_on__isnull=False).select_related("file", "region", "office")
    returns = came_back_to(mandates).filter(fix_by__isnull=False).select_related("file", "region")
    decrees = decrees_for(mandates).filter(state__in=COMING, effective_on__range=(today - BACK, today + AHEAD))
    planned = events_for(mandates).filter(state=EventState.PLANNED, planned_on__range=(today - BACK, today + AHEAD))
    seats = Rakor.objects.filter(seats__office__in=scope_of(mandates).offices)
    called = rakors_for(mandates).filter(pk__in=seats, held_on__range=(today - BACK, today + AHEAD))
    return [
        *(deadline(task) for task in tasks.order_by("due_on", "pk")[:MOST]),
        *(to_put_right(task) for task in returns.order_by("fix_by", "pk")[:MOST]),
        *(effect(decree) for decree in decrees.select_related("file__region").order_by("effective_on", "pk")[:MOST]),
        *(occasion(event) for event in planned.order_by("planned_on", "pk")[:MOST]),
        *(meeting(rakor) for rakor in called.select_related("file").order_by("held_on", "pk")[:MOST]),
    ]
