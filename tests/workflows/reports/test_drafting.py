"""Drafts are ordinary saves of the office that reports; bad input gets a clear answer."""

from datetime import date

import pytest

from workflows.core.errors import BadValues, Conflict, Refused
from workflows.reports.drafting import save_report, start_report
from workflows.reports.models import Report

DAY = date(2024, 2, 17)


@pytest.fixture
def draft(world, units):
    return start_report(units.satu, "progress", DAY, world.by("fitri"))


def test_a_report_begins_as_a_draft_about_the_period_of_the_day(world, units, draft):
    assert (draft.state, draft.period, draft.span, draft.form_version) == ("draft", date(2024, 2, 1), "month", 2)
    assert (draft.office, draft.entered_by) == (world.office("village_head"), world.by("fitri").person)
    assert draft.entered_on == units.today
    assert str(draft) == "Perkembangan bulanan Bangga Kencana, Februari 2024"


@pytest.mark.parametrize(
    ("login", "role"), [("ani", "village_head"), ("kartika", ""), ("gita", ""), ("budi", "camat"), ("hadi", ""), ("ani", "agency")]
)
def test_the_village_its_field_officer_kecamatan_and_agency_report_their_staff_too(world, units, login, role):
    assert start_report(units.satu, "progress", DAY, world.by(login, role)).state == "draft"


@pytest.mark.parametrize("login", ["eko", "joko", "citra", "indra"])
def test_other_offices_do_not_report_for_the_village(world, units, login):
    with pytest.raises(Refused, match="Contoh Satu"):
        start_report(units.satu, "progress", DAY, world.by(login))


def test_a_field_officer_reports_for_the_villages_that_he_serves(world, units):
    world.office("pkb").areas.create(region=world.villages[1])
    start_report(units.dua, "progress", DAY, world.by("gita"))
    with pytest.raises(Refused):
        start_report(units.satu, "progress", DAY, world.by("gita"))


@pytest.mark.parametrize("given", [{"form": "weather"}, {"channel": "pigeon"}])
def test_a_form_or_channel_that_is_not_there_is_refused(world, units, given):
    with pytest.raises(BadValues):
        start_report(units.satu, given.get("form", "progress"), DAY, world.by("fitri"), channel=given.get("channel", "app"))


def test_a_draft_is_filled_in_little_by_little(world, draft):
    fitri = world.by("fitri")
    save_report(draft, fitri, figures={"users": 60, "iud": 5})
    save_report(draft, fitri, version=1, figures={"iud": None, "mow": 2}, sources={"users": " Kartu contoh "})
    assert (draft.figures, draft.sources, draft.version) == ({"users": 60, "mow": 2}, {"users": "Kartu contoh"}, 2)
    assert draft.told_from == {"users": "Kartu contoh", "mow": "SIGA"}


def test_a_stale_edit_is_a_conflict(world, draft):
    save_report(draft, world.by("fitri"), figures={"users": 60})
    with pytest.raises(Conflict):
        save_report(draft, world.by("fitri"), version=0, figures={"users": 61})
    assert Report.objects.get(pk=draft.pk).figures == {"users": 60}


def test_what_is_wrong_is_told_at_once_and_nothing_is_kept(world, draft):
    with pytest.raises(BadValues) as bad:
        save_report(draft, world.by("fitri"), figures={"users": -1, "moons": 2, "iud": 3, "stars": None})
    assert set(bad.value.fields) == {"users", "moons", "stars"}
    assert Report.objects.get(pk=draft.pk).figures == {}


@pytest.mark.parametrize(
    "given",
    [{"figures": [1]}, {"sources": []}, {"sources": {"moons": "x"}}, {"sources": {"users": 3}}, {"reported_by": "Contoh"},
     {"standing": True}, {"state": "sent"}],
)  # fmt: skip
def test_values_of_the_wrong_form_are_refused(world, draft, given):
    with pytest.raises(BadValues):
        save_report(draft, world.by("fitri"), **given)


@pytest.mark.parametrize("given", [{"reported_by": 3}, {"reported_by": "x" * 201}, {"reported_on": "1 Maret"}, {"reporter": 0},
                                   {"reporter": "fitri"}])  # fmt: skip
def test_what_a_paper_says_is_read_carefully(world, units, given):
    paper = start_report(units.satu, "progress", DAY, world.by("gita"), channel="paper")
    with pytest.raises(BadValues):
        save_report(paper, world.by("gita"), **given)


def test_another_office_does_not_edit_it(world, draft):
    with pytest.raises(Refused, match="kantor lain"):
        save_report(draft, world.by("gita"), figures={"users": 1})


def test_what_was_sent_is_no_draft_any_more(world, sent):
    with pytest.raises(Refused, match="Perbaiki"):
        save_report(sent("fitri"), world.by("fitri"), figures={"users": 1})


def test_a_title_may_grow_in_small_letters(world, units):
    """As text from a PDF has them: one letter becomes three."""
    activity = start_report(units.satu, "activity", DAY, world.by("fitri"))
    save_report(activity, world.by("fitri"), figures={"title": "ﬃ" * 500})
    assert Report.objects.get(pk=activity.pk).occasion == "ffi" * 166 + "ff"
