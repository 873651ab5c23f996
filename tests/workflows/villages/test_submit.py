"""What stands in the way of handing in a proposal, in words."""

import pytest

from tests.workflows.villages.conftest import put
from workflows.core.door import perform, problems
from workflows.core.errors import Refused
from workflows.routes.models import RouteVersion
from workflows.villages.drafting import detach, save_draft, start_proposal
from workflows.villages.models import Proposal

YES, NO = {"met": True}, {"met": False}


@pytest.fixture
def proposal(world):
    return world.draft()


def why_not(world, proposal):
    return {p.rule: p.words for p in problems(Proposal.submit, proposal, by=world.staff(0))}


def test_a_complete_proposal_freezes_what_the_approvers_see(world, proposal):
    perform(Proposal.submit, proposal, by=world.by("ani"))
    proposal.refresh_from_db()
    proposal.file.refresh_from_db()
    frozen = proposal.file.snapshot
    assert (proposal.state, frozen.number, set(frozen.parts)) == ("in_review", 1, {"text", "checklist", "evidence", "field_check"})
    assert frozen.content["village"] == {
        "name": "Contoh Satu", "label": "Desa", "kind": "desa", "code": "99.01.01.2001", "hamlet": "", "kampung": "",
        "district": "Contoh Hilir", "regency": "Contoh Raya",
    }  # fmt: skip
    assert [paper["kind"] for paper in frozen.content["evidence"]] == ["minutes"]


def test_the_precondition_without_an_answer_is_named(world):
    proposal = start_proposal(world.villages[0], world.by("ani"), era=2024)
    save_draft(proposal, world.by("ani"), preconditions={"commitment": NO, "participation": YES})
    words = why_not(world, proposal)["all_preconditions_answered"]
    assert "data kependudukan" in words
    assert "komitmen" not in words


def test_minutes_of_the_meeting_are_needed(world, proposal):
    detach(proposal.file.evidence.get(), world.by("ani"))
    assert set(why_not(world, proposal)) == {"minutes_attached"}


MAIN_AND_SPECIAL = ["poor_families", "kb_users", "family_data", "schooling", "kb_service", "family_groups", "sectors"]


def test_up_to_2021_the_criteria_are_answered(world):
    proposal = world.draft(era=2021)
    assert "kriteria wilayah" in why_not(world, proposal)["criteria_of_the_era_answered"]
    answered = dict.fromkeys(MAIN_AND_SPECIAL, NO)
    save_draft(proposal, world.by("ani"), criteria=answered | {"coast": NO})
    assert why_not(world, proposal) == {
        "criteria_of_the_era_answered": "Kriteria belum lengkap: paling sedikit satu kriteria wilayah."
    }
    save_draft(proposal, world.by("ani"), criteria={"coast": YES})
    assert why_not(world, proposal) == {}


def test_since_2022_no_criterion_must_be_answered(world):
    assert why_not(world, world.draft(era=2022)) == {}


def test_one_proposal_of_a_village_at_a_time(world, proposal):
    world.handed_in()
    assert set(why_not(world, proposal)) == {"no_other_open_proposal"}


def test_an_accepted_proposal_stands_until_a_decree_answers_it(world, proposal):
    Proposal.objects.filter(pk=world.handed_in().pk).update(state="approved")
    put("verified")
    assert set(why_not(world, proposal)) == {"no_other_open_proposal"}
    put("revoked")
    assert why_not(world, proposal) == {}


@pytest.mark.parametrize("state", ["designated", "active", "dormant", "suspended"])
def test_a_village_that_stands_needs_no_proposal(world, proposal, state):
    put(state)
    assert set(why_not(world, proposal)) == {"not_designated_yet"}


@pytest.mark.parametrize("state", ["revoked", "merged", "withdrawn", "rejected"])
def test_no_end_state_blocks_a_new_proposal(world, proposal, state):
    put(state)
    assert why_not(world, proposal) == {}


def test_hamlets_of_a_village_are_proposed_side_by_side(world):
    for hamlet in ("Dusun Satu", "Dusun Dua"):
        proposal = start_proposal(world.villages[0], world.by("ani"), era=2024, hamlet=hamlet)
        Proposal.objects.filter(pk=proposal.pk).update(state="in_review")
    assert why_not(world, world.draft()) == {}


def test_another_office_does_not_hand_it_in(world, proposal):
    with pytest.raises(Refused) as refused:
        perform(Proposal.submit, proposal, by=world.by("eko"))
    assert [p.rule for p in refused.value.problems] == ["within_my_drafting_office"]


def test_a_head_who_drafts_alone_is_told_that_somebody_else_must_approve(world):
    proposal = world.draft(by=world.by("fitri"))
    assert "Kepala Desa Contoh Satu" in why_not(world, proposal)["somebody_else_can_approve"]
    world.appoint("dedi", world.office("village_head"), "plh")
    assert why_not(world, proposal) == {}


def test_without_a_published_route_the_answer_is_in_words(world, proposal):
    RouteVersion.objects.update(state="retired")
    with pytest.raises(Refused, match="Belum ada alur"):
        perform(Proposal.submit, proposal, by=world.by("ani"))


def test_an_office_that_is_missing_is_named(world, proposal):
    world.office("pkb").mandates.all().delete()
    world.office("pkb").delete()
    with pytest.raises(Refused, match="Contoh Satu"):
        perform(Proposal.submit, proposal, by=world.by("ani"))
