"""Minutes and recommendations that were written and signed here are evidence, without an upload."""

import pytest

from tests.decree_world import fresh
from workflows.core.door import Refused, perform
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
