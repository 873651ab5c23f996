"""Two who sign at once: one request, one signature."""

import time

import pytest

from tests.decree_world import fresh
from tests.races import losers, race
from worker.signing import resume, sign
from workflows.core.models import JournalEntry
from workflows.signing.errors import SignaturePending
from workflows.signing.models import SigningOutcome, SigningRequest

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("keys", [("one", "one"), ("one", "other")])
def test_two_requests_at_once_are_one_signature(transactional_db, world, decree, task, signer, keys):
    signer.meanwhile = lambda: time.sleep(0.5)
    by = world.by("fitri")
    results = race([lambda key=key: sign(task, by, "rahasia", read=decree.paper, key=key) for key in keys])
    [loser] = losers(results)
    assert isinstance(loser, SignaturePending)
    assert (len(signer.asked), SigningRequest.objects.count(), fresh(decree).state) == (1, 1, "in_force")


def test_two_who_ask_again_at_once_find_the_same_signature(transactional_db, world, decree, task, signer):
    def lost():
        raise RuntimeError

    signer.needs_secret = False
    signer.meanwhile = lost
    with pytest.raises(SignaturePending):
        sign(task, world.by("fitri"), read=decree.paper)
    signer.meanwhile = lambda: time.sleep(0.3)
    request = SigningRequest.objects.get()
    entries = race([lambda: resume(SigningRequest.objects.get(pk=request.pk))] * 3)
    assert losers(entries) == []
    assert len({entry.pk for entry in entries}) == 1
    assert (SigningOutcome.objects.count(), JournalEntry.objects.filter(act="routes.Assignment.sign").count()) == (1, 1)
