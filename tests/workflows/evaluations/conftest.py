import pytest

from tests.evaluation_world import EvaluationWorld, build_evaluation_world, known
from tests.ground import Ground, ground_of
from tests.workflows.evaluations.vectors import V2
from workflows.evaluations import computing


@pytest.fixture
def figures(monkeypatch):
    """What is stored about the villages, in place of what reports say: `figures(V2, V3)`."""

    def report(*facts):
        monkeypatch.setattr(computing, "facts_on", known(*facts))

    report(V2)
    return report


ground = ground_of(build_evaluation_world)


@pytest.fixture
def world(db, figures, ground: Ground) -> EvaluationWorld:
    return ground()


@pytest.fixture
def year(world):
    """A round that is open, with all three villages."""
    return world.opened()
