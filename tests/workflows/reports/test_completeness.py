"""Who has reported and who in time, of whom, counted by one query; and whom the clock reminds."""

from datetime import date

import pytest

from tests.world import on_day
from workflows.core.door import perform
from workflows.organisation.models import Level
from workflows.reports.completeness import completeness, completeness_by, late
from workflows.reports.models import Report
from workflows.reports.reminding import deadlines, unreported
from workflows.reports.shipped import form_named

FEBRUARY = date(2024, 2, 1)
PROGRESS = form_named("progress")


@pytest.fixture
def designated(units, decreed):
    """Three of the four; the hamlet is none."""
    for unit in (units.satu, units.dua, units.kelurahan):
        decreed(unit, "designate", date(2023, 5, 1))
    return units


def counted(region, form=PROGRESS, period=FEBRUARY):
    found = completeness(region, form, period)
    return found.expected, found.reported, found.in_time, found.conflicting


def test_designated_units_count_and_the_denominator_is_named(world, designated, sent):
    sent("hadi", unit=designated.dua, reported_by="Contoh Kader", reported_on="2024-03-03")
    sent("fitri")
    sent("gita")
    found = completeness(world.regency, PROGRESS, FEBRUARY)
    assert counted(world.regency) == (3, 2, 1, 1)
    assert (found.share, found.share_in_time) == (2 / 3, 1 / 3)
    assert found.denominator == "Kampung KB yang ditetapkan per 29 Februari 2024"
    assert counted(world.villages[1]) == (1, 1, 1, 0)
    assert list(late(world.regency, PROGRESS, FEBRUARY)) == [designated.kelurahan]


def test_a_draft_is_no_report(world, designated, drafted):
    drafted("fitri")
    assert counted(world.regency) == (3, 0, 0, 0)


def test_a_correction_is_as_timely_as_the_report_that_it_replaces(world, designated, sent):
    report = sent("gita", reported_by="Contoh Kader", reported_on="2024-03-02")
    perform(Report.correct, report, by=world.by("gita"), reason="Salah.", values={"figures": {"users": 61, "iud": 6}})
    assert counted(world.regency) == (3, 1, 1, 0)


def test_who_is_designated_later_owes_nothing_for_the_time_before(world, designated):
    assert counted(world.regency, period=date(2023, 4, 1)) == (0, 0, 0, 0)
    assert completeness(world.regency, PROGRESS, date(2023, 4, 1)).share is None


def test_of_a_profile_one_a_year_is_expected_in_whatever_month(world, designated, sent):
    sent("fitri", "profile", day=date(2024, 2, 1))
    assert counted(world.regency, form_named("profile"), date(2024, 1, 1)) == (3, 1, 0, 0)
    assert counted(world.regency, form_named("profile"), date(2023, 1, 1)) == (3, 0, 0, 0)


def test_nobody_waits_for_an_activity(world):
    with pytest.raises(ValueError, match="activity"):
        completeness(world.regency, form_named("activity"), FEBRUARY)


@pytest.mark.parametrize("level", [Level.DISTRICT, Level.REGENCY])
def test_each_region_of_a_level_is_counted_in_one_query(world, designated, sent, level, django_assert_num_queries):
    sent("fitri")
    with django_assert_num_queries(2):  # one of them asks what day it is
        [found] = completeness_by(world.regency, level, PROGRESS, FEBRUARY)
    region = world.district if level == Level.DISTRICT else world.regency
    assert (found.region, found.expected, found.reported) == (region.pk, 3, 1)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2024, 3, 1), {("progress", FEBRUARY)}),
        (date(2024, 3, 3), {("progress", FEBRUARY)}),
        (date(2024, 3, 4), set()),
        (date(2024, 2, 29), set()),
        (date(2025, 1, 2), {("progress", date(2024, 12, 1)), ("profile", date(2025, 1, 1)), ("population", date(2025, 1, 1))}),
    ],
)
def test_of_a_report_one_is_reminded_in_the_last_days_before_it_is_due(day, expected):
    assert {(one.form.code, one.period) for one in deadlines(day)} == expected


def test_whose_report_has_come_is_not_reminded(world, designated, sent):
    on_day(date(2024, 4, 1))
    [march] = deadlines(date(2024, 4, 1))
    sent("fitri", day=march.period)
    waiting = unreported(march, "Asia/Jakarta", date(2024, 4, 1))
    assert set(waiting) == {designated.dua, designated.kelurahan}
    assert not unreported(march, "Asia/Makassar", date(2024, 4, 1)).exists()
