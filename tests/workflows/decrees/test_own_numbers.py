"""An own register: drawn with the decision, gapless, and a number once drawn stays."""

from datetime import date
from functools import partial

import pytest
from django.db import transaction

from tests.decree_world import VILLAGE, DecreeWorld, broken_promises, fresh
from tests.races import losers, race
from tests.world import on_day
from workflows.core.door import BadValues, Refused, perform
from workflows.decrees.models import Decree, DecreeNumber, Series
from workflows.routes.models import Assignment


def signing_step(decree):
    return Assignment.objects.get(file=decree.pk, kind="sign", state="approved")


def withdraw_decision(world: DecreeWorld, decree, reason="Salah ketik pada diktum kedua."):
    return perform(Assignment.withdraw_decision, signing_step(decree), by=world.by("citra"), reason=reason)


@pytest.mark.django_db
def test_numbers_follow_the_pattern_and_each_other(world):
    world.register(pattern="B/{no:3}/KPTS/{bln_romawi}/{thn}", last=99)
    texts = []
    for village in (0, 1):
        decree = world.walked(villages=[village])
        world.decide(decree)
        texts.append(world.number(decree))
    assert texts == ["B/100/KPTS/III/2024", "B/101/KPTS/III/2024"]


@pytest.mark.django_db
def test_a_new_year_begins_at_one(world):
    world.register(last=41)
    old, new = world.walked(villages=[0]), world.walked(villages=[1])
    on_day(date(2024, 12, 31))
    world.decide(old)
    on_day(date(2025, 1, 1))
    world.decide(new)
    assert [world.number(old), world.number(new)] == ["42 TAHUN 2024", "1 TAHUN 2025"]


@pytest.mark.django_db
def test_without_a_register_nothing_is_decided(world):
    Series.objects.all().delete()
    decree = world.walked()
    with pytest.raises(Refused, match="Register nomor Bupati Contoh Raya"):
        world.decide(decree)


@pytest.mark.django_db
def test_a_withdrawn_decision_voids_its_number_for_ever_and_a_new_one_is_drawn(world):
    decree = world.walked()
    world.decide(decree)
    withdraw_decision(world, decree)
    void = DecreeNumber.objects.get(file=decree.pk)
    assert (void.state, void.reason) == ("void", "Salah ketik pada diktum kedua.")
    assert (fresh(decree).state, fresh(decree).issue, fresh(decree).decided_on) == ("in_review", None, None)
    world.decide(decree)
    assert world.number(decree) == "2 TAHUN 2024"
    assert sorted(DecreeNumber.objects.values_list("sequence", "state")) == [(1, "void"), (2, "reserved")]


@pytest.mark.django_db
def test_with_the_decision_goes_the_task_to_sign(world):
    decree = world.walked()
    world.decide(decree)
    world.receive_paper(decree)
    withdraw_decision(world, decree)
    assert not Assignment.objects.filter(file=decree.pk, kind="sign_document", state="open").exists()
    assert fresh(decree).paper == ""


@pytest.mark.django_db
def test_a_decision_is_withdrawn_with_a_reason_and_only_before_the_signature(world):
    decree = world.walked()
    world.decide(decree)
    with pytest.raises(Refused) as refused:
        withdraw_decision(world, decree, reason=" ")
    assert [p.rule for p in refused.value.problems] == ["reason_given"]
    world.receive_paper(decree)
    world.sign(decree)
    with pytest.raises(Refused) as refused:
        withdraw_decision(world, decree)
    assert "state" in {p.rule for p in refused.value.problems}
    assert world.number(decree) == "1 TAHUN 2024"


class ForcedBack(Exception):
    """The transaction around a decision fails after all."""


def decide_or_fail(world: DecreeWorld, decree, fails: bool) -> None:
    with transaction.atomic():
        world.decide(decree)
        if fails:
            raise ForcedBack


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("count", [30, pytest.param(200, marks=pytest.mark.nightly)])
def test_so_many_at_once_with_rollbacks_leave_no_gap_and_no_double(world, count):
    decrees = [world.walked(VILLAGE, effects=[]) for _n in range(count)]
    results = race([partial(decide_all, world, decrees[desk::10]) for desk in range(10)])
    assert losers(results) == []
    given = DecreeNumber.objects.order_by("sequence").values_list("sequence", flat=True)
    assert [*given] == list(range(1, count + 1))
    assert DecreeNumber.objects.values("file").distinct().count() == count
    assert Series.objects.get(doc_class=VILLAGE).last == count
    assert [finding for finding in broken_promises() if finding.invariant == "I1"] == []


def decide_all(world: DecreeWorld, decrees: list) -> None:
    """Each third fails in the end and is decided again."""
    for n, decree in enumerate(decrees):
        if n % 3 == 0:
            with pytest.raises(ForcedBack):
                decide_or_fail(world, decree, fails=True)
        decide_or_fail(world, decree, fails=False)


@pytest.mark.django_db
def test_many_recorded_in_one_act_are_numbered_in_their_order(world):
    decrees = [world.walked(villages=[village], signing="ink") for village in range(3)]
    tasks = Assignment.objects.filter(file__in=[decree.pk for decree in decrees], kind="print", state="open")
    record_ink(world, tasks, "2024-03-04")
    assert [world.number(decree) for decree in decrees] == ["1 TAHUN 2024", "2 TAHUN 2024", "3 TAHUN 2024"]
    assert (register().first, register().last) == (1, 3)


def record_ink(world, tasks, day, reason=""):
    by = next((m for m in world.mandates if m.person.username == "lina"), None)
    by = by or world.appoint("lina", world.office("regent"), "staf")
    return perform(Assignment.record_ink, tasks, by=by, reason=reason, values={"inked_on": day})


def register():
    return Series.objects.get(doc_class="keputusan_bupati")


@pytest.mark.django_db
def test_paper_inked_in_december_and_recorded_in_january_goes_on_in_its_year(world):
    world.register(last=41)
    old, late, new = (world.walked(villages=[n], signing=how) for n, how in enumerate(["none", "ink", "none"]))
    world.decide(old)
    on_day(date(2025, 1, 2))
    world.decide(new)
    record_ink(world, world.open_task(late, "print"), "2024-12-31")
    assert [world.number(decree) for decree in (old, late, new)] == ["42 TAHUN 2024", "43 TAHUN 2024", "1 TAHUN 2025"]
    assert (register().year, register().last) == (2025, 1)
    assert broken_promises() == []


@pytest.mark.django_db
def test_of_a_year_whose_numbers_it_does_not_know_the_register_gives_none(world):
    late, new = world.walked(villages=[0], signing="ink"), world.walked(villages=[1])
    on_day(date(2025, 1, 2))
    world.decide(new)
    with pytest.raises(BadValues, match="tidak mengenal nomor tahun 2024"):
        record_ink(world, world.open_task(late, "print"), "2024-12-31")


@pytest.mark.django_db
def test_paper_inked_before_the_last_number_was_given_needs_a_reason(world):
    late, first = world.walked(villages=[0], signing="ink"), world.walked(villages=[1])
    on_day(date(2024, 3, 7))
    world.decide(first)
    with pytest.raises(BadValues, match="nomor 1 TAHUN 2024 bertanggal 7 Maret 2024"):
        record_ink(world, world.open_task(late, "print"), "2024-03-05")
    record_ink(world, world.open_task(late, "print"), "2024-03-05", reason="Ditandatangani saat dinas luar.")
    assert DecreeNumber.objects.get(file=late.pk).note == "Ditandatangani saat dinas luar."


@pytest.mark.django_db
def test_a_register_begins_anywhere_and_remembers_where(world):
    world.register(last=99)
    world.decide(world.walked(villages=[0]))
    assert (register().first, register().last) == (100, 100)
    assert broken_promises() == []


@pytest.mark.django_db
def test_numbers_that_vanished_are_found(world):
    for village in (0, 1, 2):
        world.decide(world.walked(villages=[village]))
    DecreeNumber.objects.filter(sequence__in=[1, 3]).delete()
    found = [finding.what.partition(": ")[2] for finding in broken_promises() if finding.invariant == "I1"]
    assert found == ["1 was never given", "the counter stands at 3, but 2 was given"]


@pytest.mark.django_db
def test_once_the_register_counts_itself_paper_does_not_pass_it(world):
    world.decide(world.walked(villages=[0]))
    late = world.decree_draft(villages=[1])
    with pytest.raises(BadValues, match="sudah memberi nomor sendiri sampai 1"):
        perform(Decree.enter_old, late, by=world.drafter(), values={"number": "7 TAHUN 2024"}, on=date(2024, 2, 5))
