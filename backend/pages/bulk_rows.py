"""The tasks that can be approved together, each with what stands in its way: asked of the door once for all."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import QuerySet

from backend.access import inbox_of
from workflows.core.door import problems
from workflows.core.errors import Problem
from workflows.routes.models import Assignment
from workflows.routes.states import APPROVING_KINDS

from .acting import Acting
from .inbox_filters import Filters
from .refusals import unlike

MOST = 200
"""Rows on one page; the most urgent."""


@dataclass
class Row:
    """A task as it is shown, and why it is not ready; none: it can be selected."""

    task: Assignment
    problems: list[Problem] = field(default_factory=list)

    @property
    def read(self) -> str:
        """The hash of the text that the row links to."""
        return self.task.file.snapshot.sha256 if self.task.file.snapshot else ""

    @property
    def value(self) -> str:
        """What a ticked box sends: the task, the version of its file and what was read, as they are shown."""
        return f"{self.task.pk}.{self.task.file.version}.{self.read}"

    @property
    def district(self) -> str:
        region = self.task.region
        return region.parent.name if region.level == "village" and region.parent else region.name


def approvable(by: Acting, kind: str) -> QuerySet[Assignment]:
    """Open steps of my office about files of one kind."""
    return steps(inbox_of(by.scope), by, kind)


def steps(tasks: QuerySet[Assignment], by: Acting, kind: str) -> QuerySet[Assignment]:
    """Those that can be approved together: the high decisions are never taken by the dozen."""
    alike = tasks.filter(kind__in=APPROVING_KINDS, file__kind=kind, file__zone=by.region.zone)
    return alike.select_related("file__snapshot", "file__office", "region__parent").defer("file__snapshot__content")


def kinds_waiting(by: Acting) -> list[str]:
    """The kinds of files that wait for an approval, in alphabetical order; one act is about one kind."""
    tasks = inbox_of(by.scope).filter(kind__in=APPROVING_KINDS, file__zone=by.region.zone)
    return list(tasks.order_by("file__kind").values_list("file__kind", flat=True).distinct())


def rows_for(by: Acting, kind: str, filters: Filters) -> list[Row]:
    tasks = filters.narrowed(approvable(by, kind)).order_by("due_on", "pk")[:MOST]
    return judged([Row(task) for task in tasks], by)


def judged(rows: list[Row], by: Acting) -> list[Row]:
    """The rows with their problems: one question, whatever their number."""
    if not rows:
        return rows
    tasks = Assignment.objects.filter(pk__in=[row.task.pk for row in rows])
    found = by_task(problems(Assignment.approve, tasks, by=by.mandate, read={row.task.pk: row.read for row in rows}), rows)
    for row in rows:
        row.problems = unlike(found[row.task.pk])
    return rows


def by_task(found: Iterable[Problem], rows: list[Row]) -> dict[int, list[Problem]]:
    """Problems by task: a rule may name the task, its file, or another task about that file. What is none of them, all have."""
    tasks, files = {row.task.pk for row in rows}, {row.task.file_id: row.task.pk for row in rows}
    found = list(found)
    others = [p.object_id for p in found if p.kind == "assignment" and p.object_id not in tasks]
    beside = dict(Assignment.objects.filter(pk__in=others).values_list("pk", "file_id")) if others else {}
    sorted_out: dict[int, list[Problem]] = defaultdict(list)
    for problem in found:
        if problem.kind == "assignment" and problem.object_id in tasks:
            about = {problem.object_id}
        else:
            file = beside.get(problem.object_id) if problem.kind == "assignment" else problem.object_id
            about = {files[file]} if file in files else tasks
        for pk in about:
            sorted_out[pk].append(problem)
    return sorted_out


def by_district(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Grouped by kecamatan, in alphabetical order; within, by village."""
    ordered = sorted(rows, key=lambda row: (row.district, row.task.region.name, row.task.pk))
    return [(district, list(group)) for district, group in groupby(ordered, key=lambda row: row.district)]
