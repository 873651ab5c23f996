"""An own register: drawn with the decision, gapless, and a number once drawn stays."""

from datetime import date

import pytest
from django.db import transaction

from tests.databases import as_owner
from tests.decree_world import VILLAGE, DecreeWorld, fresh
from tests.races import losers, race
from tests.world import on_day
from workflows.core.clock import go_live
from workflows.core.door import Refused, perform
from workflows.core.models import File
from workflows.decrees.models import DecreeNumber, Series
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
def test_twelve_at_once_with_rollbacks_leave_no_gap_and_no_double(world):
    decrees = [world.walked(VILLAGE, effects=[]) for _n in range(12)]
    results = race([lambda n=n, d=d: decide_or_fail(world, d, n % 3 == 0) for n, d in enumerate(decrees)])
    assert [type(error) for error in losers(results)] == [ForcedBack] * 4
    assert [*DecreeNumber.objects.order_by("sequence").values_list("sequence", flat=True)] == list(range(1, 9))
    assert losers(race([lambda d=d: world.decide(d) for d in decrees[::3]])) == []
    assert [*DecreeNumber.objects.order_by("sequence").values_list("sequence", flat=True)] == list(range(1, 13))
    assert Series.objects.get(doc_class=VILLAGE).last == 12


@pytest.mark.django_db(transaction=True)
def test_at_half_past_ten_on_new_years_eve_in_jakarta_it_is_next_year_in_papua(world):
    zones = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]
    decrees = [world.walked(villages=[n]) for n in range(3)]
    for zone, decree in zip(zones, decrees, strict=True):
        File.objects.filter(pk=decree.pk).update(zone=zone)
    go_live()
    as_owner("""
        CREATE OR REPLACE FUNCTION siklus_today(zone text) RETURNS date LANGUAGE sql STABLE AS
        $$ SELECT (timestamptz '2024-12-31 22:30+07' AT TIME ZONE zone)::date $$
    """)
    for decree in decrees:
        world.decide(decree)
    assert [world.number(decree) for decree in decrees] == ["1 TAHUN 2024", "2 TAHUN 2024", "1 TAHUN 2025"]
    assert [str(fresh(decree).decided_on) for decree in decrees] == ["2024-12-31", "2024-12-31", "2025-01-01"]
