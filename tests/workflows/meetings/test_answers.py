"""Who says before the day whether he comes: an expectation that leaves attendance as it stands."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.decree_world import broken_promises, fresh
from workflows.core.clock import move_story_to
from workflows.core.door import perform, problems
from workflows.core.errors import BadValues, Refused
from workflows.core.models import JournalEntry
from workflows.meetings.answering import expected_of
from workflows.meetings.models import Rakor, Seat
from workflows.meetings.quorum import Quorum, quorum_of

LATER = date(2024, 4, 18)


@pytest.fixture
def invited(world):
    """Five offices and a guest are called for a day to come; three offices are needed."""
    rakor = world.rakor(quorum=50, held_on=LATER)
    world.invite(rakor)
    return fresh(rakor)


def answer(rakor, number, by, said="comes", **more):
    seat = rakor.seats.get(number=number)
    perform(Seat.answer_invitation, seat, by=by, values={"answer": said} | more)
    return fresh(seat)


def said_of(rakor):
    return expected_of(list(fresh(rakor).seats.all()), quorum_of(rakor).needed)


def rules(act, seat, by, **values):
    return [problem.rule for problem in problems(act, seat, by=by, values=values)]


def test_an_answer_is_no_presence(world, invited):
    camat = answer(invited, 1, world.by("budi", "camat"))
    assert (camat.expected, camat.answered_by, camat.state, camat.arrived) == ("comes", world.by("budi", "camat"), "invited", None)
    assert quorum_of(invited) == Quorum(5, 0, 3)
    assert broken_promises() == []


def test_who_sends_somebody_names_him_and_who_cannot_come_says_why(world, invited):
    budi = world.by("budi", "camat")
    for said, more, field in (
        ("represented", {}, "proxy"), ("represented", {"proxy": "  "}, "proxy"), ("cannot_come", {}, "excuse"),
        ("comes", {"proxy": "Contoh Sekcam"}, "proxy"), ("comes", {"excuse": "sakit"}, "excuse"), ("perhaps", {}, "answer"),
        ("represented", {"proxy": "x" * 151}, "proxy"), ("cannot_come", {"excuse": "a\x00b"}, "excuse"),
    ):  # fmt: skip
        with pytest.raises(BadValues) as bad:
            answer(invited, 1, budi, said, **more)
        assert list(bad.value.fields) == [field]
    assert answer(invited, 1, budi, "represented", proxy=" Contoh Sekcam ").announced == "Contoh Sekcam"
    camat = answer(invited, 1, budi, "cannot_come", excuse="Contoh rapat lain")
    assert (camat.excuse, camat.stand_in) == ("Contoh rapat lain", "")


def test_the_database_knows_whole_answers_only(world, invited):
    answer(invited, 1, world.by("budi", "camat"), "represented", proxy="Contoh Sekcam")
    seats = Seat.objects.filter(rakor=invited, number=1)
    for name, wrong in (
        ("seat_stand_in_iff_represented", {"stand_in": ""}), ("seat_excuse_iff_it_cannot_come", {"excuse": "x"}),
        ("seat_excuse_iff_it_cannot_come", {"answer": "cannot_come", "stand_in": ""}),
        ("seat_answered_wholly", {"answered_by": None}), ("seat_answered_wholly", {"answer": "", "stand_in": ""}),
        ("seat_answer_is_known", {"answer": "perhaps", "stand_in": ""}),
        ("awaits no such answer", {"answered_for": date(2024, 4, 1)}),
    ):  # fmt: skip
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            seats.update(**wrong)


def test_each_office_answers_for_itself_and_the_organiser_notes_what_he_heard(world, invited):
    camat, guest = invited.seats.get(number=1), invited.seats.get(number=6)
    assert rules(Seat.answer_invitation, camat, world.by("fitri"), answer="comes") == ["answers_for_its_office"]
    assert rules(Seat.answer_invitation, guest, world.by("budi", "camat"), answer="comes") == ["answers_for_its_office"]
    assert answer(invited, 2, world.staff(0)).answered_by == world.staff(0)
    assert answer(invited, 6, world.ani).answered_by == world.ani
    noted = answer(invited, 1, world.ani, "cannot_come", excuse="Contoh, lewat telepon")
    assert noted.answered_by == world.ani
    assert answer(invited, 1, world.by("budi", "camat")).answered_by == world.by("budi", "camat")


def test_the_last_answer_counts_and_may_be_taken_back(world, invited):
    budi = world.by("budi", "camat")
    answer(invited, 1, budi)
    camat = answer(invited, 1, budi, "represented", proxy="Contoh Sekcam")
    assert rules(Seat.take_back_answer, camat, world.by("fitri")) == ["answers_for_its_office"]
    perform(Seat.take_back_answer, camat, by=budi)
    camat = fresh(camat)
    assert (camat.answer, camat.stand_in, camat.answered_for, camat.answered_by) == ("", "", None, None)
    assert rules(Seat.take_back_answer, camat, budi) == ["was_answered"]
    acts = JournalEntry.objects.filter(act__startswith="meetings.Seat").order_by("pk")
    assert [entry.act.rpartition(".")[2] for entry in acts] == ["answer_invitation", "answer_invitation", "take_back_answer"]


def test_the_journal_that_others_read_does_not_say_why_somebody_cannot_come(world, invited):
    answer(invited, 1, world.by("budi", "camat"), "cannot_come", excuse="Contoh sakit")
    assert JournalEntry.objects.latest("pk").values == {"answer": "cannot_come"}


def test_answers_end_when_the_rakor_opens(world, invited):
    camat = answer(invited, 1, world.by("budi", "camat"), "represented", proxy="Contoh Sekcam")
    move_story_to(LATER)
    answer(invited, 2, world.by("fitri"))
    perform(Rakor.open_meeting, invited, by=world.ani)
    for act in (Seat.answer_invitation, Seat.take_back_answer):
        assert rules(act, camat, world.by("budi", "camat"), **({"answer": "comes"} if act is Seat.answer_invitation else {})) == [
            "answers_are_awaited"
        ]
    with pytest.raises(IntegrityError, match="awaits no such answer"), transaction.atomic():
        Seat.objects.filter(pk=camat.pk).update(stand_in="Contoh Lain")
    perform(Seat.arrive, camat, by=world.ani, values={"at": "08:20"})
    assert (fresh(camat).proxy, fresh(camat).stand_in) == ("", "Contoh Sekcam")


def test_nobody_answers_for_a_day_that_is_over_or_once_he_is_there(world, invited):
    move_story_to(LATER)
    seat = invited.seats.get(number=1)
    perform(Seat.arrive, seat, by=world.ani, values={"at": "08:20"})
    with pytest.raises(Refused):
        answer(invited, 1, world.by("budi", "camat"))
    move_story_to(date(2024, 4, 19))
    assert rules(Seat.answer_invitation, invited.seats.get(number=2), world.by("fitri"), answer="comes") == ["answers_are_awaited"]


def test_a_rakor_that_is_moved_asks_again(world, invited):
    budi = world.by("budi", "camat")
    answer(invited, 1, budi, "represented", proxy="Contoh Sekcam")
    perform(Rakor.move_rakor, invited, by=world.ani, reason="Contoh", values={"place": "Aula Lain", "begins": "13:00"})
    assert fresh(invited).seats.get(number=1).expected == "represented"
    perform(Rakor.move_rakor, invited, by=world.ani, reason="Contoh", values={"held_on": "2024-04-25"})
    camat = fresh(invited).seats.get(number=1)
    assert (camat.answer, camat.expected, camat.announced, camat.answered_for) == ("represented", "", "", LATER)
    assert said_of(invited).silent == 5
    assert answer(fresh(invited), 1, budi).expected == "comes"


def test_nobody_answers_for_a_day_that_he_has_not_seen(world, invited):
    perform(Rakor.move_rakor, invited, by=world.ani, reason="Contoh", values={"held_on": "2024-04-25"})
    with pytest.raises(BadValues) as bad:
        answer(invited, 1, world.by("budi", "camat"), held_on="2024-04-18")
    assert bad.value.fields == {"held_on": "Rakor ini sekarang pada 25 April 2024; jawab untuk hari itu."}
    with pytest.raises(BadValues):
        answer(invited, 1, world.by("budi", "camat"), held_on="besok")
    assert answer(invited, 1, world.by("budi", "camat"), held_on="2024-04-25").expected == "comes"


def test_the_quorum_is_expected_by_what_offices_say(world, invited):
    assert said_of(invited).quorum is None
    answer(invited, 6, world.ani)
    assert said_of(invited).coming == 0
    for number in (1, 2):
        answer(invited, number, world.ani, "represented", proxy="Contoh")
    said = said_of(invited)
    assert (said.coming, said.silent, said.needed, said.quorum, dict(said.seats)) == (
        2, 3, 3, None, {"represented": 2, "comes": 1, "": 3},
    )  # fmt: skip
    answer(invited, 3, world.ani)
    assert said_of(invited).quorum is True
    for number in (1, 2, 3):
        answer(invited, number, world.ani, "cannot_come", excuse="Contoh")
    assert said_of(invited).quorum is False
