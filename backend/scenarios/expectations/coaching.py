"""Trainings, visits and needs: how many."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from django.db.models import Q

from workflows.coaching import models
from workflows.coaching.inventory import standing_list
from workflows.coaching.states import UNANSWERED, EventState, NeedState, VisitState
from workflows.organisation.mandates import title_on

from ..meanings import Known, Office, OneOf
from ..places import Places
from ..reading import Part
from .differences import differences

if TYPE_CHECKING:
    from ..stage import Stage


@dataclass
class Event(Part):
    """How many of an event have a place (`enrolled`) and how many are `waiting`; how who `opened` it was called."""

    event: Known
    state: Annotated[str | None, OneOf(EventState.values)] = None
    enrolled: int | None = None
    waiting: int | None = None
    opened: str | None = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        event = models.Event.objects.select_related("opened_by").get(pk=stage.things[self.event].pk)
        waiting = sum(line.waiting for line in standing_list(event))
        opened = title_on(event.opened_by, event.held_on) if event.opened_by and event.held_on else ""
        found = {"state": event.state, "enrolled": event.enrolled, "waiting": waiting, "opened": opened}
        yield from differences(self, found)


@dataclass
class Visits(Part):
    """Of the visits of a plan: how many are `planned` for its whole time, `done` and `missed`."""

    visits: Known
    planned: int | None = None
    done: int | None = None
    missed: int | None = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        found = models.Visit.objects.filter(plan=stage.things[self.visits].pk)
        done, missed = (found.filter(state=state).count() for state in (VisitState.DONE, VisitState.MISSED))
        yield from differences(self, {"planned": found.count(), "done": done, "missed": missed})


@dataclass
class Needs(Part):
    """Of what these villages need, or of what an office was asked for: `noted`, `unanswered`, `late`, `done`, `declined`."""

    needs: Places
    of: Office = ""
    noted: int | None = None
    unanswered: int | None = None
    late: int | None = None
    done: int | None = None
    declined: int | None = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        found = models.Need.objects.filter(kampung__region__in=stage.regions(self.needs.codes))
        if self.of:
            found = found.filter(owner=stage.office(self.of))
        rows = {"noted": Q(), "unanswered": Q(state__in=UNANSWERED), "late": Q(state__in=UNANSWERED, due_on__lt=stage.today),
                "done": Q(state=NeedState.DONE), "declined": Q(state=NeedState.REFUSED)}  # fmt: skip
        yield from differences(self, {name: found.filter(asked).count() for name, asked in rows.items()})
