"""The table that a rakor works through: each Kampung KB with this year's class and last year's, what is missing, what it needs."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, F, OuterRef, QuerySet, Subquery
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from backend.access import needs_for
from backend.keyset import page_or_first
from backend.pages.acting import OfficialRequest, acting
from workflows.evaluations.definition import Definition
from workflows.evaluations.lifting import lifts
from workflows.evaluations.models import Evaluation, Round, YearlyClass
from workflows.evaluations.outcome import Outcome
from workflows.evaluations.states import LOCKED
from workflows.meetings.models import MotionRow, Rakor
from workflows.meetings.states import CLASSES, STANDING

from .lacking import Lack, lacking
from .rakors import SECTION, is_mine, rakor_or_404
from .sorting import Order


@dataclass(frozen=True)
class IndexLine:
    label: str
    mean: str
    passed: bool | None


@dataclass(frozen=True)
class Line:
    """A Kampung KB. `decided` is what this rakor put down; `ways` what would lift it, the shortest."""

    evaluation: Evaluation
    last: str
    computed: str
    decided: str
    indexes: list[IndexLine]
    ways: list[str]
    lack: Lack

    @property
    def accepted(self) -> bool:
        return self.evaluation.state in LOCKED


@require_GET
@acting
def evaluation_table(request: OfficialRequest, pk: int) -> HttpResponse:
    found = rakor_or_404(request, pk)
    if found.round is None:
        raise Http404
    order, today = Order.read(request.GET.get("urut", "")), request.acting.today
    listed = order.applied(rows_of(found, found.round), found.round.instrument.definition)
    rows, after = page_or_first(listed, order.keyset, request.GET.get("sesudah"), 50)
    context = {"rakor": found, "lines": lines(rows, found.round, min(found.held_on, today)), "after": after,
               "narrowed": f"urut={order}", "headings": order.headings(),
               "year": found.round.year, "mine": is_mine(found, request.acting), "today": today,
               "open_to_me": needs_seen(request, rows)}  # fmt: skip
    return render(request, "meetings/evaluations.html", SECTION | context)


def needs_seen(request: OfficialRequest, rows: list[Evaluation]) -> set[int]:
    """The needs of these villages whose page may be opened."""
    seen = needs_for(request.acting.scope).filter(kampung__in=[row.kampung_id for row in rows])
    return set(seen.values_list("pk", flat=True))


def rows_of(rakor: Rakor, this: Round) -> QuerySet[Evaluation]:
    """The round's evaluations with last year's class, and what this rakor decided."""
    last = YearlyClass.objects.filter(kampung=OuterRef("kampung"), year=this.year - 1)
    decided = MotionRow.objects.filter(evaluation=OuterRef("pk"), motion__rakor=rakor, motion__kind__in=CLASSES,
                                       motion__state__in=STANDING)  # fmt: skip
    found = Evaluation.objects.filter(round=this).select_related("kampung__region__parent")
    return found.annotate(
        last=Subquery(last.values("decided")[:1], output_field=CharField()), put_down=Subquery(decided.values("decided")[:1]),
        village=F("kampung__region__name"),
    )  # fmt: skip


def lines(rows: list[Evaluation], this: Round, day: date) -> list[Line]:
    lacks, definition = lacking(rows, this.year, day), this.instrument.definition
    return [line(row, definition, lacks[row.pk]) for row in rows]


def line(row: Any, definition: Definition, lack: Lack) -> Line:
    labels = {one.key: one.label for one in definition.classes}
    outcome = Outcome.read(row.outcome) if row.outcome else None
    return Line(
        row, labels.get(row.last, ""), labels.get(row.computed, ""), labels.get(row.decided_class or row.put_down or "", ""),
        indexes_of(outcome, definition), ways_of(outcome, definition), lack,
    )  # fmt: skip


def indexes_of(outcome: Outcome | None, definition: Definition) -> list[IndexLine]:
    labels = {one.key: one.label for one in definition.indexes}
    return [IndexLine(labels[one.key], "–" if one.mean is None else str(one.mean).replace(".", ","), one.passed)
            for one in outcome.indexes] if outcome else []  # fmt: skip


def ways_of(outcome: Outcome | None, definition: Definition) -> list[str]:
    """What has to be done for the next class; nothing where it cannot be computed or is the highest."""
    found = lifts(definition, outcome) if outcome and outcome.classification else []
    return [change.words for index in found[0].indexes for change in index.ways[0]] if found else []
