"""What waits where, how long it takes, and who is late. Days are those of the journal, not of the server's clock."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Aggregate, Count, DurationField, F, Min, OuterRef, Q, QuerySet, Subquery

from backend.access import Mandates, tasks_for
from workflows.core.models import JournalSubject
from workflows.organisation.models import Region, Role
from workflows.organisation.models.region import within
from workflows.routes.models import Assignment
from workflows.routes.queries import returns_to_put_right
from workflows.routes.states import AssignmentKind, AssignmentState

from .stages import part_of

DECIDED = [AssignmentState.APPROVED, AssignmentState.RETURNED, AssignmentState.REJECTED]
YEAR = timedelta(days=365)
LONGEST = 10


class Quantile(Aggregate):
    """`Quantile(duration, share=0.5)` is the median."""

    template = "percentile_cont(%(share)s) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


@dataclass(frozen=True)
class Pace:
    """How long one station took in the last year: `count` decisions, half of them within `days`, `timely` of them in time.

    `by`: the role of the office, or what the approval of its step does. A quarter was within `quick`, three quarters within `slow`.
    """

    kind: str
    by: str
    count: int
    timely: int
    quick: timedelta
    median: timedelta
    slow: timedelta

    @property
    def days(self) -> float:
        return round(self.median / timedelta(days=1), 1)

    @property
    def words(self) -> str:
        return f"{AssignmentKind(self.kind).label} · {Role(self.by).label}"


@dataclass(frozen=True)
class Waiting:
    """The tasks about a territory that may be seen, on a day; of one `kind` of files, or of all."""

    region: Region
    mandates: Mandates
    day: date
    kind: str = ""

    @property
    def tasks(self) -> QuerySet[Assignment]:
        tasks = tasks_for(self.mandates).filter(within(self.region.path, "region__"))
        return tasks.filter(file__kind=self.kind) if self.kind else tasks

    @property
    def open(self) -> QuerySet[Assignment]:
        return self.tasks.filter(state=AssignmentState.OPEN)

    @property
    def late(self) -> Q:
        return Q(due_on__lt=self.day)

    def counts(self) -> dict[str, int]:
        """`open` and, of these, `late` and for how many `offices`."""
        return self.open.aggregate(
            open=Count("pk"), late=Count("pk", filter=self.late), offices=Count("office", filter=self.late, distinct=True)
        )

    def late_returns(self) -> int:
        """How many files are longer at their drafters than the day by which they were to be put right."""
        late = returns_to_put_right().filter(fix_by__lt=self.day)
        return self.tasks.filter(pk__in=late.values("pk")).count()

    def late_by_part(self) -> dict[int, int]:
        late = self.open.filter(self.late).annotate(part=part_of(self.region, "region__path")).order_by()
        return dict(late.values_list("part").annotate(Count("pk")))

    def offices(self) -> list[dict[str, Any]]:
        """The ten offices with most late tasks."""
        by_office = self.open.values("office", "office__label").order_by()
        counted: Any = by_office.annotate(waiting=Count("pk"), late=Count("pk", filter=self.late), since=Min("opened_on"))
        return list(counted.filter(late__gt=0).order_by("-late", "since", "office__label")[:LONGEST])

    def longest(self) -> list[Assignment]:
        """The ten that have been waiting longest, with how many `days`."""
        found = self.open.filter(opened_on__isnull=False).select_related("office", "file", "region").order_by("opened_on", "pk")
        tasks: list[Any] = list(found[:LONGEST])
        for task in tasks:
            task.days_waited = (self.day - task.opened_on).days
        return tasks

    def paces(self, by: str = "office__role") -> list[Pace]:
        """By station, the slowest first."""
        noted = JournalSubject.objects.filter(kind="assignment", object_id=OuterRef("pk"), to_state=OuterRef("state"))
        noted = noted.exclude(from_state=F("to_state"))  # somebody was only reminded
        done = self.tasks.filter(state__in=DECIDED, opened_on__gte=self.day - YEAR)
        done = done.annotate(done_on=Subquery(noted.order_by("-entry_id").values("entry__on")[:1])).order_by()
        took = F("done_on") - F("opened_on")
        stations = done.values_list("kind", by).annotate(
            count=Count("pk"), timely=Count("pk", filter=Q(due_on=None) | Q(done_on__lte=F("due_on"))),
            quick=Quantile(took, share=0.25), median=Quantile(took, share=0.5), slow=Quantile(took, share=0.75),
        )  # fmt: skip
        return [Pace(*row) for row in stations.order_by("-median", "kind", by) if row[-1] is not None]
