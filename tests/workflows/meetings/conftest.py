import pytest

from tests.evaluation_world import known
from tests.ground import Ground, ground_of
from tests.rakor_world import RakorWorld, build_rakor_world
from tests.workflows.evaluations.vectors import V2, V3
from workflows.evaluations import computing


def build() -> RakorWorld:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(computing, "facts_on", known(V2, V3))
        return build_rakor_world()


ground = ground_of(build)


@pytest.fixture
def world(db, monkeypatch, ground: Ground) -> RakorWorld:
    """The first village is computed *berkembang*, the others *berkelanjutan*."""
    monkeypatch.setattr(computing, "facts_on", known(V2, V3))
    return ground()
