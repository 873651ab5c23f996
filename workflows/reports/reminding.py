"""Of which reports villages are reminded on a day, and which villages: what the clock asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from workflows.villages.facts import KampungQuerySet
from workflows.villages.models import KampungKB

from .completeness import counted_on, reporting
from .definition import Form
from .periods import first_day, months_later, period_words
from .shipped import newest
from .states import Span

REMIND_BEFORE = timedelta(days=2)


@dataclass(frozen=True)
class Deadline:
    """The report of a period is in time through `due_on`."""

    form: Form
    period: date
    due_on: date

    @property
    def key(self) -> str:
        """The same on every day, so that nobody is told of it twice."""
        return f"report due {self.form.code} {self.period}"

    @property
    def period_words(self) -> str:
        return period_words(self.form.every or self.form.span, self.period)


def deadlines(day: date) -> Iterator[Deadline]:
    """Those of which one is reminded on a day: of a report due within two days, the last one included."""
    for form in newest().values():
        for period in periods_due_about(form, day):
            due_on = form.due_on(period)
            if due_on and day <= due_on <= day + REMIND_BEFORE:
                yield Deadline(form, period, due_on)


def periods_due_about(form: Form, day: date) -> Iterator[date]:
    """The periods whose report is due in this month or the next."""
    if form.every is None or form.due is None:
        return
    for months in (0, 1):
        begun = months_later(first_day(Span.MONTH, day), months - form.due.months_after)
        if begun == first_day(form.every, begun):
            yield begun


def unreported(deadline: Deadline, zone: str, day: date) -> KampungQuerySet:
    """The Kampung KB of a zone that are to be reminded of it."""
    here = KampungKB.objects.filter(region__zone=zone)
    on = counted_on(deadline.form, deadline.period, day)
    return reporting(here, deadline.form, deadline.period, on).filter(reported_on=None)
