"""Signed in ink: print, sign, record the date, number, scan, and a second person compares."""

from datetime import date

import pytest

from tests.decree_world import fresh
from tests.world import on_day, upload
from workflows.core.door import BadValues, Refused, perform
from workflows.core.models import Outbox
from workflows.routes.models import Assignment

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(world):
    """Two of the regent's staff."""
    office = world.office("regent")
    return world.appoint("lina", office, "staf"), world.appoint("mira", office, "staf")


@pytest.fixture
def printed(world):
    """A decree whose way ends on paper, before the regent."""
    return world.walked(signing="ink")


def record_ink(world, decree, by, inked_on="2024-03-04", **more):
    task = world.open_task(decree, "print")
    return perform(Assignment.record_ink, task, by=by, values={"inked_on": inked_on, **more})


def scan(world, decree, by, name="pindaian.pdf"):
    task = world.open_task(decree, "scan")
    return perform(Assignment.hand_in_scan, task, by=by, values={"attachment": upload(name).pk})


def confirm(world, decree, by):
    return perform(Assignment.confirm_scan, world.open_task(decree, "confirm_scan"), by=by)


def test_when_the_regents_turn_comes_his_staff_print(world, printed):
    assert world.open_task(printed, "print").office.role == "regent"
    assert Outbox.objects.filter(topic="render_ink", object_id=printed.pk).exists()


def test_it_is_not_decided_on_the_screen(world, printed):
    with pytest.raises(Refused, match="ditandatangani basah"):
        world.decide(printed)


def test_the_way_of_ink_ends_in_force(world, printed, desk):
    lina, mira = desk
    on_day(date(2024, 3, 7))
    record_ink(world, printed, lina, "2024-03-05")
    decree = fresh(printed)
    assert (decree.state, decree.decided_on, decree.issue["number"]) == ("numbered", date(2024, 3, 5), "1 TAHUN 2024")
    assert decree.issue["signatory"]["name"] == "CONTOH CITRA"
    scan(world, decree, lina)
    confirm(world, decree, mira)
    assert fresh(decree).state == "in_force"
    assert world.stages() == ["designated"] * 3
    step = Assignment.objects.get(file=decree.pk, kind="sign")
    assert (step.state, step.decided_by.username) == ("approved", "citra")
    assert decree.file.runs.get().state == "completed"


def test_an_external_number_comes_between_ink_and_scan(world, desk):
    world.register(mode="external")
    lina, mira = desk
    decree = world.walked(signing="ink")
    record_ink(world, decree, lina)
    assert not Assignment.objects.filter(file=decree.pk, kind="scan").exists()
    number = world.open_task(decree, "number")
    perform(Assignment.type_number, number, by=world.by("budi", "legal"), values={"number": "77 TAHUN 2024"})
    scan(world, decree, lina)
    confirm(world, decree, mira)
    assert (fresh(decree).state, world.number(decree)) == ("in_force", "77 TAHUN 2024")


def test_whoever_scanned_does_not_compare(world, printed, desk):
    lina, _mira = desk
    record_ink(world, printed, lina)
    scan(world, printed, lina)
    with pytest.raises(Refused) as refused:
        confirm(world, printed, lina)
    assert [p.rule for p in refused.value.problems] == ["recorded_by_another"]
    assert fresh(printed).state == "numbered"


def test_a_wrong_scan_is_refused_and_made_again(world, printed, desk):
    lina, mira = desk
    record_ink(world, printed, lina)
    scan(world, printed, lina, "buram.pdf")
    with pytest.raises(Refused) as refused:
        perform(Assignment.refuse_scan, world.open_task(printed, "confirm_scan"), by=mira)
    assert [p.rule for p in refused.value.problems] == ["reason_given"]
    perform(Assignment.refuse_scan, world.open_task(printed, "confirm_scan"), by=mira, reason="Halaman 2 tidak terbaca.")
    scan(world, printed, lina, "jelas.pdf")
    confirm(world, printed, mira)
    states = list(Assignment.objects.filter(file=printed.pk, kind="confirm_scan").order_by("pk").values_list("state", flat=True))
    assert (states, fresh(printed).state) == (["returned", "approved"], "in_force")


@pytest.mark.parametrize("day", ["2024-03-05", "5 Maret 2024"])
def test_a_date_to_come_or_unreadable_is_refused(world, printed, desk, day):
    with pytest.raises(BadValues) as wrong:
        record_ink(world, printed, desk[0], day)
    assert list(wrong.value.fields) == ["inked_on"]


def test_a_scan_that_was_not_uploaded_is_refused(world, printed, desk):
    record_ink(world, printed, desk[0])
    task = world.open_task(printed, "scan")
    with pytest.raises(BadValues) as wrong:
        perform(Assignment.hand_in_scan, task, by=desk[0], values={"attachment": 987654})
    assert list(wrong.value.fields) == ["attachment"]


def test_a_day_when_nobody_held_the_office_is_refused(world, printed, desk):
    with pytest.raises(Refused, match="Tidak ada pejabat"):
        record_ink(world, printed, desk[0], "2020-01-02")
