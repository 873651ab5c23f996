"""The facts that a class is made of come from what stands in reports and from decrees, by one statement."""

from datetime import date

import pytest

from tests.workflows.reports.conftest import decreed, drafted, sent, units  # noqa: F401  fixtures
from tests.world import World, build_world
from workflows.core.door import perform
from workflows.evaluations.classifying import classify
from workflows.evaluations.facts import CHOICES, Facts, sorts
from workflows.evaluations.gathering import facts_on
from workflows.evaluations.models import Instrument
from workflows.evaluations.shipped import load_instruments
from workflows.reports.models import Report
from workflows.reports.shipped import newest
from workflows.villages.models import KampungKB, Member, Pokja

CUT_OFF = date(2024, 3, 4)


def facts(unit, day=CUT_OFF):
    return dict(facts_on(KampungKB.objects.all(), day))[unit.pk]


@pytest.fixture
def world(db: None) -> World:
    """Without the units of an evaluation's world: reports come from villages as they are."""
    return build_world()


@pytest.fixture
def told(sent):  # noqa: F811
    """Everything that the first village has to tell."""
    sent("fitri", "profile", day=date(2024, 1, 1))
    sent("fitri", "population", day=date(2024, 1, 1))
    sent("fitri", "activity", day=date(2024, 2, 17))
    return sent("fitri")


def test_every_fact_has_a_field_and_every_list_the_same_choices():
    fields = {field.key: field for form in newest().values() for field in form.fields}
    assert set(sorts()) <= set(fields)
    for name, choices in CHOICES.items():
        assert set(fields[name].choices) == choices
        assert not fields[name].open


def test_what_nobody_reported_is_not_known(units):  # noqa: F811
    assert facts(units.satu) == Facts()


def test_a_village_that_told_everything_can_be_classed(units, told):  # noqa: F811
    load_instruments()
    found = facts(units.satu)
    assert (found.pokja, found.pokja_members, found.users, found.couples) == (True, 21, 60, 100)
    assert found.sectors == {"opd_kb", "health"}
    assert classify(Instrument.objects.get().definition, found).missing == ()
    assert facts(units.dua) == Facts()


def test_the_newest_report_about_a_time_that_had_begun_counts(world, units, told, sent):  # noqa: F811
    sent("fitri", day=date(2024, 3, 1), users=63, iud=8)
    perform(Report.correct, told, by=world.by("fitri"), reason="Salah.", values={"figures": {"users": 61, "iud": 6}})
    assert facts(units.satu).users == 63
    assert facts(units.satu, date(2024, 2, 29)).users == 61
    assert facts(units.satu, date(2024, 1, 31)).users is None


def test_sectors_are_those_of_all_activities_of_the_year(units, told, sent):  # noqa: F811
    sent("fitri", "activity", day=date(2024, 2, 20), title="Contoh senam", sectors=["health", "tp_pkk"])
    sent("fitri", "activity", day=date(2023, 12, 30), title="Contoh rapat", sectors=["social"])
    assert facts(units.satu).sectors == {"opd_kb", "health", "tp_pkk"}
    assert facts(units.satu, date(2024, 2, 18)).sectors == {"opd_kb", "health"}


def test_decrees_say_whether_there_is_a_pokja_and_its_roster_who_sits_in_it(units, told, decreed):  # noqa: F811
    decree = decreed(units.satu, "appoint_pokja", date(2023, 5, 1), until=date(2024, 2, 29))
    for_all = Pokja.objects.create(file=decree.file, kampung=None)
    own = Pokja.objects.create(file=decree.file, kampung=units.satu)
    for roster, seats in ((for_all, 1), (own, 3)):
        Member.objects.bulk_create(Member(pokja=roster, order=n, position="Anggota", name="Contoh") for n in range(seats))
    in_time = facts(units.satu, date(2024, 2, 29))
    assert (in_time.pokja, in_time.pokja_members, in_time.pokja_trained) == (True, 3, True)
    assert facts(units.satu).pokja is False
    own.members.all().delete()
    own.delete()
    assert facts(units.satu, date(2024, 2, 29)).pokja_members == 1


def test_all_villages_are_read_by_one_statement(units, told, django_assert_num_queries):  # noqa: F811
    with django_assert_num_queries(1):
        assert len(list(facts_on(KampungKB.objects.all(), CUT_OFF))) == 4
