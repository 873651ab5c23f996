"""The benchmark of a round compares what it says: both ways write the same rows and come to the same classes."""

from typing import Any

import pytest

from backend.bench import rounds
from backend.bench.ground import Ground, lay_ground
from backend.bench.raw import prepared
from workflows.core.door import perform
from workflows.core.models import JournalSubject, Outbox
from workflows.evaluations.models import Evaluation, Round, YearlyClass
from workflows.routes.models import Assignment


@pytest.fixture
def ground(transactional_db: None) -> Ground:
    return lay_ground()


def written(this: Round) -> dict[str, Any]:
    """What stands of a round: its state, and the rows that belong to it."""
    this.refresh_from_db()
    evaluations = Evaluation.objects.filter(round=this)
    files = [this.pk, *evaluations.values_list("pk", flat=True)]
    tasks = Assignment.objects.filter(file__in=files)
    return {
        "state": (this.state, this.version), "evaluations": evaluations.count(),
        "classes": YearlyClass.objects.filter(evaluation__round=this).count(),
        "tasks": sorted(tasks.values_list("kind", "state", "office", "region", "due_on")),
        "noted": sorted(JournalSubject.objects.filter(file_id__in=files).values_list("kind", "from_state", "to_state")),
        "told": sorted(Outbox.objects.filter(object_id__in=tasks.values("pk"), topic="your_turn").values_list("office", flat=True)),
    }  # fmt: skip


def test_both_open_and_close_a_round_alike(ground: Ground) -> None:
    rounds.designate(ground, 4)
    ours, limit = (rounds.planned(ground, ground.today.year + n) for n in range(2))
    by = ground.by["agency"]
    given = {"person": by.person_id, "office": by.office_id, "mandate": by.pk, "on": ground.today}
    with prepared("rounds") as opens, prepared("closing") as closes:
        perform(Round.open, ours, by=by)
        opens(round=limit.pk, **given)
        assert written(ours) == written(limit)
        assert written(ours)["evaluations"] == 4
        for this in (ours, limit):
            rounds.decide(this)
        perform(Round.conclude, ours, by=by)
        closes(round=limit.pk, **given)
    assert written(ours) == written(limit)
    assert written(ours)["classes"] == 4


def test_both_come_to_the_same_classes(ground: Ground) -> None:
    found = rounds.rounds(ground, 60).details
    assert sum(found["classes"].values()) == 60
    assert len(found["classes"]) >= 3
    assert found["compute_rows_per_second"] > 0
