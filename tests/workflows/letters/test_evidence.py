"""Minutes and recommendations that were written and signed here are evidence, without an upload."""

import pytest

from tests.decree_world import fresh
from tests.world import upload
from workflows.core.door import Refused, perform
from workflows.letters.drafting import edit
from workflows.routes.models import Assignment
from workflows.villages.models import Proposal

pytestmark = pytest.mark.django_db
PAPER = "cd" * 32


@pytest.fixture
def proposal(world):
    """A complete draft, but for the minutes of the meeting."""
    draft = world.draft()
    draft.file.evidence.all().delete()
    return draft


def sign_minutes(world, proposal):
    minutes = world.minutes(proposal)
    world.issue(minutes, world.staff(0))
    world.paper_made(minutes)
    world.sign_letter(minutes, world.by("fitri"))
    yield
    world.sign_letter(minutes, world.by("kartika"))
    yield


def test_a_proposal_is_handed_in_when_all_parties_have_signed_its_minutes(world, proposal):
    signing = sign_minutes(world, proposal)
    next(signing)
    with pytest.raises(Refused, match="belum ditandatangani semua pihak"):
        perform(Proposal.submit, proposal, by=world.staff(0))
    next(signing)
    perform(Proposal.submit, proposal, by=world.staff(0))
    [minutes] = fresh(proposal).file.snapshot.content["evidence"]
    assert (minutes["kind"], minutes["sha256"], minutes["note"]) == ("minutes", PAPER, "01/BA/03/2024")


def test_minutes_in_ink_are_evidence_by_their_paper_and_their_scan(world, proposal):
    ani, fitri = world.staff(0), world.by("fitri")
    minutes = world.minutes(proposal)
    edit(minutes, ani, signing="ink")
    world.issue(minutes, ani)
    world.paper_made(minutes)
    scan = upload("ba.pdf")
    perform(Assignment.record_ink, world.open_task(minutes, "print"), by=ani, values={"inked_on": "2024-03-04"})
    perform(Assignment.hand_in_scan, world.open_task(minutes, "scan"), by=ani, values={"attachment": scan.pk})
    perform(Assignment.confirm_scan, world.open_task(minutes, "confirm_scan"), by=fitri)
    perform(Proposal.submit, proposal, by=ani)
    [paper] = fresh(proposal).file.snapshot.content["evidence"]
    assert (paper["sha256"], paper["scan"]) == (PAPER, scan.sha256)
    decree = world.submitted(villages=[1, 0])
    assert fresh(decree).file.snapshot.content["evidence"] == [
        {"row": 2, "kind": "minutes", "sha256": PAPER, "scan": scan.sha256}
    ]  # fmt: skip


def test_the_decree_names_minutes_and_recommendation_by_hash_in_the_villages_row(world, proposal):
    list(sign_minutes(world, proposal))
    camat = world.by("budi", "camat")
    letter = world.letter("rekomendasi", proposal, camat)
    world.issue(letter, camat)
    world.paper_made(letter)
    world.sign_letter(letter, camat)
    decree = world.submitted(villages=[1, 0])
    assert fresh(decree).file.snapshot.content["evidence"] == [
        {"row": 2, "kind": "minutes", "sha256": PAPER}, {"row": 2, "kind": "recommendation", "sha256": PAPER},
    ]  # fmt: skip
