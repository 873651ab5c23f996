"""What a village has to tell: from the first due day that found it designated, and never late for what was due before."""

from datetime import date

import pytest

from workflows.reports.drafting import save_report
from workflows.reports.duties import duties

TODAY = date(2024, 3, 4)


@pytest.fixture
def asked(units, decreed):
    """By form and period, the state of what is asked of the first village, designated on 20 January."""
    decreed(units.satu, "designate", date(2024, 1, 20))

    def ask(today=TODAY):
        return {(duty.form.code, duty.period.isoformat()): duty.state for duty in duties(units.satu, today)}

    return ask


def test_a_village_is_asked_since_its_designation(asked):
    assert asked() == {
        ("progress", "2024-03-01"): "coming", ("progress", "2024-02-01"): "late", ("progress", "2024-01-01"): "late",
        ("profile", "2024-01-01"): "due", ("population", "2024-01-01"): "due",
    }  # fmt: skip


def test_what_was_told_is_in_time_or_behind(asked, sent):
    sent("fitri", day=date(2024, 2, 1))
    sent("gita", day=date(2024, 1, 1), reported_by="Contoh Kader", reported_on="2024-02-02")
    told = asked()
    assert (told["progress", "2024-02-01"], told["progress", "2024-01-01"]) == ("behind", "in_time")


def test_a_village_that_is_no_kampung_kb_has_nothing_to_tell(units):
    assert duties(units.dua, TODAY) == []


def test_a_profile_of_any_month_is_that_of_its_year(asked, drafted, units):
    draft = drafted("fitri", "profile", day=date(2024, 2, 1))
    [duty] = [duty for duty in duties(units.satu, TODAY) if duty.form.code == "profile"]
    assert duty.drafts == [draft]


def test_of_several_drafts_the_oldest_stands_first_whichever_was_saved_last(world, asked, drafted, units):
    first, second = drafted("fitri"), drafted("fitri")
    save_report(first, world.by("fitri"), figures={"users": 61})
    [duty] = [duty for duty in duties(units.satu, TODAY) if duty.drafts]
    assert [draft.pk for draft in duty.drafts] == [first.pk, second.pk]
