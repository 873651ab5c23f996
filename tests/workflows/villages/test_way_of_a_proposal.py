"""A proposal's way from the village to the agency, and where it takes the village."""

from workflows.villages.models import Proposal


def stage(proposal):
    return Proposal.objects.values_list("kampung__state", flat=True).get(pk=proposal.pk)


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
    assert Proposal.objects.get(pk=proposal.pk).state == "approved"
    assert proposal.file.runs.get().state == "completed"
