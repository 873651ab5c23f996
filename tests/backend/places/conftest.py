import pytest

from tests.backend.pages.decrees import approved_up_to, handed_in, read_of, set_up, task_of, with_paper
from tests.ground import Ground, ground_of
from tests.world import World, build_world
from workflows.core.door import perform
from workflows.decrees.models import Decree
from workflows.routes.models import Assignment


def build() -> World:
    made = build_world()
    set_up(made)
    return made


ground = ground_of(build)


@pytest.fixture
def world(db: None, ground: Ground) -> World:
    """The small regency of `tests/world.py`, where decrees of its regent can be made."""
    return ground()


@pytest.fixture
def designated(world: World) -> Decree:
    """`100 TAHUN 2024`, in force since 4 March 2024: it designates the three villages."""
    decree = approved_up_to(world, handed_in(world), "regent")
    perform(Assignment.decide, task_of(decree), by=world.by("citra"), read=read_of(decree))
    perform(Assignment.sign, task_of(with_paper(decree)), by=world.by("citra"))
    return decree
