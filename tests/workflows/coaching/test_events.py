"""Meetings and trainings: planned, held with a list that fits the room, reported; or called off."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.world import BEGIN
from workflows.coaching.inventory import stages, standing_list
from workflows.coaching.models import Event, Participants, Series
from workflows.coaching.planning import plan_event, plan_series
from workflows.core.door import perform, problems
from workflows.core.errors import BadValues, Refused
from workflows.core.models import JournalEntry


def enrol(world, event, *lines):
    perform(Event.enrol, event, by=world.by("ani", "agency"), values={"participants": list(lines)})
    event.refresh_from_db()


def people(count, element="Pengelola Kampung KB"):
    return {"element": element, "count": count}


def hold(world, event, **more):
    perform(Event.record_event, event, by=world.by("ani", "agency"), values={"held_on": "2024-03-04"} | more)
    event.refresh_from_db()


def rules(act, event, by, **given):
    return [problem.rule for problem in problems(act, event, by=by, **given)]


def test_fifty_fit_and_the_fifty_first_is_refused(world):
    event = world.training()
    enrol(world, event, people(30), people(20, "Kader"))
    with pytest.raises(Refused) as refusal:
        enrol(world, event, people(30), people(21, "Kader"))
    assert [problem.rule for problem in refusal.value.problems] == ["within_capacity"]
    assert "50 peserta" in str(refusal.value)
    event.refresh_from_db()
    assert (event.enrolled, event.lists) == (50, 1)


def test_the_database_refuses_the_fifty_first_too(world):
    event = world.training()
    with pytest.raises(IntegrityError, match="event_within_capacity"), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(enrolled=51)


def test_without_a_capacity_come_as_many_as_will(world):
    event = world.training(capacity=None)
    enrol(world, event, people(400))
    assert event.enrolled == 400


def test_the_capacity_is_not_lowered_below_those_enrolled(world):
    event = world.training()
    enrol(world, event, people(40))
    by = world.by("ani", "agency")
    assert rules(Event.replan, event, by, values={"capacity": 39}) == ["room_for_all_enrolled"]
    perform(Event.replan, event, by=by, values={"capacity": 40, "planned_on": "2024-03-27"})
    event.refresh_from_db()
    assert (event.capacity, event.planned_on, event.place) == (40, date(2024, 3, 27), "Aula Contoh")


def test_a_new_list_takes_the_place_of_the_one_before_which_stays(world):
    event = world.training()
    enrol(world, event, people(50))
    enrol(world, event, people(2, "Kader"), {"office": world.office("camat").pk, "count": 1})
    assert event.enrolled == 3
    assert [(line.element, line.office, line.count) for line in standing_list(event)] == [
        ("Kader", None, 2), ("", world.office("camat"), 1),
    ]  # fmt: skip
    assert Participants.objects.filter(event=event).count() == 3


def test_who_finds_no_place_waits(world):
    event = world.training()
    enrol(world, event, people(50) | {"waiting": 3}, {"element": "Kader", "count": 0, "waiting": 2})
    assert event.enrolled == 50
    assert [(line.element, line.count, line.waiting) for line in standing_list(event)] == [
        ("Pengelola Kampung KB", 50, 3), ("Kader", 0, 2),
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["Kader 6171010101010001", "61.71.01.0101", "0812 3456 7890"])
def test_nobody_is_listed_by_his_number(world, number):
    with pytest.raises(BadValues, match="NIK"):
        enrol(world, world.training(), people(1, number))


@pytest.mark.parametrize("line", [
    {"count": 1}, {"element": " ", "count": 1}, {"element": "Kader", "office": 1, "count": 1}, {"element": "Kader", "count": 0},
    {"element": "Kader", "count": True}, {"element": "Kader", "count": "3"}, {"office": 0, "count": 1}, {"office": "1", "count": 1},
    {"element": "Kader", "count": 1, "nik": "1"}, "Kader", {"element": "K" * 151, "count": 1},
    {"element": "Kader", "count": 1, "waiting": -1}, {"element": "Kader", "count": 1, "waiting": "2"},
])  # fmt: skip
def test_a_line_that_says_no_office_or_element_and_count_is_named(world, line):
    with pytest.raises(BadValues) as bad:
        enrol(world, world.training(), people(1), line)
    assert list(bad.value.fields) == ["participants.2"]


def test_nobody_stands_on_a_list_twice(world):
    with pytest.raises(BadValues, match="dua kali"):
        enrol(world, world.training(), people(1), people(2))


def test_it_is_held_opened_by_a_substitute_and_reported(world):
    event = world.training()
    hold(world, event, opened_by=world.by("dedi").pk)
    assert (event.state, event.held_on, event.opened_by) == ("held", BEGIN, world.by("dedi"))
    by, report = world.by("ani", "agency"), {"report": "Diikuti pengelola dua kecamatan."}
    assert rules(Event.report_event, event, by, values=report) == ["participants_listed"]
    enrol(world, event, people(48))
    perform(Event.report_event, event, by=by, values=report)
    event.refresh_from_db()
    assert (event.state, event.report) == ("reported", "Diikuti pengelola dua kecamatan.")


def test_staff_open_nothing_and_nobody_does_from_another_regency(world):
    for opener in (world.by("ani", "agency"), world.foreign):
        with pytest.raises(BadValues) as bad:
            hold(world, world.training(), opened_by=opener.pk)
        assert list(bad.value.fields) == ["opened_by"]


def test_what_is_still_to_come_was_not_held(world):
    with pytest.raises(BadValues) as bad:
        hold(world, world.training(), held_on="2024-03-05")
    assert list(bad.value.fields) == ["held_on"]


def test_only_its_organiser_looks_after_it(world):
    event = world.training()
    for by in (world.by("budi", "camat"), world.foreign, world.health):
        assert rules(Event.record_event, event, by, values={"held_on": "2024-03-04"}) == ["my_office_organises"]


def test_calling_off_says_why(world):
    event = world.training()
    assert rules(Event.call_off, event, world.by("hadi")) == ["reason_given"]
    perform(Event.call_off, event, by=world.by("hadi"), reason="Aula dipakai pemilu.")
    assert JournalEntry.objects.get(act="coaching.Event.call_off").reason == "Aula dipakai pemilu."


def test_a_series_that_two_named_at_once_is_still_found(world):
    twice = [Series.objects.create(office=world.office("agency"), title="Bimtek 2024") for _n in range(2)]
    assert plan_series(world.by("hadi"), " Bimtek 2024") == twice[0]
    assert Series.objects.count() == 2


def test_a_series_tells_the_participants_of_each_stage(world):
    series = plan_series(world.by("hadi"), "Bimtek 2024")
    first, other, last = world.districts(3)
    second = world.training(series=series, stage=2, regions=[last])
    begun = world.training(series=series, stage=1, regions=[first, other])
    enrol(world, begun, people(50))
    assert [(event.stage, event.enrolled, len(event.regions.all())) for event in stages(series)] == [(1, 50, 2), (2, 0, 1)]
    with pytest.raises(BadValues) as bad:
        world.training(series=series, stage=2)
    assert list(bad.value.fields) == ["stage"]
    perform(Event.call_off, second, by=world.by("hadi"), reason="Ditunda.")
    again = world.training(series=series, stage=2, regions=[last])
    assert [event.pk for event in stages(series)] == [begun.pk, again.pk]


def test_wrong_plans_name_each_field(world):
    with pytest.raises(BadValues) as bad:
        world.training(kind="pesta", regions=[], capacity=0, stage=1)
    assert set(bad.value.fields) == {"kind", "regions", "capacity", "stage"}


def test_nobody_organises_in_a_foreign_territory(world):
    with pytest.raises(Refused) as refusal:
        world.training(regions=[world.district, world.foreign_village])
    assert [(problem.rule, problem.object_id) for problem in refusal.value.problems] == [
        ("in_my_territory", world.foreign_village.pk)
    ]


def test_a_partner_organises_nothing(world):
    with pytest.raises(Refused) as refusal:
        plan_event(world.health, kind="bimtek", title="Contoh", regions=[world.district], place="Aula", planned_on=BEGIN)
    assert [problem.rule for problem in refusal.value.problems] == ["organises_this"]


@pytest.mark.parametrize(("constraint", "columns"), [
    ("event_held_iff_dated", {"held_on": BEGIN}), ("event_stage_of_a_series", {"stage": 1}), ("event_has_room", {"capacity": 0}),
])  # fmt: skip
def test_the_database_keeps_events_in_order(world, constraint, columns):
    event = world.training()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(**columns)
