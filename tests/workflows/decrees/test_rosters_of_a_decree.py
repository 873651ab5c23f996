"""A village's decree that appoints a Pokja carries a complete roster."""

import pytest

from documents.families.produk_hukum.lists import annex_problems
from tests.decree_world import VILLAGE, fresh
from workflows.core.door import Refused, perform
from workflows.decrees.models import Decree
from workflows.decrees.snapshot import content_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def decree(world):
    return world.decree_draft(VILLAGE, effects=["form", "appoint_pokja"])


def refused_by(world, decree):
    with pytest.raises(Refused) as refused:
        perform(Decree.submit, decree, by=world.drafter(VILLAGE))
    return refused.value.problems


def test_without_a_roster_it_is_not_handed_in(world, decree):
    [problem] = refused_by(world, decree)
    assert (problem.rule, problem.words) == ("every_row_has_what_it_needs", "Susunan Pokja Contoh Satu belum diisi.")


def test_a_roster_without_treasurer_is_named(world, decree):
    world.roster(decree).members.filter(position="Bendahara").delete()
    [problem] = refused_by(world, decree)
    assert problem.rule == "rosters_are_complete"
    assert "Contoh Satu" in problem.words
    assert "Bendahara" in problem.words


def test_nobody_has_one_post_twice(world, decree):
    pokja = world.roster(decree)
    pokja.members.create(order=12, position="Anggota", section="Ekonomi", name=pokja.members.get(section="Ekonomi").name)
    [problem] = refused_by(world, decree)
    assert problem.rule == "nobody_sits_twice"


def test_rosters_of_several_villages_stand_in_one_annex_each_under_its_villages_name(world):
    decree = world.decree_draft(effects=["appoint_pokja"], villages=[0, 1])
    world.roster(decree, 1)
    one = content_of(decree.file).content["annexes"][1]
    assert (one["title"].endswith("CONTOH DUA"), len(one["members"])) == (True, 11)
    world.roster(decree, 0)
    content = content_of(decree.file).content
    assert [annex["kind"] for annex in content["annexes"]] == ["villages", "pokja", "tasks"]
    assert [(group["name"], len(group["members"])) for group in content["annexes"][1]["groups"]] == [
        ("Contoh Satu", 11), ("Contoh Dua", 11),
    ]  # fmt: skip
    assert list(annex_problems(content)) == []


def test_with_its_roster_it_goes_its_way(world, decree):
    world.roster(decree)
    perform(Decree.submit, decree, by=world.drafter(VILLAGE))
    assert fresh(decree).state == "in_review"
