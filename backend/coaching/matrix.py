"""A plan as kecamatan × months: what was done, what was missed, what is to come."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from workflows.coaching.models import Plan, Visit
from workflows.coaching.states import VisitState
from workflows.organisation.models import Region

NOW = "now"
WORDS: dict[str, str | Promise] = {
    VisitState.DONE: VisitState.DONE.label, NOW: _("perlu dilaporkan"), VisitState.MISSED: VisitState.MISSED.label,
    VisitState.PLANNED: VisitState.PLANNED.label, VisitState.EXCUSED: _("ditiadakan"),
}  # fmt: skip
"""What each sign of the matrix means, in the order of its legend."""


@dataclass(frozen=True)
class Cell:
    """One month of one kecamatan. Without a `visit` the plan is a draft still, or it is not one's to see."""

    month: date
    visit: Visit | None
    standing: str

    @property
    def words(self) -> str:
        return capfirst(str(WORDS[self.standing]))


@dataclass(frozen=True)
class Row:
    region: Region
    cells: list[Cell]

    @property
    def done(self) -> int:
        return sum(cell.standing == VisitState.DONE for cell in self.cells)


def matrix(plan: Plan, visits: Iterable[Visit], today: date) -> list[Row]:
    """The kecamatan of the plan by name; where it is adopted, those with a visit among `visits`."""
    known = {(visit.region_id, visit.month): visit for visit in visits}
    seen = {region for region, _month in known}
    places = [place for place in plan.districts.order_by("name") if not seen or place.pk in seen]
    return [Row(place, [cell(month, known.get((place.pk, month)), today) for month in plan.each_month()]) for place in places]


def cell(month: date, visit: Visit | None, today: date) -> Cell:
    return Cell(month, visit, standing_of(visit, today) if visit else VisitState.PLANNED)


def standing_of(visit: Visit, today: date) -> str:
    """The state of the visit; `NOW` where its month has come and nobody has told of it yet."""
    return NOW if visit.state == VisitState.PLANNED and visit.month <= today else visit.state


def legend(rows: list[Row]) -> list[tuple[str, str | Promise, int]]:
    """Each sign that occurs, its words, and how often."""
    counts = Counter(cell.standing for row in rows for cell in row.cells)
    return [(name, words, counts[name]) for name, words in WORDS.items() if counts[name]]


def to_report(rows: list[Row]) -> list[Visit]:
    """What waits to be told of, the longest waiting first."""
    waiting = [cell.visit for row in rows for cell in row.cells if cell.visit and cell.standing in (NOW, VisitState.MISSED)]
    return sorted(waiting, key=lambda visit: (visit.due_on, visit.region.name))
