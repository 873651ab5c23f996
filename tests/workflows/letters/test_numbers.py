"""Numbers of letters: from Siklus's register or the office's book, never twice."""

import pytest

from tests.decree_world import fresh
from tests.letter_world import build_letter_world
from tests.races import losers, race
from workflows.core.door import BadValues, perform
from workflows.letters.drafting import edit
from workflows.letters.models import Letter


@pytest.fixture
def orders(world):
    """Two orders of the agency, whose letters are numbered in its book."""
    proposal = world.handed_in()
    drafts = [world.letter("surat_perintah_tugas", proposal, world.by("hadi")) for _n in range(2)]
    for draft in drafts:
        edit(draft, world.by("hadi"), body=draft.fields["body"] | {"since": "2024-03-05", "until": "2024-03-06"})
    return drafts


@pytest.mark.django_db
def test_a_number_from_the_book_is_typed_when_it_is_issued(world, orders):
    world.issue(orders[0], world.by("hadi"), number="400.13/17/OPD/2024")
    assert fresh(orders[0]).issue["number"] == "400.13/17/OPD/2024"
    with pytest.raises(BadValues, match="sudah dipakai"):
        world.issue(orders[1], world.by("hadi"), number="400.13/17/OPD/2024")


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["", "17", "400.13/17/OPD/2023"])
def test_a_number_that_is_missing_or_follows_no_pattern_is_refused(world, orders, number):
    with pytest.raises(BadValues) as wrong:
        world.issue(orders[0], world.by("hadi"), **({"number": number} if number else {}))
    assert list(wrong.value.fields) == ["number"]


@pytest.mark.django_db
def test_an_own_register_takes_no_typed_number(world):
    note = world.letter("nota_dinas", world.decree_draft(), world.by("hadi"))
    with pytest.raises(BadValues, match="kosongkan"):
        world.issue(note, world.by("hadi"), number="9/ND/03/2024")


@pytest.mark.django_db
def test_several_letters_in_one_act_count_on(world):
    notes = [world.letter("nota_dinas", world.decree_draft(villages=[n]), world.by("hadi")) for n in range(3)]
    perform(Letter.finalise, Letter.objects.filter(pk__in=[note.pk for note in notes]), by=world.by("hadi"))
    assert [fresh(note).issue["number"] for note in notes] == ["1/ND/03/2024", "2/ND/03/2024", "3/ND/03/2024"]


@pytest.mark.django_db(transaction=True)
def test_two_letters_issued_at_once_get_two_numbers():
    world = build_letter_world()
    notes = [world.letter("nota_dinas", world.decree_draft(villages=[n]), world.by("hadi")) for n in range(2)]
    results = race([lambda note=note: world.issue(note, world.by("hadi")) for note in notes])
    assert losers(results) == []
    assert sorted(fresh(note).issue["number"] for note in notes) == ["1/ND/03/2024", "2/ND/03/2024"]
