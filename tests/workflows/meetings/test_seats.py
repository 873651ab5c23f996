"""Who is invited and who comes: rules become seats, names are ticked or a code is read, and the quorum lives."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.decree_world import fresh
from tests.world import BEGIN
from workflows.core.clock import move_story_to
from workflows.core.door import perform, problems
from workflows.core.errors import BadValues, Refused
from workflows.core.models import Outbox
from workflows.meetings.models import Rakor, Seat
from workflows.meetings.planning import plan_rakor
from workflows.meetings.quorum import Quorum, quorum_of


def rules(act, rows, by, **given):
    return [problem.rule for problem in problems(act, rows, by=by, **given)]


@pytest.fixture
def invited(world):
    rakor = world.rakor(quorum=50)
    perform(Rakor.invite, rakor, by=world.ani)
    return fresh(rakor)


def test_rules_become_seats_that_stay(world, invited):
    seats = [(seat.number, seat.group, str(seat)) for seat in invited.seats.select_related("office")]
    assert seats == [
        (1, "Camat", "Camat Contoh Hilir"), (2, "Pokja desa", "Kepala Desa Contoh Satu"),
        (3, "Pokja desa", "Kepala Desa Contoh Dua"), (4, "Pokja desa", "Lurah Contoh Tiga"),
        (5, "Perangkat daerah mitra", "Kepala Dinas Kesehatan Contoh"),
        (6, "Perwakilan BKKBN", "Contoh Tamu"),
    ]  # fmt: skip
    assert Outbox.objects.filter(topic="rakor_invited", object_id=invited.pk).count() == 5


def test_more_may_be_invited_but_nobody_twice(world, invited):
    more = [{"role": "camat"}, {"office": world.office("legal").pk, "group": "Setda"}]
    perform(Rakor.seat_more, invited, by=world.ani, values={"seats": more})
    assert list(invited.seats.order_by("-number").values_list("number", "group")[:1]) == [(7, "Setda")]
    with pytest.raises(BadValues):
        perform(Rakor.seat_more, invited, by=world.ani, values={"seats": more})
    with pytest.raises(IntegrityError, match="seat_office_once"), transaction.atomic():
        Seat.objects.create(file=invited.file, rakor=invited, number=9, group="x", office=world.office("camat"))


@pytest.mark.parametrize(
    "row", [{}, {"role": "raja"}, {"role": "camat", "name": "x"}, {"name": "Contoh"}, {"office": 0, "group": "x"}, "x",
            {"office": [1]}, {"name": " ", "group": "x"}, {"name": ["x"], "group": "x"}],
)  # fmt: skip
def test_who_cannot_be_invited_is_named(world, row):
    with pytest.raises(BadValues) as bad:
        world.rakor(invites=[{"role": "camat"}, row])
    assert list(bad.value.fields) == ["invites.2"]


def test_the_quorum_follows_who_is_there(world, invited):
    first, second, third = invited.seats.all()[:3]
    assert quorum_of(invited) == Quorum(5, 0, 3)
    for seat in (first, second, third):
        perform(Seat.arrive, seat, by=world.ani, values={"at": "08:15"})
    assert quorum_of(invited).met
    perform(Seat.leave, third, by=world.ani, values={"at": "09:00"})
    assert quorum_of(invited) == Quorum(5, 2, 3)
    assert not quorum_of(invited).met
    perform(Seat.arrive, third, by=world.ani, values={"at": "09:10"})
    assert quorum_of(invited).met
    assert fresh(third).arrived.isoformat() == "08:15:00"


def test_without_a_quorum_nothing_is_decided(world, invited):
    perform(Rakor.open_meeting, invited, by=world.ani)
    asked = {"kind": "other", "text": "Contoh keputusan"}
    [problem] = problems(Rakor.resolve, invited, by=world.ani, values=asked)
    assert (problem.rule, problem.words) == ("quorum_present", "Kuorum belum tercapai: hadir 0 dari 5 kantor, perlu 3.")


def test_only_who_is_in_the_room_checks_his_own_office_in(world, invited):
    seat, budi = invited.seats.get(number=1), world.by("budi", "camat")
    assert rules(Seat.arrive, seat, budi) == ["knows_the_code"]
    assert rules(Seat.arrive, seat, budi, values={"code": "salah"}) == ["knows_the_code"]
    assert rules(Seat.arrive, seat, world.by("fitri"), values={"code": invited.code}) == ["knows_the_code"]
    perform(Seat.arrive, seat, by=budi, values={"code": invited.code, "proxy": "Contoh Sekretaris Camat"})
    seat = fresh(seat)
    assert (seat.state, seat.how, seat.proxy) == ("present", "code", "Contoh Sekretaris Camat")


def test_a_slip_of_the_finger_is_taken_back(world, invited):
    seat = invited.seats.get(number=2)
    perform(Seat.arrive, seat, by=world.ani)
    perform(Seat.undo_arrival, seat, by=world.ani)
    assert (fresh(seat).state, fresh(seat).arrived) == ("invited", None)


def test_nobody_leaves_before_he_came(world, invited):
    seat = invited.seats.get(number=2)
    perform(Seat.arrive, seat, by=world.ani, values={"at": "08:20"})
    with pytest.raises(BadValues) as bad:
        perform(Seat.leave, seat, by=world.ani, values={"at": "08.19"})
    assert "Kepala Desa Contoh Satu tercatat datang pukul 08.20" in bad.value.fields["at"]
    perform(Seat.leave, seat, by=world.ani, values={"at": "08.20"})


def test_the_clock_of_another_day_tells_nothing_of_a_rakor(world, invited):
    move_story_to(invited.held_on + timedelta(days=1))
    with pytest.raises(BadValues) as bad:
        perform(Seat.arrive, invited.seats.get(number=2), by=world.ani)
    assert list(bad.value.fields) == ["at"]
    perform(Seat.arrive, invited.seats.get(number=2), by=world.ani, values={"at": "08:20"})


def test_with_the_code_of_the_room_nobody_chooses_his_time(world, invited):
    seat, budi = invited.seats.get(number=1), world.by("budi", "camat")
    with pytest.raises(BadValues) as bad:
        perform(Seat.arrive, seat, by=budi, values={"code": invited.code, "at": "08:20"})
    assert list(bad.value.fields) == ["at"]


def test_who_came_stands_once_the_record_is_written(world):
    rakor = world.held(came=2)
    perform(Rakor.end_meeting, rakor, by=world.ani)
    assert rules(Seat.arrive, rakor.seats.get(number=5), world.ani) == ["rakor_goes_on"]
    with pytest.raises(IntegrityError, match="stands"), transaction.atomic():
        Seat.objects.filter(rakor=rakor, number=1).update(proxy="x")


def test_only_the_organiser_invites_opens_and_calls_off(world):
    rakor = world.rakor()
    assert rules(Rakor.invite, rakor, world.by("budi", "camat")) == ["organises_the_rakor"]
    assert rules(Rakor.cancel_rakor, rakor, world.ani, reason="x") == ["organiser_decides"]
    with pytest.raises(Refused):
        perform(Rakor.open_meeting, rakor, by=world.ani)
    perform(Rakor.invite, rakor, by=world.ani)
    perform(Rakor.cancel_rakor, rakor, by=world.by("hadi"), reason="Contoh alasan.")
    assert Outbox.objects.filter(topic="rakor_cancelled").count() == 5


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("ends", {"ends": "08:00"}), ("note_taker", {"note_taker": "secretary"}), ("quorum", {"quorum": 101}),
     ("quorum", {"quorum": 40_000, "quorum_kind": "number"}), ("begins", {"begins": "pagi"}),
     ("begins", {"begins": "08:30+07:00"}), ("held_on", {"held_on": "9999-12-31"}),
     ("chair", {"chair": 0}), ("agenda", {"agenda": []}), ("place", {"place": " "})],
)  # fmt: skip
def test_a_plan_that_cannot_be_is_told_by_its_field(world, field, wrong):
    wrong = {name: world.office(value).pk if name == "note_taker" else value for name, value in wrong.items()}
    with pytest.raises(BadValues) as bad:
        world.rakor(**wrong)
    assert list(bad.value.fields) == [field]


def test_rules_that_name_nobody_invite_nobody(world):
    camat = world.by("budi", "camat")
    rakor = plan_rakor(camat, held_on=BEGIN, begins="08:30", place="Contoh", chair=world.office("secretary").pk,
                       invites=[{"role": "regent"}])  # fmt: skip
    with pytest.raises(BadValues) as bad:
        perform(Rakor.invite, rakor, by=camat)
    assert list(bad.value.fields) == ["invites"]
