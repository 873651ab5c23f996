"""A round opened by many at once is opened once. Threads with real commits."""

import pytest

from tests.evaluation_world import build_evaluation_world
from tests.races import losers, race
from workflows.core.door import Refused, perform
from workflows.core.models import JournalEntry
from workflows.evaluations.models import Evaluation, Round
from workflows.organisation.offices import system_mandate
from workflows.routes.models import Assignment

pytestmark = pytest.mark.django_db(transaction=True)


def test_opened_by_official_and_clock_at_once_it_opens_once():
    world = build_evaluation_world()
    world.decreed()
    this, mandates = world.planned(), [world.by("hadi"), system_mandate()]
    results = race([lambda by=by: perform(Round.open, this, by=by) for by in mandates * 4])
    lost = losers(results)
    assert len(lost) == 7
    assert all(isinstance(error, Refused) for error in lost)
    assert JournalEntry.objects.filter(act="evaluations.Round.open").count() == 1
    assert (Evaluation.objects.count(), Assignment.objects.filter(kind="self_evaluation").count()) == (3, 3)
