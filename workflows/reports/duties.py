"""What one Kampung KB has to tell: of each period its report, or that it is still to come."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from workflows.villages.facts import in_force
from workflows.villages.models import KampungKB

from .completeness import counted_on
from .definition import Form
from .models import Report
from .periods import first_day, months_later, period_words
from .shipped import newest
from .states import ReportState, Span

BACK = {Span.MONTH: 12, Span.YEAR: 1}
"""How many periods before the present one a village is still asked about."""


@dataclass
class Duty:
    """The report of one period. `standing` tells of it, `conflicting` wait to be merged with it, `drafts` are being filled in.

    `in_time_for_it`: the unit was designated on the due day already; one that came later is never late.
    """

    form: Form
    period: date
    due_on: date
    today: date
    in_time_for_it: bool = True
    standing: list[Report] = field(default_factory=list)
    conflicting: list[Report] = field(default_factory=list)
    drafts: list[Report] = field(default_factory=list)

    @property
    def period_words(self) -> str:
        return period_words(self.form.every or self.form.span, self.period)

    @property
    def told_on(self) -> date | None:
        """When the period was first told of."""
        return min((report.first_reported_on for report in self.standing if report.first_reported_on), default=None)

    @property
    def state(self) -> str:
        """`in_time` or `behind` of what was told; of what was not: `late`, `due` (in the month of its due day) or `coming`."""
        if self.told_on:
            return "in_time" if self.told_on <= self.due_on else "behind"
        if self.today > self.due_on and self.in_time_for_it:
            return "late"
        return "due" if self.due_on.replace(day=1) <= self.today else "coming"

    def take(self, report: Report) -> None:
        if report.state == ReportState.DRAFT:
            self.drafts.append(report)
        else:
            (self.standing if report.standing else self.conflicting).append(report)


def duties(unit: KampungKB, today: date) -> list[Duty]:
    """Of the present periods, and of those before whose due day found the unit designated; the newest first."""
    found = expected(unit, [duty for form in newest().values() for duty in periods_of(form, today)])
    by_period = {(duty.form.code, duty.period): duty for duty in found}
    oldest = min((duty.period for duty in found), default=today)
    told = Report.objects.filter(kampung=unit, period__gte=oldest, state__in=[ReportState.DRAFT, ReportState.SENT])
    for report in told.order_by("pk"):
        every = report.definition.every
        if every and (duty := by_period.get((report.form, first_day(every, report.period)))):
            duty.take(report)
    return sorted(found, key=lambda duty: duty.period, reverse=True)


def expected(unit: KampungKB, asked: list[Duty]) -> list[Duty]:
    """Those of which the unit has to tell."""
    counted = [counted_on(duty.form, duty.period, duty.today) for duty in asked]
    held = held_on(unit, [*counted, *(duty.due_on for duty in asked)])
    found = []
    for duty, day, designated, on_due_day in zip(asked, counted, held, held[len(asked) :], strict=False):
        duty.in_time_for_it = on_due_day
        if designated and (on_due_day or day == duty.today):
            found.append(duty)
    return found


def periods_of(form: Form, today: date) -> Iterator[Duty]:
    if form.every is None:
        return
    months = 12 if form.every == Span.YEAR else 1
    for back in range(BACK[form.every] + 1):
        period = months_later(first_day(form.every, today), -back * months)
        if due_on := form.due_on(period):
            yield Duty(form, period, due_on, today)


def held_on(unit: KampungKB, days: list[date]) -> list[bool]:
    """On which of these days the unit was designated, in one question."""
    asked = {f"on{n}": in_force("designate", day) for n, day in enumerate(days)}
    [row] = KampungKB.objects.filter(pk=unit.pk).annotate(**asked).values_list(*asked)
    return list(row)
