import pytest

from tests.ground import Ground, ground_of
from tests.people import person
from tests.world import BEGIN, World, build_world
from workflows.decrees.models import Series
from workflows.organisation.models import Mandate
from workflows.organisation.offices import open_administration


def build() -> World:
    made = build_world()
    made.appoint("lia", open_administration(made.regency, BEGIN))
    Series.objects.create(office=made.office("regent"), doc_class="keputusan_bupati", mode="own", pattern="{no} TAHUN {thn}")
    return made


ground = ground_of(build)


@pytest.fixture
def world(db: None, ground: Ground) -> World:
    """The small regency, with an administrator (Lia) and a register for its regent's decrees."""
    return ground()


@pytest.fixture
def lia(world: World) -> Mandate:
    assert person("lia")
    return world.by("lia")
