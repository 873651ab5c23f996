"""Deadlines in working days: weekends, holidays and cuti bersama do not count."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db.models import F

from tests.world import on_day, story_from
from workflows.organisation.models import WorkingDay
from workflows.organisation.working_days import NoCalendar, change_day, due_after, due_date, fill_ahead, fill_calendar

pytestmark = pytest.mark.django_db


@pytest.fixture
def calendar_2024(db: None) -> None:
    fill_calendar([2024])


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        (date(2024, 8, 21), 3, date(2024, 8, 26)),
        (date(2024, 4, 5), 1, date(2024, 4, 16)),  # Idul Fitri with its cuti bersama
        (date(2024, 8, 16), 1, date(2024, 8, 19)),  # Independence Day on a Saturday
        (date(2024, 8, 18), 1, date(2024, 8, 19)),  # from a Sunday
        (date(2024, 8, 21), 0, date(2024, 8, 21)),
    ],
)
def test_due_dates(calendar_2024: None, start: date, days: int, due: date) -> None:
    assert due_date(start, days) == due


def test_a_day_made_a_holiday_moves_later_deadlines(calendar_2024: None) -> None:
    change_day(date(2024, 8, 22), is_working=False, note="Contoh hari libur daerah")
    assert due_date(date(2024, 8, 21), 3) == date(2024, 8, 27)


def test_filling_again_keeps_what_was_edited(calendar_2024: None) -> None:
    change_day(date(2024, 8, 22), is_working=False, note="Contoh")
    assert fill_calendar([2023, 2024]) == 365
    assert not WorkingDay.objects.get(date=date(2024, 8, 22)).is_working
    assert due_date(date(2023, 12, 29), 1) == date(2024, 1, 2)


def test_due_after_takes_columns_of_the_query_around(calendar_2024: None) -> None:
    rows = WorkingDay.objects.filter(date__in=[date(2024, 4, 5), date(2024, 8, 21)]).alias(wait=F("ordinal") * 0 + 1)
    due = rows.annotate(due=due_after("date", "wait")).order_by("date").values_list("due", flat=True)
    assert list(due) == [date(2024, 4, 16), date(2024, 8, 22)]


def test_a_year_that_is_not_filled_is_said_so(calendar_2024: None) -> None:
    with pytest.raises(NoCalendar, match="fill_calendar"):
        due_date(date(2024, 12, 31), 5)


def test_it_is_kept_filled_as_the_years_go_by_and_what_was_edited_stays(db: None) -> None:
    story_from(date(2024, 12, 31))
    assert fill_ahead() == 365 + 366 + 365 + 365
    change_day(date(2026, 3, 2), is_working=False, note="Contoh")
    assert fill_ahead() == 0
    on_day(date(2025, 1, 1))
    assert fill_ahead() == 365
    assert due_date(date(2027, 12, 30), 1) == date(2027, 12, 31)
    assert not WorkingDay.objects.get(date=date(2026, 3, 2)).is_working


def test_the_command_fills_sixteen_years(db: None) -> None:
    call_command("fill_calendar")
    assert WorkingDay.objects.count() == 5844
    assert WorkingDay.objects.get(date=date(2015, 7, 16)).note == "Cuti Bersama Hari Raya Idul Fitri"
