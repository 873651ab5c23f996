"""A proposal's way from the village to the agency, and where it takes the village."""

import pytest

from tests.workflows.villages.conftest import draft_decree
from tests.world import upload
from workflows.core.door import perform
from workflows.core.errors import BadValues
from workflows.decrees.models import Claim
from workflows.routes.models import Assignment
from workflows.villages.drafting import save_draft
from workflows.villages.models import KampungKB, Proposal


def stage(proposal):
    return KampungKB.objects.values_list("state", flat=True).get(proposals=proposal.pk)


@pytest.fixture
def endorsed(world):
    """With Gita, the field officer, after Fitri and Budi approved."""
    proposal = world.handed_in()
    world.approve(proposal, "village_head", "fitri")
    world.approve(proposal, "camat", "budi")
    return proposal


@pytest.fixture
def verified(world, endorsed):
    world.check_on_the_spot(endorsed)
    world.approve(endorsed, "pkb", "gita")
    world.approve(endorsed, "agency", "hadi")
    endorsed.refresh_from_db()
    return endorsed


def test_each_office_moves_the_village_one_stage_on(world):
    proposal = world.handed_in()
    assert stage(proposal) == "draft"
    world.approve(proposal, "village_head", "fitri")
    assert stage(proposal) == "proposed"
    world.approve(proposal, "camat", "budi")
    assert stage(proposal) == "endorsed"
    world.check_on_the_spot(proposal)
    world.approve(proposal, "pkb", "gita")
    assert stage(proposal) == "endorsed"
    world.approve(proposal, "agency", "hadi")
    assert stage(proposal) == "verified"
    proposal.refresh_from_db()
    assert (proposal.state, proposal.file.runs.get().state) == ("approved", "completed")


def test_an_approval_taken_back_takes_the_village_back(world, endorsed):
    world.perform(Assignment.withdraw, world.task(endorsed, "camat", state="approved"), "budi")
    assert stage(endorsed) == "proposed"
    world.perform(Assignment.withdraw, world.task(endorsed, "village_head", state="approved"), "fitri")
    assert stage(endorsed) == "draft"


def test_returned_to_its_drafter_the_village_is_a_draft_until_it_comes_again(world, endorsed):
    world.perform(Assignment.return_to_drafter, world.task(endorsed, "pkb"), "gita", reason="Lengkapi.")
    assert stage(endorsed) == "draft"
    perform(Proposal.resubmit, endorsed, by=world.by("ani"))
    assert stage(endorsed) == "endorsed"


def test_returned_to_an_earlier_office_the_village_falls_back_to_what_stands(world, endorsed):
    world.check_on_the_spot(endorsed)
    world.approve(endorsed, "pkb", "gita")
    step = endorsed.file.runs.get().route_version.steps.get(role="village_head").pk
    world.perform(Assignment.return_to_step, world.task(endorsed, "agency"), "hadi", reason="x", values={"step": step})
    assert stage(endorsed) == "draft"
    world.approve(endorsed, "village_head", "fitri")
    assert stage(endorsed) == "endorsed"
    world.approve(endorsed, "agency", "hadi")
    assert stage(endorsed) == "verified"


def test_rejected_it_may_be_proposed_anew(world, endorsed):
    world.perform(Assignment.reject, world.task(endorsed, "pkb"), "gita", reason="Belum siap.")
    assert stage(endorsed) == "rejected"
    again = world.handed_in()
    assert again.kampung == endorsed.kampung
    world.approve(again, "village_head", "fitri")
    assert stage(again) == "proposed"


def test_withdrawn_by_the_village_with_a_reason(world, endorsed):
    assert world.why_not(Proposal.withdraw, endorsed, "ani") == ["reason_given"]
    world.perform(Proposal.withdraw, endorsed, "ani", reason="Menunggu musyawarah.")
    endorsed.refresh_from_db()
    assert (endorsed.state, stage(endorsed)) == ("withdrawn", "withdrawn")
    assert (endorsed.file.runs.get().state, world.waits_for(endorsed)) == ("cancelled", set())
    world.handed_in()


def test_an_accepted_proposal_is_not_withdrawn_once_its_village_is_on_a_draft_decree(world, verified):
    row = draft_decree(world, verified.kampung).rows.get()
    Claim.objects.create(row=row, decree=row.decree, kampung=verified.kampung, effect="designate")
    assert world.why_not(Proposal.withdraw, verified, "ani", reason="x") == ["not_on_a_draft_decree"]


def test_another_office_does_not_withdraw_it(world, endorsed):
    assert world.why_not(Proposal.withdraw, endorsed, "eko", reason="x") == ["within_my_drafting_office"]


def test_a_village_that_a_decree_named_meanwhile_stays_where_the_decree_put_it(world):
    proposal = world.handed_in()
    KampungKB.objects.filter(pk=proposal.kampung_id).update(state="designated")
    world.approve(proposal, "village_head", "fitri")
    world.perform(Assignment.reject, world.task(proposal, "camat"), "budi", reason="Sudah ditetapkan.")
    assert stage(proposal) == "designated"


@pytest.mark.parametrize(("village", "words"), [(0, "didukung kecamatan"), (2, "disetujui camat")])
def test_a_camat_supports_a_desa_and_approves_a_kelurahan(world, village, words):
    unit = KampungKB(region=world.villages[village], state="endorsed")
    assert unit.state_words == words


# --- the field check


def test_the_field_officer_does_not_approve_without_a_check(world, endorsed):
    assert world.why_not(Assignment.approve, world.task(endorsed, "pkb"), "gita") == ["field_check_complete"]


def test_a_check_that_fails_is_not_complete(world, endorsed):
    world.check_on_the_spot(endorsed)
    world.perform(Proposal.record_field_check, endorsed, "gita", values={"field_check": {"visited": {"met": False}}})
    assert world.why_not(Assignment.approve, world.task(endorsed, "pkb"), "gita") == ["field_check_complete"]


def test_only_whoever_has_the_task_writes_the_check_down(world, endorsed):
    given = {"values": {"field_check": {"visited": {"met": True}}}}
    assert world.why_not(Proposal.record_field_check, endorsed, "hadi", **given) == ["field_check_is_my_task"]
    assert world.why_not(Proposal.record_field_check, endorsed, "eko", **given) == ["field_check_is_my_task"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"field_check": {"weather": {"met": True}}}, "field_check.weather"),
        ({"field_check": {"visited": True}}, "field_check.visited"),
        ({"field_check": {"visited": {"met": "ya"}}}, "field_check.visited"),
        ({"field_check": {"visited": {"met": True}}, "attachments": [0]}, "attachments.1"),
        ({"field_check": {"visited": {"met": True}}, "attachments": ["x"]}, "attachments.1"),
    ],
)
def test_a_wrong_answer_is_named(world, endorsed, values, field):
    with pytest.raises(BadValues) as bad:
        world.perform(Proposal.record_field_check, endorsed, "gita", values=values)
    assert list(bad.value.fields) == [field]


def test_the_check_and_its_papers_are_frozen_with_the_file(world, endorsed):
    photo = upload("lokasi.jpg", "gita")
    values = {"field_check": {"visited": {"met": True, "note": "Sesuai."}}, "attachments": [photo.pk]}
    world.perform(Proposal.record_field_check, endorsed, "gita", values=values)
    frozen = endorsed.file.snapshots.get(number=2).content["field_check"]
    assert frozen["answers"] == {"visited": {"met": True, "note": "Sesuai."}}
    assert [paper["sha256"] for paper in frozen["evidence"]] == [photo.sha256]


def test_a_village_whose_preconditions_do_not_hold_is_not_verified(world):
    proposal = world.draft()
    save_draft(proposal, world.by("ani"), preconditions={"commitment": {"met": False, "note": "Belum ada SK."}})
    perform(Proposal.submit, proposal, by=world.by("ani"))
    world.approve(proposal, "village_head", "fitri")
    world.approve(proposal, "camat", "budi")
    world.check_on_the_spot(proposal)
    world.approve(proposal, "pkb", "gita")
    assert world.why_not(Assignment.approve, world.task(proposal, "agency"), "hadi") == ["preconditions_hold"]
