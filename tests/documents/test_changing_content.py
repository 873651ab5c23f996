"""What the domain proposes for a change is what its paper demands: a draft that nobody touched can be printed."""

from datetime import date

import pytest

from documents.forms import Form
from documents.preview import fragment
from tests.decree_world import DecreeWorld, build_decree_world
from tests.workflows.decrees.changed import change_draft
from tests.world import on_day
from workflows.decrees.snapshot import content_of

pytestmark = pytest.mark.django_db


DEFECT = {"defect": "procedure", "grounds": "verifikasi lapangan belum selesai"}


@pytest.fixture
def world(db: None) -> DecreeWorld:
    return build_decree_world()


@pytest.mark.parametrize(
    ("kind", "said"), [("amends", {"add": [2]}), ("revokes", {}), ("annuls", DEFECT), ("suspends", {})]
)
def test_a_proposed_change_prints_as_it_is_proposed(world: DecreeWorld, kind: str, said: dict) -> None:
    listed = world.issued(villages=[0, 1])
    on_day(date(2024, 6, 3))
    content = content_of(change_draft(world, listed, kind, [1], **said).file).content
    assert content["issuer"]["title"].upper() in fragment(content["template"], content, Form.DRAFT)
