"""Two who sign at once: one request, one signature."""

import time
from functools import partial
from threading import Event

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
    by, answered = world.by("fitri"), Event()
    signer.meanwhile = lambda: answered.wait(60)  # whoever is first is still at it when the other has got his answer

    def ask(key):
        try:
            return sign(task, by, "rahasia", read=decree.paper, key=key)
        finally:
            answered.set()

    results = race([partial(ask, key) for key in keys])
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
