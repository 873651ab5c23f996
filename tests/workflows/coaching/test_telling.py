"""Who is on an event's list is invited, hears of changes and is reminded once; what an agency answers goes back to the village."""

from datetime import date

import pytest

from tests.world import on_day
from worker.subjects import about_event, about_need
from worker.tick import run_due
from workflows.coaching.models import Event, Need
from workflows.coaching.needs import note_need
from workflows.core.door import perform
from workflows.core.models import Outbox
from workflows.villages.drafting import unit_of


@pytest.fixture
def training(world):
    """For Wednesday in three weeks."""
    return world.training(planned_on=date(2024, 3, 27))


def told(topic, kind=about_event):
    """Office and text of each outbox row, in the order of their writing."""
    rows = Outbox.objects.filter(topic=topic).select_related("office", "entry__office").order_by("pk")
    return [(row.office.label, kind(row).text) for row in rows]


def enrol(world, event, *lines):
    perform(Event.enrol, event, by=world.by("ani", "agency"), values={"participants": list(lines)})


def act(world, name, event, **given):
    perform(getattr(Event, name), event, by=world.by("ani", "agency"), **given)


def test_an_office_that_is_new_on_the_list_is_invited_once(world, training):
    health, works = ({"office": by.office_id, "count": 2} for by in (world.health, world.works))
    enrol(world, training, health, {"element": "Kader", "count": 20}, {"office": training.office_id, "count": 1})
    enrol(world, training, health | {"count": 3}, works | {"count": 0, "waiting": 4})
    [(first, words), (second, waits)] = told("event_invited")
    assert (first, second) == (world.health.office.label, world.works.office.label)
    assert "Bimtek pengelola, 27 Maret 2024, Aula Contoh. Tempat untuk kantor Anda: 3." in words
    assert "Menunggu tempat: 4." in waits


def test_nobody_is_invited_to_what_is_over(world, training):
    act(world, "record_event", training, values={"held_on": "2024-03-04"})
    enrol(world, training, {"office": world.health.office_id, "count": 2})
    assert told("event_invited") == []


def test_another_day_and_the_end_of_it_are_told_but_not_another_capacity(world, training):
    enrol(world, training, {"office": world.health.office_id, "count": 2})
    act(world, "replan", training, values={"capacity": 40})
    assert told("event_moved") == []
    act(world, "replan", training, values={"planned_on": "2024-03-28"})
    act(world, "call_off", training, reason="Gedung dipakai.")
    assert ["28 Maret 2024" in text for _office, text in told("event_moved")] == [True]
    assert ["Gedung dipakai." in text for _office, text in told("event_cancelled")] == [True]


def test_the_clock_reminds_of_it_once_the_day_before(world, training):
    enrol(world, training, {"office": world.health.office_id, "count": 2})
    for day in (25, 26, 26, 27):
        on_day(date(2024, 3, day))
        run_due()
    assert [office for office, _text in told("event_soon")] == [world.health.office.label]


def test_the_answer_goes_back_to_the_village(world):
    perform(Need.answer, world.entrusted(), by=world.health, values={"answer": "Sumur dibor bulan Mei."})
    perform(Need.decline, world.entrusted(), by=world.health, reason="Bukan urusan kami.")
    [(office, answer)], [(_office, refusal)] = told("need_answered", about_need), told("need_declined", about_need)
    assert office == world.office("village_head").label
    assert "Kepala Dinas Kesehatan Contoh menjawab" in answer
    assert "Sumur dibor bulan Mei." in answer
    assert "Bukan urusan kami." in refusal


def test_the_village_hears_which_office_is_asked_once_for_each_and_that_it_is_settled(world):
    need = world.entrusted()
    world.entrust(need, world.health, due_on="2024-03-20")
    perform(Need.decline, need, by=world.health, reason="Bukan urusan kami.")
    world.entrust(need, world.works)
    perform(Need.answer, need, by=world.works, values={"answer": "Dibor bulan Mei."})
    perform(Need.settle, need, by=world.by("hadi"))
    asked, [(head, settled)] = told("need_entrusted", about_need), told("need_settled", about_need)
    assert [office for office, _text in asked] == [world.office("village_head").label] * 2
    assert "paling lambat 18 Maret 2024" in asked[1][1]
    assert head == world.office("village_head").label
    assert f"{world.office('agency').label} menyatakan" in settled
    assert f"/kebutuhan/{need.pk}/" in settled


def test_a_village_that_noted_it_itself_is_told_once(world):
    head = world.by("fitri")
    need = note_need(unit_of(head.office.region), head, what="Sumur bor", aim="lingkungan")
    world.entrust(need, world.health)
    perform(Need.answer, need, by=world.health, values={"answer": "Bulan Mei."})
    assert told("need_answered", about_need) == []
    assert Outbox.objects.filter(topic="follow_up_answered").count() == 1
