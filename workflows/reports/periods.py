"""The stretches of time that reports tell of, each known by its first day. Pure functions."""

from datetime import date, timedelta

from workflows.core.wording import MONTHS, long_date

from .states import Span


def first_day(span: Span, day: date) -> date:
    """The first day of the month or year that holds a day; of an event, its day."""
    if span == Span.YEAR:
        return day.replace(month=1, day=1)
    return day.replace(day=1) if span == Span.MONTH else day


def last_day(span: Span, day: date) -> date:
    if span == Span.EVENT:
        return day
    months = 12 if span == Span.YEAR else 1
    return months_later(first_day(span, day), months) - timedelta(days=1)


def months_later(first: date, months: int) -> date:
    """From the first of a month to the first of another."""
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)


def period_words(span: Span, period: date) -> str:
    """`Maret 2024`, `tahun 2024`, `6 Mei 2024`."""
    if span == Span.YEAR:
        return f"tahun {period.year}"
    return f"{MONTHS[period.month - 1]} {period.year}" if span == Span.MONTH else long_date(period)
