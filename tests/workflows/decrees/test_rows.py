"""The villages of a decree: each once, within the territory, and on one open draft."""

import pytest

from documents.problems import problems_of
from tests.decree_world import VILLAGE, fresh
from tests.races import losers, race
from tests.world import region
from workflows.core.door import BadValues, Refused, perform
from workflows.decrees import drafting
from workflows.decrees.models import Claim, Decree, DecreeRow
from workflows.decrees.snapshot import content_of


def revise(world, decree, **changes):
    return perform(Decree.revise, decree, by=world.by("hadi"), reason="Hasil pencermatan.", values={"changes": changes})


@pytest.mark.django_db
def test_a_double_village_is_named_with_its_row(world):
    decree = world.decree_draft(villages=[])
    one, two, _three = world.villages
    with pytest.raises(BadValues) as wrong:
        drafting.add_rows(decree, world.drafter(), [(one, {}), (two, {}), (one, {})])
    assert wrong.value.fields == {"rows.3": "Contoh Satu tercantum dua kali."}
    assert not DecreeRow.objects.exists()


@pytest.mark.django_db
def test_hamlets_of_one_village_are_listed_by_name_and_counted_as_what_they_are(world):
    decree = world.decree_draft(villages=[])
    drafting.add_rows(decree, world.drafter(), world.hamlets(2))
    content = content_of(decree.file).content
    [annex] = content["annexes"]
    assert [row["kampung"] for row in annex["rows"]] == ["RW 1", "RW 2"]
    assert annex["totals"] == [["Kampung KB tingkat RW/dusun", 2]]
    assert "sudah ada di baris lain" not in str(problems_of(content))


@pytest.mark.django_db
def test_a_foreign_village_is_named_with_its_row(world):
    regency = region(world.regency.parent, "regency", "kabupaten", "Contoh Lain", "99.02")
    foreign = region(
        region(regency, "district", "kecamatan", "Contoh Hulu", "99.02.01"),
        "village",
        "desa",
        "Contoh Asing",
        "99.02.01.2001",
    )
    with pytest.raises(BadValues) as wrong:
        drafting.add_rows(world.decree_draft(villages=[0]), world.drafter(), [(world.villages[1], {}), (foreign, {})])
    assert wrong.value.fields == {"rows.2": "Contoh Asing berada di luar wilayah Contoh Raya."}


@pytest.mark.django_db
def test_a_village_head_decides_about_his_own_village_only(world):
    with pytest.raises(BadValues, match="Contoh Dua berada di luar wilayah"):
        world.decree_draft(VILLAGE, villages=[1])


@pytest.mark.django_db
def test_a_village_on_another_open_draft_is_refused_with_both_names(world):
    world.decree_draft(subject="Penetapan Tahap Satu", villages=[0, 1])
    with pytest.raises(BadValues) as wrong:
        world.decree_draft(subject="Penetapan Tahap Dua", villages=[1, 2])
    assert list(wrong.value.fields.values()) == ["Contoh Dua sudah ada dalam konsep lain: Penetapan Tahap Satu."]
    assert Decree.objects.filter(rows=None).count() == 1


@pytest.mark.django_db
def test_two_drafts_may_do_different_things_to_one_village(world):
    world.decree_draft(villages=[0], effects=["designate"])
    world.decree_draft(villages=[0], effects=["appoint_pokja"])
    assert Claim.objects.filter(open=True).count() == 2


@pytest.mark.django_db
def test_a_struck_village_is_free_for_another_draft_and_the_row_stays_with_its_reason(world):
    decree = world.submitted()
    revise(world, decree, strike=[{"row": 2, "reason": "Pokja belum dibentuk."}])
    row = decree.rows.get(order=2)
    assert (row.struck, row.strike_reason) == (True, "Pokja belum dibentuk.")
    world.decree_draft(subject="Penetapan Susulan", villages=[1])
    world.walk(decree)
    world.decide(decree)
    world.receive_paper(decree)
    world.sign(decree)
    assert world.stages() == ["designated", "draft", "designated"]


@pytest.mark.django_db
@pytest.mark.parametrize("struck", [{"row": 9, "reason": "Salah."}, {"row": 1, "reason": " "}, {"reason": "Salah."}])
def test_a_row_is_struck_by_its_number_and_with_a_reason(world, struck):
    decree = world.submitted()
    with pytest.raises(BadValues) as wrong:
        revise(world, decree, strike=[struck])
    assert list(wrong.value.fields) == ["strike.1"]


@pytest.mark.django_db
def test_a_village_added_on_the_way_is_claimed_at_once(world):
    decree = world.submitted(villages=[0])
    revise(world, decree, add=[{"region": world.villages[1].pk}])
    with pytest.raises(BadValues, match="Contoh Dua sudah ada dalam konsep lain"):
        world.decree_draft(villages=[1])


@pytest.mark.django_db
def test_nothing_is_stored_of_an_edit_that_is_refused(world):
    decree = world.submitted(villages=[0])
    with pytest.raises(BadValues, match="tidak dikenal"):
        revise(world, decree, clauses=["Lain."], add=[{"region": 987654}])
    assert fresh(decree).clauses == ["Menetapkan."]


@pytest.mark.django_db
def test_the_last_row_is_not_struck(world):
    decree = world.submitted(villages=[0])
    with pytest.raises(Refused, match="Belum ada desa/kelurahan"):
        revise(world, decree, strike=[{"row": 1, "reason": "Batal."}])
    assert not decree.rows.get().struck


@pytest.mark.django_db(transaction=True)
def test_two_who_list_the_same_villages_at_once_one_wins_and_nobody_waits_for_ever(world):
    there, back = world.hamlets(60), world.hamlets(60)[::-1]
    for _n in range(3):
        drafts = [world.decree_draft(villages=[]) for _rows in (there, back)]
        pairs = zip(drafts, (there, back), strict=True)
        [loser] = losers(race([lambda d=d, rows=rows: drafting.add_rows(d, world.drafter(), rows) for d, rows in pairs]))
        assert isinstance(loser, BadValues)
        assert "sudah ada dalam konsep lain" in str(loser)
        assert sorted(d.rows.count() for d in drafts) == [0, 60]
        for draft in drafts:
            perform(Decree.withdraw, draft, by=world.drafter(), reason="Ulangi.")
