"""Drafts are ordinary saves of the drafting office; bad input gets a clear answer."""

from datetime import date

import pytest

from tests.world import upload
from workflows.core.errors import BadValues, Conflict, Refused
from workflows.villages.drafting import attach, save_draft, start_proposal
from workflows.villages.models import KampungKB, Proposal


@pytest.fixture
def proposal(world):
    return start_proposal(world.villages[0], world.by("ani"), era=2024)


def version(proposal):
    proposal.file.refresh_from_db()
    return proposal.file.version


def test_a_proposal_starts_as_a_draft_of_the_office_with_its_unit(world, proposal):
    assert (proposal.state, proposal.kampung.state, proposal.kampung.scope) == ("draft", "draft", "village")
    assert (proposal.file.office, proposal.file.drafted_by) == (world.office("village_head"), world.by("ani").person)
    again = start_proposal(world.villages[0], world.by("kartika"), era=2024)
    assert again.kampung == proposal.kampung


def test_a_hamlet_has_a_unit_of_its_own(world, proposal):
    hamlet = start_proposal(world.villages[0], world.by("ani"), era=2017, hamlet=" Dusun Contoh ")
    assert (hamlet.kampung.scope, hamlet.kampung.hamlet) == ("hamlet", "Dusun Contoh")
    assert KampungKB.objects.filter(region=world.villages[0]).count() == 2


@pytest.mark.parametrize("login", ["eko", "budi", "hadi", "citra"])
def test_other_offices_do_not_draft_for_the_village(world, login):
    with pytest.raises(Refused, match="Contoh Satu"):
        start_proposal(world.villages[0], world.by(login), era=2024)


def test_the_field_officer_drafts_for_the_villages_that_he_serves(world):
    start_proposal(world.villages[0], world.by("gita"), era=2024)
    world.office("pkb").areas.create(region=world.villages[1])
    start_proposal(world.villages[1], world.by("gita"), era=2024)
    with pytest.raises(Refused):
        start_proposal(world.villages[0], world.by("gita"), era=2024)


def test_a_mandate_that_has_ended_drafts_nothing(world, proposal):
    ani = world.by("ani")
    ani.until = date(2024, 3, 1)
    ani.save()
    with pytest.raises(Refused):
        start_proposal(world.villages[0], ani, era=2024)
    with pytest.raises(Refused):
        save_draft(proposal, ani, profile="x")


def test_only_villages_propose_themselves(world):
    with pytest.raises(BadValues, match="bukan desa/kelurahan"):
        start_proposal(world.district, world.by("ani"), era=2024)


def test_an_edit_raises_the_version_and_adds_to_the_answers(world, proposal):
    before = version(proposal)
    save_draft(proposal, world.by("ani"), preconditions={"commitment": {"met": True}}, letter_on="2024-03-01")
    save_draft(proposal, world.by("ani"), version=before + 1, preconditions={"participation": {"met": False, "note": " Lama. "}})
    proposal.refresh_from_db()
    assert version(proposal) == before + 2
    assert proposal.preconditions == {
        "commitment": {"met": True, "note": ""}, "participation": {"met": False, "note": "Lama."}
    }  # fmt: skip
    assert proposal.letter_on == date(2024, 3, 1)


def test_a_stale_edit_is_a_conflict(world, proposal):
    save_draft(proposal, world.by("ani"), profile="Satu.")
    with pytest.raises(Conflict):
        save_draft(proposal, world.by("ani"), version=0, profile="Dua.")
    proposal.refresh_from_db()
    assert proposal.profile == "Satu."


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_kept(world, proposal):
    with pytest.raises(BadValues) as bad:
        save_draft(proposal, world.by("ani"), profile="Baik.", letter_on="1 Maret", colour="merah",
                   criteria={"moon": {"met": True}, "coast": {"met": 1}})  # fmt: skip
    assert set(bad.value.fields) == {"letter_on", "colour", "criteria.moon", "criteria.coast"}
    proposal.refresh_from_db()
    assert proposal.profile == ""


@pytest.mark.parametrize("given", [{"profile": 1}, {"letter_number": "x" * 101}, {"preconditions": []},
                                   {"preconditions": {"commitment": {"met": True, "note": 1}}}])  # fmt: skip
def test_values_of_the_wrong_form_are_refused(world, proposal, given):
    with pytest.raises(BadValues):
        save_draft(proposal, world.by("ani"), **given)


def test_what_is_under_review_is_not_edited_by_its_drafter(world):
    proposal = world.handed_in()
    with pytest.raises(Refused, match="sedang diperiksa"):
        save_draft(proposal, world.by("ani"), profile="x")
    with pytest.raises(Refused):
        attach(proposal, world.by("ani"), "photo", upload("foto.jpg"))


def test_the_kind_of_a_paper_is_one_of_the_list(world, proposal):
    with pytest.raises(BadValues, match="minutes"):
        attach(proposal, world.by("ani"), "poem", upload("puisi.pdf"))


def test_an_edit_never_sets_a_state(world, proposal):
    with pytest.raises(BadValues):
        save_draft(proposal, world.by("ani"), state="approved")
    assert Proposal.objects.get(pk=proposal.pk).state == "draft"


@pytest.mark.parametrize("era", [2015, 2026, 99_999_999_999])
def test_the_year_of_the_criteria_is_one_that_there_is(world, era):
    with pytest.raises(BadValues) as bad:
        start_proposal(world.villages[0], world.by("ani"), era=era)
    assert list(bad.value.fields) == ["era"]
