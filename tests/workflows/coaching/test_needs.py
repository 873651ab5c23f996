"""What a village needs of another office: noted, asked for, open until it is answered, and closed by who asked."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from backend.access import files_for, needs_for, tasks_for, villages_for
from tests.decree_world import broken_promises
from tests.world import on_day
from worker.subjects import about_task
from worker.tick import run_due
from worker.webhooks.events import of_task
from workflows.coaching.inventory import Inventory, inventory
from workflows.coaching.models import Need
from workflows.coaching.needs import note_need
from workflows.core.door import perform, problems
from workflows.core.errors import BadValues, Refused
from workflows.core.models import Outbox
from workflows.routes.models import Assignment
from workflows.villages.drafting import unit_of


def task_of(need):
    return Assignment.objects.select_related("office").filter(file=need.pk).order_by("pk").last()


def rules(act, need, by, **given):
    return [problem.rule for problem in problems(act, need, by=by, **given)]


def told(topic):
    return list(Outbox.objects.filter(topic=topic).order_by("pk").values_list("office__label", flat=True))


def answer(world, need, by=None, **more):
    perform(Need.answer, need, by=by or world.health, values={"answer": "Sumur dibor bulan Mei."} | more)
    need.refresh_from_db()


def test_who_is_asked_has_a_task_with_a_day_and_is_told(world):
    need = world.entrusted()
    task = task_of(need)
    assert (task.kind, task.state, task.office, task.due_on) == ("follow_up", "open", world.health.office, date(2024, 3, 18))
    assert task.region == world.villages[0]
    assert told("your_turn") == ["Kepala Dinas Kesehatan Contoh"]


def test_it_stays_open_until_it_is_answered(world):
    need = world.entrusted()
    perform(Need.take_on, need, by=world.health)
    need.refresh_from_db()
    assert (need.state, task_of(need).state) == ("taken", "open")
    answer(world, need, fund="dana_desa")
    task = task_of(need)
    assert (need.state, need.fund_words, task.state, task.reply) == ("answered", "Dana Desa", "approved", "Sumur dibor bulan Mei.")
    assert told("follow_up_answered") == [world.office("pkb").label]


def test_an_answer_is_accepted_or_asked_for_again(world):
    need = world.entrusted()
    assert rules(Need.settle, need, world.by("hadi")) == ["state"]
    answer(world, need)
    world.entrust(need, world.health, due_on="2024-04-01")
    assert (task_of(need).state, task_of(need).due_on) == ("open", date(2024, 4, 1))
    answer(world, need)
    assert rules(Need.settle, need, world.health) == ["agency_or_secretary"]
    perform(Need.settle, need, by=world.by("hadi"))
    need.refresh_from_db()
    assert need.state == "done"


def test_who_refuses_says_why_and_another_is_asked(world):
    need = world.entrusted()
    assert rules(Need.decline, need, world.health) == ["reason_given"]
    perform(Need.decline, need, by=world.health, reason="Bukan kewenangan kami.")
    need.refresh_from_db()
    assert (need.state, task_of(need).state, task_of(need).note) == ("refused", "rejected", "Bukan kewenangan kami.")
    assert told("rejected") == [world.office("pkb").label]
    world.entrust(need, world.works)
    need.refresh_from_db()
    assert (need.state, need.owner, task_of(need).office) == ("open", world.works.office, world.works.office)


def test_asking_another_before_the_first_has_answered_takes_the_task_from_it(world):
    need = world.entrusted()
    world.entrust(need, world.works)
    states = Assignment.objects.filter(file=need.pk).order_by("pk").values_list("office", "state")
    assert list(states) == [(world.health.office_id, "voided"), (world.works.office_id, "open")]


def test_a_follow_up_that_is_passed_on_takes_its_need_along(world):
    need = world.entrusted()
    perform(Need.take_on, need, by=world.health)
    values = {"office": world.works.office_id}
    perform(Assignment.reassign, task_of(need), by=world.by("hadi"), reason="Urusan PU.", values=values)
    need.refresh_from_db()
    assert (need.owner, need.state) == (world.works.office, "open")
    assert rules(Need.take_on, need, world.health) == ["my_office_owns_it"]
    assert rules(Need.take_on, need, world.works) == []


def test_a_partner_acts_on_and_sees_what_it_is_asked_for_and_nothing_else(world):
    mine, other = world.entrusted(), world.entrusted(1, to=world.works)
    world.handed_in(2)
    assert list(needs_for([world.health])) == [mine]
    assert list(files_for([world.health])) == [mine.file]
    assert [task.file_id for task in tasks_for([world.health])] == [mine.pk]
    assert not villages_for([world.health]).exists()
    for act, given in ((Need.take_on, {}), (Need.answer, {"values": {"answer": "Ya"}}), (Need.decline, {"reason": "Tidak"})):
        assert rules(act, other, world.health, **given) == ["my_office_owns_it"]
    assert rules(Need.entrust, mine, world.health, values={"office": world.works.office_id, "due_on": "2024-03-18"}) == [
        "agency_or_secretary"
    ]


def test_a_partner_notes_no_needs_and_gives_no_disposition(world):
    with pytest.raises(Refused):
        note_need(unit_of(world.villages[0]), world.health, what="Contoh", aim="layanan")
    values = {"office": world.office("camat").pk, "instruction": "Telaah", "due_on": "2024-03-18"}
    assert rules(Assignment.instruct, task_of(world.entrusted()), world.health, values=values) == ["in_my_line"]


def test_a_foreign_territory_is_refused_everywhere(world):
    need = world.need()
    asked = {"office": world.health.office_id, "due_on": "2024-03-18"}
    assert rules(Need.entrust, need, world.foreign, values=asked) == ["agency_or_secretary"]
    assert rules(Need.entrust, need, world.by("hadi"), values=asked | {"office": world.foreign.office_id}) == ["owner_is_competent"]
    assert not needs_for([world.foreign]).exists()
    with pytest.raises(Refused) as refusal:
        note_need(unit_of(world.foreign_village), world.by("gita"), what="Contoh", aim="layanan")
    assert [problem.rule for problem in refusal.value.problems] == ["may_note_for"]


def test_what_is_wrong_is_named(world):
    for field, more in {"aim": {"aim": "pemberdayaan"}, "what": {"what": " "}}.items():
        with pytest.raises(BadValues) as bad:
            world.need(**more)
        assert list(bad.value.fields) == [field]
    for due_on in ("2024-03-03", "lusa"):
        with pytest.raises(BadValues) as bad:
            world.entrust(world.need(), world.health, due_on=due_on)
        assert list(bad.value.fields) == ["due_on"]


def test_dana_desa_does_not_pay_in_a_kelurahan(world):
    need = world.entrusted(2)
    with pytest.raises(BadValues) as bad:
        answer(world, need, fund="dana_desa")
    assert list(bad.value.fields) == ["fund"]
    answer(world, need, fund="apbd")
    assert need.fund_words == "APBD"


def test_it_was_noted_at_a_visit_to_that_kecamatan(world):
    near, far = world.adopted(districts=2).visits.filter(month=date(2024, 3, 1)).order_by("region")
    assert world.need(visit=near).visit == near
    with pytest.raises(BadValues, match="kecamatan lain"):
        world.need(visit=far)


def test_who_is_late_is_reminded_and_then_the_sekda_is_told(world):
    world.entrusted()
    on_day(date(2024, 3, 15))
    run_due()
    on_day(date(2024, 3, 22))
    run_due()
    health = "Kepala Dinas Kesehatan Contoh"
    assert (told("reminder"), told("overdue")) == ([health], [health])
    assert told("escalated") == [world.office("secretary").label]


def test_the_inventory_counts_by_village_kecamatan_and_agency(world):
    answered, _late, _unowned = world.entrusted(), world.entrusted(1), world.need(1)
    answer(world, answered)
    needs, day = Need.objects.all(), date(2024, 3, 19)
    one, two = answered.kampung_id, unit_of(world.villages[1]).pk
    assert inventory(needs, "village", day) == {one: Inventory(1, 0, 0, 0), two: Inventory(2, 2, 1, 1)}
    assert inventory(needs, "district", day) == {world.district.pk: Inventory(3, 2, 1, 1)}
    assert inventory(needs, "office", day) == {world.health.office_id: Inventory(2, 1, 1, 0), None: Inventory(1, 1, 0, 1)}


@pytest.mark.parametrize(("constraint", "columns"), [
    ("need_owner_has_a_day", {"due_on": None}), ("need_taken_by_somebody", {"owner": None, "due_on": None}),
])  # fmt: skip
def test_the_database_keeps_needs_in_order(world, constraint, columns):
    need = world.entrusted()
    perform(Need.take_on, need, by=world.health)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Need.objects.filter(pk=need.pk).update(**columns)


def test_the_invariants_find_a_need_that_nobody_is_asked_for(world):
    need = world.entrusted()
    answer(world, world.entrusted(1))
    assert broken_promises() == []
    Need.objects.filter(pk=need.pk).update(owner=world.works.office)
    [found] = broken_promises()
    assert (found.invariant, str(need.pk) in found.what) == ("I15", True)


def test_people_and_other_programs_are_told_of_it(world):
    need = world.entrusted()
    answer(world, need)
    asked, answered = (Outbox.objects.select_related("office", "entry").get(topic=topic)
                       for topic in ("your_turn", "follow_up_answered"))  # fmt: skip
    assert of_task(asked).data["file"] == {"kind": "need", "id": need.pk}
    assert "tindak lanjut" in about_task(asked).text
    assert "Sumur dibor bulan Mei." in about_task(answered).text
