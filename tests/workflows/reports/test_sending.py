"""Who may send what, and what becomes of it."""

from datetime import date

import pytest

from tests.workflows.reports.figures import POPULATION
from workflows.core.door import perform, problems
from workflows.core.errors import BadValues, Refused
from workflows.core.models import JournalEntry
from workflows.organisation.models import Person
from workflows.reports.drafting import save_report
from workflows.reports.models import Report


def why_not(world, report, login, role=""):
    return [problem.rule for problem in problems(Report.send, report, by=world.by(login, role))]


def test_a_report_that_was_sent_stands_and_says_who_told_it_and_when(world, units, sent):
    report = sent("ani", role="village_head")
    assert (report.state, report.standing, report.conflicting) == ("sent", True, False)
    assert (report.reporter.username, report.reported_on, report.first_reported_on) == ("ani", units.today, units.today)
    assert JournalEntry.objects.filter(act="reports.Report.send").count() == 1


def test_a_paper_keeps_who_told_it_and_who_keyed_it_with_both_days(world, units, sent):
    report = sent("gita", reported_by="Contoh Ketua Pokja", reported_on="2024-03-01")
    assert (report.reporter, report.reported_by, report.reported_on) == (None, "Contoh Ketua Pokja", date(2024, 3, 1))
    assert (report.entered_by.username, report.entered_on, report.first_reported_on) == ("gita", units.today, date(2024, 3, 1))


def test_a_person_whom_siklus_knows_may_have_told_it(world, drafted):
    report = drafted("gita", reported_by="Kepala desa")
    fitri = Person.objects.get(username="fitri")
    save_report(report, world.by("gita"), reporter=fitri.pk)
    perform(Report.send, report, by=world.by("gita"))
    assert Report.objects.get(pk=report.pk).reporter == fitri


def test_nobody_keys_in_what_he_told_himself(world, drafted):
    assert why_not(world, drafted("gita", reported_by="PKB, contoh gita"), "gita") == ["keyer_is_not_reporter"]
    by_person = drafted("gita", reported_by="Penyuluh")
    save_report(by_person, world.by("gita"), reporter=world.by("gita").person_id)
    assert why_not(world, by_person, "gita") == ["keyer_is_not_reporter"]
    assert why_not(world, by_person, "hadi") == []


def test_a_paper_without_name_or_day_is_not_sent(world, drafted):
    report = drafted("gita", reported_by="Contoh Ketua")
    save_report(report, world.by("gita"), reported_on=None)
    assert why_not(world, report, "gita") == ["paper_names_its_reporter"]
    save_report(report, world.by("gita"), reported_on="2024-03-01", reported_by=" ")
    assert why_not(world, report, "gita") == ["paper_names_its_reporter"]


@pytest.mark.parametrize("day", ["2024-01-31", "2024-03-05"])
def test_a_paper_was_written_in_its_period_or_later_and_not_tomorrow(world, drafted, day):
    assert why_not(world, drafted("gita", reported_by="Contoh Ketua", reported_on=day), "gita") == ["days_in_order"]


def test_nobody_reports_the_future(world, drafted):
    assert why_not(world, drafted("fitri", day=date(2024, 4, 1)), "fitri") == ["period_has_come"]
    assert why_not(world, drafted("fitri", day=date(2024, 3, 20)), "fitri") == []


@pytest.mark.parametrize("login", ["eko", "joko", "citra"])
def test_only_offices_that_report_for_the_village_send(world, drafted, login):
    assert why_not(world, drafted("fitri"), login) == ["reports_for_the_village"]


def test_a_field_officer_sends_for_the_villages_that_he_serves_only(world, drafted):
    report = drafted("gita")
    world.office("pkb").areas.create(region=world.villages[1])
    assert why_not(world, report, "gita") == ["reports_for_the_village"]
    world.office("pkb").areas.create(region=world.villages[0])
    assert why_not(world, report, "gita") == []


def test_an_office_does_not_tell_of_a_period_twice(world, sent, drafted):
    sent("fitri")
    with pytest.raises(Refused, match="perbaiki laporan itu"):
        perform(Report.send, drafted("ani", role="village_head"), by=world.by("ani", "village_head"))


def test_what_is_incomplete_is_not_sent(world, drafted):
    report = drafted("fitri")
    save_report(report, world.by("fitri"), figures={"iud": None})
    with pytest.raises(BadValues) as bad:
        perform(Report.send, report, by=world.by("fitri"))
    assert bad.value.fields == {"iud": "Peserta IUD wajib diisi."}
    assert Report.objects.get(pk=report.pk).state == "draft"


def test_shares_are_of_what_the_village_last_reported(world, units, sent, drafted):
    sent("fitri", "population", families_with_under_fives=19, day=date(2023, 5, 5))
    with pytest.raises(BadValues, match=r"19 \(keluarga dengan balita\)"):
        perform(Report.send, drafted("fitri"), by=world.by("fitri"))
    sent("fitri", "population", day=date(2024, 1, 1))
    perform(Report.send, drafted("kartika"), by=world.by("kartika"))
    perform(Report.send, drafted("eko", unit=units.dua, bkb_participants=5000), by=world.by("eko"))
    assert POPULATION["families_with_under_fives"] < 5000


def test_many_are_sent_in_one_act_and_each_wrong_figure_is_named_with_its_report(world, units, drafted):
    good, bad = drafted("hadi"), drafted("hadi", unit=units.dua, users=61)
    rows = Report.objects.filter(pk__in=[good.pk, bad.pk])
    with pytest.raises(BadValues) as refused:
        perform(Report.send, rows, by=world.by("hadi"))
    assert set(refused.value.fields) == {f"{bad.pk}.users"}
    save_report(bad, world.by("hadi"), figures={"users": 60})
    perform(Report.send, rows, by=world.by("hadi"))
    assert set(rows.values_list("state", "standing")) == {("sent", True)}


def test_two_activities_of_one_day_stand_beside_each_other_and_one_told_twice_does_not(world, sent):
    first = sent("fitri", "activity", day=date(2024, 2, 17))
    other = sent("kartika", "activity", day=date(2024, 2, 17), title="Contoh senam lansia")
    again = sent("gita", "activity", day=date(2024, 2, 17), title=" contoh  PENYULUHAN ")
    assert (first.standing, other.standing, again.standing, again.conflicting) == (True, True, False, True)
