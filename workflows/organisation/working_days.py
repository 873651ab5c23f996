"""The calendar of working days: filled from the `holidays` library, edited by hand, asked by acts and pages."""

from collections.abc import Iterable
from datetime import date, timedelta
from operator import attrgetter

import holidays
from django.db import transaction
from django.db.models import ExpressionWrapper, IntegerField, OuterRef, Subquery, Value
from django.db.models.expressions import Combinable
from django.utils.translation import gettext as _

from workflows.core.clock import today
from workflows.core.errors import NotDone

from .models import WorkingDay

NATIONAL = "ID"
SATURDAY = 5
YEARS_AHEAD = 2


class NoCalendar(NotDone):
    """The working days of that time are not filled in."""


@transaction.atomic
def fill_calendar(years: Iterable[int], calendar: str = NATIONAL) -> int:
    """Add the days that are missing: Monday to Friday work, national holidays and cuti bersama do not.

    Days that are there stay as they are, edited or not. Returns how many were added.
    """
    years = list(years)
    off = holidays.country_holidays("ID", years=years, categories=("public", "government"), language="id")
    there = {day.date: day for day in WorkingDay.objects.filter(calendar=calendar)}
    days = [_day(calendar, day, off.get(day, "")) for year in years for day in _days_of(year) if day not in there]
    if days:
        changed = _number([*there.values(), *days])
        WorkingDay.objects.bulk_create(days)
        WorkingDay.objects.bulk_update([day for day in changed if day.date in there], ["ordinal"], batch_size=1000)
    return len(days)


def fill_ahead() -> int:
    """Fill the calendar from last year to the end of the year after next; where it reaches so far, nothing is looked at.

    Without working days there are neither deadlines nor reminders, so nobody should have to think of it each year.
    """
    year = today().year
    if WorkingDay.objects.filter(calendar=NATIONAL, date=date(year + YEARS_AHEAD, 12, 31)).exists():
        return 0
    return fill_calendar(range(year - 1, year + YEARS_AHEAD + 1))


def _number(days: Iterable[WorkingDay]) -> list[WorkingDay]:
    """Give each day the count of working days up to it; returns those whose count was another."""
    ordinal, changed = 0, []
    for day in sorted(days, key=attrgetter("date")):
        ordinal += day.is_working
        if day.ordinal != ordinal:
            day.ordinal = ordinal
            changed.append(day)
    return changed


def _days_of(year: int) -> Iterable[date]:
    first = date(year, 1, 1)
    return (first + timedelta(n) for n in range((date(year + 1, 1, 1) - first).days))


def _day(calendar: str, day: date, holiday: str) -> WorkingDay:
    return WorkingDay(
        calendar=calendar, date=day, is_working=day.weekday() < SATURDAY and not holiday, note=holiday[:200]
    )


@transaction.atomic
def change_day(day: date, is_working: bool, note: str, calendar: str = NATIONAL) -> None:
    """Make a day a working day or a holiday, and number the days anew. Due dates already written stay."""
    if not WorkingDay.objects.filter(calendar=calendar, date=day).update(is_working=is_working, note=note):
        raise NoCalendar(_no_calendar(day))
    renumber(calendar)


def renumber(calendar: str) -> None:
    """Count the working days anew."""
    changed = _number(WorkingDay.objects.filter(calendar=calendar))
    WorkingDay.objects.bulk_update(changed, ["ordinal"], batch_size=1000)


def due_after(start: date | str | Combinable, days: int | str, calendar: str = NATIONAL) -> Subquery:
    """The date `days` working days after `start`, as an expression: null where the calendar is not filled.

    `start` and `days` may name columns of the surrounding query (`due_after("opened_on", "days")`). From a holiday it
    counts as from the last working day before.
    """
    known = WorkingDay.objects.filter(calendar=calendar)
    begin = known.filter(date=OuterRef(OuterRef(start)) if isinstance(start, str) else start).values("ordinal")
    more = OuterRef(days) if isinstance(days, str) else Value(days)
    ordinal = ExpressionWrapper(Subquery(begin) + more, output_field=IntegerField())
    return Subquery(known.filter(is_working=True, ordinal=ordinal).values("date")[:1])


def due_date(start: date, days: int, calendar: str = NATIONAL) -> date:
    """The date `days` working days after `start`. Raises `NoCalendar` with words when it is not filled in."""
    known = WorkingDay.objects.filter(calendar=calendar)
    due = known.filter(date=due_after(start, days, calendar)).values_list("date", flat=True).first()
    if due is None:
        raise NoCalendar(_no_calendar(start))
    return due


def _no_calendar(day: date) -> str:
    words = _("Kalender hari kerja belum diisi untuk %(day)s dan sesudahnya; jalankan fill_calendar.")
    return words % {"day": day}
