"""What is counted: open needs by village, kecamatan or office; visits done of those planned; participants by stage."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from workflows.core.wording import long_date

from .models import Event, Need, Participants, Series, Visit
from .states import UNANSWERED, EventState, VisitState

BY = {"village": "kampung", "district": "kampung__region__parent", "office": "owner"}


@dataclass(frozen=True)
class Inventory:
    """`unanswered` needs of those `noted`; of the unanswered `late` are past their day and `unowned` are nobody's yet."""

    noted: int
    unanswered: int
    late: int
    unowned: int


def inventory(needs: QuerySet[Need], by: str, on: date) -> dict[int | None, Inventory]:
    """By id of village (`KampungKB`), district or owning office, from one count. `None`: nobody owns them.

    Raises `KeyError` for another `by` (see `BY`).
    """
    unanswered = Q(state__in=UNANSWERED)
    rows = needs.order_by().values_list(BY[by]).annotate(
        noted=Count("pk"), unanswered=Count("pk", filter=unanswered), late=Count("pk", filter=unanswered & Q(due_on__lt=on)),
        unowned=Count("pk", filter=unanswered & Q(owner=None)),
    )  # fmt: skip
    return {key: Inventory(*counts) for key, *counts in rows}


@dataclass(frozen=True)
class Visited:
    """`done` of the visits whose report was `due` by the day `on`, and of all that are `planned`. Excused ones are in both."""

    on: date
    done: int
    missed: int
    excused: int
    due: int
    planned: int

    @property
    def words(self) -> str:
        """With both denominators named."""
        return _("%(done)d dari %(planned)d kunjungan yang direncanakan; %(due)d jatuh tempo per %(day)s") % {
            "done": self.done, "planned": self.planned, "due": self.due, "day": long_date(self.on),
        }  # fmt: skip


def visited(visits: QuerySet[Visit], on: date) -> Visited:
    in_state = {state: Count("pk", filter=Q(state=state)) for state in (VisitState.DONE, VisitState.MISSED, VisitState.EXCUSED)}
    counts = visits.aggregate(due=Count("pk", filter=Q(due_on__lt=on)), planned=Count("pk"), **in_state)
    return Visited(on, counts["done"], counts["missed"], counts["excused"], counts["due"], counts["planned"])


def stages(series: Series) -> QuerySet[Event]:
    """In their order, each with how many are `enrolled` and `waiting`.

    One called off leaves its place to what was planned instead.
    """
    waiting = Coalesce(Sum("participants__waiting", filter=Q(participants__list=F("lists"))), 0)
    found = series.events.exclude(state=EventState.CANCELLED).annotate(waiting=waiting)
    return found.prefetch_related("regions").order_by("stage")


def standing_list(event: Event) -> QuerySet[Participants]:
    """The lines of the list that counts."""
    return event.participants.filter(list=F("event__lists")).select_related("office").order_by("pk")
