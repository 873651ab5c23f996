"""How far a round has come: by kecamatan, by office that has it, and who is late. In as many questions whatever its size."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.http import QueryDict

from backend.access import Mandates, evaluations_for
from backend.ids import ids_in
from workflows.evaluations.models import Evaluation, Round, YearlyClass
from workflows.evaluations.states import EvaluationState
from workflows.organisation.models import Role
from workflows.routes.models import Assignment
from workflows.routes.queries import returns_to_put_right, until, whom
from workflows.routes.states import AssignmentState

BACK = Q(Exists(returns_to_put_right().filter(pk=OuterRef("pk"))), state=AssignmentState.RETURNED)
"""What was returned waits at the village until it comes back; nobody has a task of it."""
WAITING = Q(state=AssignmentState.OPEN) | BACK


@dataclass(frozen=True)
class Row:
    """The evaluations of one kecamatan: how many in each state, and how many of them wait longer than they may."""

    region: int
    name: str
    counts: dict[str, int]
    late: int

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def cells(self) -> list[tuple[str, Any, int]]:
        return [(state.value, state.label, self.counts.get(state, 0)) for state in EvaluationState]


@dataclass(frozen=True)
class Station:
    role: str
    waiting: int
    late: int

    @property
    def words(self) -> str:
        return str(Role(self.role).label)


@dataclass(frozen=True)
class Board:
    """Of what may be seen of a round, on a day."""

    round: Round
    mandates: Mandates
    day: date

    @property
    def evaluations(self) -> QuerySet[Evaluation]:
        return evaluations_for(self.mandates).filter(round=self.round)

    @property
    def rows(self) -> list[Row]:
        found: dict[int, Row] = {}
        for region, name, state, n, late in self._counted():
            row = found.get(region) or Row(region, name, {}, 0)
            found[region] = Row(region, name, row.counts | {state: n}, row.late + late)
        return sorted(found.values(), key=lambda row: row.name)

    def _counted(self) -> Iterator[Any]:
        district = "kampung__region__parent"
        known = self.evaluations.annotate(is_late=Exists(self.late)).order_by()
        by_state = known.values_list(district, f"{district}__name", "state")
        return by_state.annotate(n=Count("pk"), late=Count("pk", filter=Q(is_late=True))).iterator()

    @property
    def is_late(self) -> Q:
        return Q(state=AssignmentState.OPEN, due_on__lt=self.day) | BACK & Q(fix_by__lt=self.day)

    @property
    def late(self) -> QuerySet[Assignment]:
        """What waits of an outer evaluation and is past its day."""
        return Assignment.objects.filter(self.is_late, file=OuterRef("pk"))

    @cached_property
    def stations(self) -> list[Station]:
        """The offices, by their role, that have something of it now; those first that have most that is late."""
        tasks = Assignment.objects.filter(WAITING, file__evaluation__round=self.round).order_by()
        tasks = tasks.filter(file__evaluation__in=self.evaluations)
        tasks = tasks.annotate(role=whom("role"))
        counted = tasks.values_list("role").annotate(n=Count("pk"), late=Count("pk", filter=self.is_late))
        return [Station(*row) for row in counted.order_by("-late", "-n", "role")]

    @property
    def classes(self) -> list[tuple[str, int, int]]:
        """Each class of the instrument with how many have it now, decided or computed, and how many had it the year before."""
        now = self.evaluations.filter(outcome__isnull=False).order_by()
        counts = dict(now.exclude(decided_class="").values_list("decided_class").annotate(Count("pk")))
        for key, n in now.filter(decided_class="").values_list("computed").annotate(Count("pk")):
            counts[key] = counts.get(key, 0) + n
        before = YearlyClass.objects.filter(year=self.round.year - 1, kampung__in=self.evaluations.values("kampung")).order_by()
        then = dict(before.values_list("decided").annotate(Count("pk")))
        return [(one.label, counts.get(one.key, 0), then.get(one.key, 0)) for one in self.round.instrument.definition.classes]

    @property
    def not_computable(self) -> int:
        return self.evaluations.filter(outcome__isnull=False, computed="").count()


def narrowed(board: Board, asked: QueryDict) -> QuerySet[Evaluation]:
    """`kecamatan`, `keadaan`, `lewat`: what cannot be read narrows nothing."""
    rows = board.evaluations
    if districts := ids_in(asked.getlist("kecamatan")):
        rows = rows.filter(kampung__region__parent__in=districts)
    if asked.get("keadaan") in EvaluationState.values:
        rows = rows.filter(state=asked["keadaan"])
    return rows.filter(Exists(board.late)) if asked.get("lewat") else rows


def with_waiting(rows: QuerySet[Evaluation]) -> QuerySet[Evaluation]:
    """With what waits of each (`file.waiting`): at which office (`at`), until which day (`until`)."""
    tasks = Assignment.objects.filter(WAITING).annotate(at=whom("label"), until=until()).order_by("pk")
    return rows.prefetch_related(Prefetch("file__assignments", tasks, to_attr="waiting"))


def with_classes(rows: QuerySet[Evaluation], this: Round) -> QuerySet[Evaluation]:
    """With the key of the class that each Kampung KB had the year before, as `before`."""
    earlier = YearlyClass.objects.filter(kampung=OuterRef("kampung"), year=this.year - 1)
    return rows.annotate(before=Subquery(earlier.values("decided")[:1]))
