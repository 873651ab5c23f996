import pytest

from documents.issue import paper_for
from documents.models import Document
from tests.decree_world import DecreeWorld, build_decree_world
from workflows.decrees.models import Decree


@pytest.fixture
def world(db: None) -> DecreeWorld:
    return build_decree_world()


@pytest.fixture
def decree(world: DecreeWorld) -> Decree:
    """A regent's decree about three villages, decided, signed and in force."""
    return world.issued()


@pytest.fixture
def paper(decree: Decree) -> Document:
    """Its archived final paper."""
    assert decree.file.snapshot
    return paper_for(decree.file.snapshot, "final", decree.issue)
