"""What `check_invariants` finds when somebody tampers with letters behind the door."""

from typing import Any

import pytest

from tests.decree_world import broken_promises
from workflows.core.door import perform
from workflows.letters.copying import start_copies
from workflows.letters.models import Letter, Party
from workflows.routes.models import Assignment

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed(world):
    """Minutes that both parties have signed."""
    letter = world.minutes(world.handed_in())
    world.issue(letter, world.staff(0))
    world.paper_made(letter)
    for login in ("fitri", "kartika"):
        world.sign_letter(letter, world.by(login))
    return letter


def found():
    return [finding.what for finding in broken_promises()]


def test_nothing_is_found_in_what_went_through_the_door(signed):
    assert found() == []


def test_a_signature_by_somebody_else_is_found(world, signed):
    Party.objects.filter(letter=signed, order=2).update(mandate=world.by("hadi"))
    assert found() == [f"letter {signed.pk} counts as signed, but its party 2 has not signed what stands"]


def test_a_signature_out_of_turn_is_found(signed):
    first = Assignment.objects.get(file=signed.pk, order=1)
    Assignment.objects.filter(pk=first.pk).update(decided_at="2999-01-01T00:00Z")
    assert f"letter {signed.pk}: party 2 signed before the one whose turn was earlier" in found()


def test_another_number_than_the_registers_is_found(signed):
    signed.refresh_from_db()
    Letter.objects.filter(pk=signed.pk).update(issue=signed.issue | {"number": "99/BA/03/2024"})
    assert found() == [f"letter {signed.pk} is issued under a number that its register does not have"]


def test_a_copy_with_another_number_or_date_is_found(world):
    decree, legal = world.issued(), world.by("budi", "legal")
    copies = start_copies(decree, "salinan", legal)
    perform(Letter.finalise, copies, by=legal)
    copy: Any = copies.get()
    assert copy.issue
    Letter.objects.filter(pk=copy.pk).update(issue=copy.issue | {"date": "2024-03-05"})
    assert found() == [f"copy {copy.pk} does not bear the number and date of its decree, {decree.issue['number']}"]
