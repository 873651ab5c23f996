"""The small regency with one proposal handed in: the first task is the village head's, and an outbox row says so."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from tests.ground import Ground, ground_of
from tests.worker.post_office import PostOffice, opened
from tests.world import World, build_world
from workflows.core.models import Outbox

ground = ground_of(build_world)


@pytest.fixture
def world(db: None, ground: Ground) -> World:
    return ground()


@pytest.fixture
def row(world: World) -> Outbox:
    """Fitri, the village head (with Ani as her staff), is to be told of her turn."""
    world.handed_in()
    return Outbox.objects.select_related("office").get(topic="your_turn")


@pytest.fixture
def post_office(settings: Settings) -> Iterator[PostOffice]:
    """A real SMTP server on this machine, which keeps what it gets, and through which this process sends."""
    with opened(PostOffice()) as post_office:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", post_office.port
        yield post_office
