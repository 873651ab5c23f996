"""A yearly decree lists all villages anew and replaces the last one."""

from datetime import date

import pytest

from tests.decree_world import fresh
from tests.workflows.decrees.changed import changed
from tests.world import on_day
from workflows.core.door import Refused, perform
from workflows.core.models import Outbox
from workflows.decrees import drafting
from workflows.decrees.models import Decree
from workflows.villages.models import KampungKB

pytestmark = pytest.mark.django_db

FIRST, SECOND = date(2024, 3, 4), date(2025, 3, 3)


def next_year(world, last, villages):
    on_day(SECOND)
    decree = world.decree_draft(subject="Penetapan Tahun 2025", villages=villages)
    drafting.link(decree, world.drafter(decree.kind), last, "replaces")
    perform(Decree.submit, decree, by=world.drafter())
    world.walk(decree)
    world.decide(decree)
    world.receive_paper(decree)
    world.sign(decree)
    return decree


def test_the_last_decree_is_revoked_and_the_first_designation_dates_stay(world):
    last = world.issued(villages=[0, 1])
    next_year(world, last, [0, 1, 2])
    assert fresh(last).state == "revoked"
    first = KampungKB.objects.with_first_designation().order_by("pk").values_list("first_designated_on", flat=True)
    assert list(first) == [FIRST, FIRST, SECOND]


def test_a_village_left_out_is_told_never_silent(world):
    last = world.issued()
    decree = next_year(world, last, [0, 1])
    told = Outbox.objects.get(topic="villages_dropped")
    assert (told.object_id, told.office) == (decree.pk, world.office("agency"))
    assert world.stages() == ["designated"] * 3


def test_nobody_is_told_when_all_are_listed_again(world):
    next_year(world, world.issued(villages=[0, 1]), [0, 1, 2])
    assert not Outbox.objects.filter(topic="villages_dropped").exists()


def test_what_is_no_longer_in_force_is_not_replaced(world):
    last = world.issued(villages=[0])
    next_year(world, last, [0])
    decree = world.decree_draft(villages=[0])
    drafting.link(decree, world.drafter(decree.kind), last, "replaces")
    with pytest.raises(Refused, match="tidak lagi berlaku") as refused:
        perform(Decree.submit, decree, by=world.drafter())
    assert [p.rule for p in refused.value.problems] == ["links_name_decrees_in_force"]


def test_who_is_struck_from_the_yearly_list_is_designated_by_its_forerunner_no_more(world):
    decree = next_year(world, world.issued(villages=[0, 1]), [0, 1])
    changed(world, decree, "amends", [1])
    assert world.stages() == ["designated", "revoked", ""]
    first = KampungKB.objects.with_first_designation().order_by("pk").values_list("first_designated_on", flat=True)
    assert list(first) == [FIRST, FIRST]
