import pytest

from documents.issue import paper_for
from documents.models import Document
from tests.decree_world import DecreeWorld, build_decree_world
from tests.ground import Ground, ground_of
from workflows.decrees.models import Decree

ground = ground_of(build_decree_world)


@pytest.fixture
def world(db: None, ground: Ground) -> DecreeWorld:
    return ground()


@pytest.fixture
def decree(world: DecreeWorld) -> Decree:
    """A regent's decree about three villages, decided, signed and in force."""
    return world.issued()


@pytest.fixture
def paper(decree: Decree) -> Document:
    """Its archived final paper."""
    assert decree.file.snapshot
    return paper_for(decree.file.snapshot, "final", decree.issue)
