"""Rosters of Pokja: drafted by row, complete by rule, and filled by whoever holds an office on a day."""

from datetime import date

import pytest

from tests.people import person
from tests.workflows.villages.conftest import draft_decree
from tests.world import BEGIN, on_day
from workflows.core.door import perform
from workflows.core.errors import BadValues
from workflows.core.models import Outbox
from workflows.decrees.models import Effect
from workflows.organisation.models import Office
from workflows.routes.models import Assignment
from workflows.villages.models import Pokja
from workflows.villages.posts import LEADERS, SECTIONS
from workflows.villages.rosters import members_on, set_roster
from workflows.villages.rules import nobody_twice_in_a_post, roster_complete


@pytest.fixture
def decree(world, units):
    return draft_decree(world, units.satu)


@pytest.fixture
def complete():
    leaders = [{"position": post, "name": f"Contoh {post}"} for post in LEADERS]
    return leaders + [{"position": "Koordinator", "section": s, "name": f"Contoh {s}"} for s in SECTIONS]


def wrong(rule):
    """What a rule says about the rosters that fail it."""
    return list(rule.failing(Pokja.objects.all()).values_list("about", flat=True))


def test_a_complete_roster_has_no_problem_and_keeps_its_order(decree, units, complete):
    pokja = set_roster(decree.file, units.satu, complete)
    assert (wrong(roster_complete), wrong(nobody_twice_in_a_post)) == ([], [])
    assert [m.position for m in pokja.members.all()][:3] == LEADERS
    decree.file.refresh_from_db()
    assert decree.file.version == 1


def test_what_is_missing_is_named(decree, units, complete):
    set_roster(decree.file, units.satu, [complete[0], *complete[2:-1], complete[2]])
    assert wrong(roster_complete) == [
        "Contoh Satu: Sekretaris (harus tepat satu), Bendahara (harus tepat satu), Seksi Pembinaan Lingkungan"
    ]


def test_a_roster_by_fields_has_sections_of_its_own(decree, units, complete):
    pokja = set_roster(decree.file, units.satu, complete[:3], "bidang")
    assert wrong(roster_complete) == ["Contoh Satu: paling sedikit satu bidang"]
    field = {"position": "Anggota", "section": "Bidang Contoh", "name": "Contoh Anggota"}
    assert set_roster(decree.file, units.satu, [*complete[:3], field], "bidang") == pokja
    assert wrong(roster_complete) == []


def test_nobody_sits_twice_in_the_same_post(decree, units, complete):
    again = {"position": "Koordinator", "section": SECTIONS[0], "name": f"contoh {SECTIONS[0].lower()}"}
    elsewhere = {"position": "Anggota", "section": SECTIONS[0], "name": f"Contoh {SECTIONS[0]}"}
    set_roster(decree.file, units.satu, [*complete, again, elsewhere])
    assert wrong(nobody_twice_in_a_post) == [f"Koordinator contoh {SECTIONS[0].lower()}"]


@pytest.mark.parametrize(
    ("member", "field"),
    [
        ({"name": "Contoh"}, "members.1.position"),
        ({"position": "Ketua"}, "members.1.name"),
        ({"position": "Anggota", "section": "Sepak Bola", "name": "Contoh"}, "members.1.section"),
        ({"position": "Ketua", "name": "x" * 151}, "members.1.name"),
        ({"position": "Ketua", "name": "Contoh", "nik": "1"}, "members.1.nik"),
        ({"position": "Ketua", "office": 0}, "members.1.office"),
        ({"position": "Ketua", "office": "x"}, "members.1.office"),
        ("Ketua", "members.1.position"),
    ],
)
def test_a_wrong_row_is_named(decree, units, member, field):
    with pytest.raises(BadValues) as bad:
        set_roster(decree.file, units.satu, [member])
    assert list(bad.value.fields) == [field]


def test_only_villages_of_the_draft_have_a_roster_on_it(decree, units, complete):
    with pytest.raises(BadValues, match="belum ada dalam daftar"):
        set_roster(decree.file, units.dua, complete)


def test_a_decree_under_review_keeps_its_roster(world, units, complete):
    decree = draft_decree(world, units.satu, state="in_review")
    with pytest.raises(BadValues, match="konsep atau dikembalikan"):
        set_roster(decree.file, units.satu, complete)


# --- members by office


@pytest.fixture
def in_force(world, units, decreed):
    """A Pokja in force: the village head protects, a named person chairs."""
    decree = decreed(units.satu, "appoint_pokja", date(2024, 1, 2))
    pokja = Pokja.objects.create(file=decree.file, kampung=units.satu)
    pokja.members.create(order=1, position="Pelindung", office=world.office("village_head"))
    pokja.members.create(order=2, position="Ketua", name="Contoh Ketua", element="tokoh masyarakat")
    return pokja


def take_over(world, since=BEGIN):
    head = world.office("village_head")
    new = {"office": head.pk, "person": person("joko").pk, "capacity": "pj", "paper": "SK Contoh 1"}
    perform(Office.take_over, head, by=world.by("hadi"), values={"since": since, "appointments": [new]})


def test_a_new_head_replaces_the_members_by_office_only(world, in_force):
    take_over(world)
    before, after = (members_on(in_force, day) for day in (date(2024, 3, 3), BEGIN))
    assert [seat.name for seat in before] == ["Contoh Fitri", "Contoh Ketua"]
    assert [seat.name for seat in after] == ["Contoh Joko", "Contoh Ketua"]
    assert (after[0].element, after[0].ex_officio) == ("Pj. Kepala Desa Contoh Satu", True)
    assert (after[1].element, after[1].ex_officio) == ("tokoh masyarakat", False)


def test_a_vacant_office_leaves_the_seat_empty(world, in_force):
    world.office("village_head").mandates.all().delete()
    assert [seat.name for seat in members_on(in_force, BEGIN)] == ["", "Contoh Ketua"]


def test_a_new_head_is_asked_to_review_the_roster(world, in_force):
    take_over(world)
    task = world.task(in_force.file, "village_head", kind="review_roster")
    assert (task.office, task.region, task.opened_on) == (world.office("village_head"), world.villages[0], BEGIN)
    assert task.due_on > BEGIN
    assert Outbox.objects.filter(topic="your_turn", object_id=task.pk).exists()


def test_the_new_head_closes_the_review(world, in_force):
    take_over(world)
    task = world.task(in_force.file, "village_head", kind="review_roster")
    successor = task.office.mandates.select_related("office", "person").get(person__username="joko")
    perform(Assignment.roster_reviewed, task, by=successor, reason="Susunan tetap.")
    task.refresh_from_db()
    assert (task.state, task.note) == ("approved", "Susunan tetap.")


def test_it_is_asked_once_while_a_review_is_open(world, in_force):
    take_over(world)
    on_day(date(2024, 3, 18))
    take_over(world, date(2024, 3, 18))
    assert in_force.file.assignments.filter(kind="review_roster").count() == 1


def test_a_roster_that_has_lapsed_is_not_reviewed(world, in_force):
    Effect.objects.update(until=date(2024, 2, 1))
    take_over(world)
    assert not in_force.file.assignments.exists()


def test_staff_and_acting_officials_of_a_few_days_ask_for_no_review(world, in_force):
    head = world.office("village_head")
    for login, capacity in [("joko", "staf"), ("indra", "plh")]:
        values = {"person": person(login).pk, "capacity": capacity, "since": BEGIN, "paper": "Surat Contoh"}
        perform(Office.appoint, head, by=world.by("hadi"), values=values | {"until": date(2024, 3, 8)})
    assert not in_force.file.assignments.exists()
