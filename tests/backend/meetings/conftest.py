from collections.abc import Callable

import pytest
from django.test import Client

from tests.evaluation_world import known
from tests.ground import Ground, ground_of
from tests.people import person
from tests.rakor_world import RakorWorld, build_rakor_world
from tests.workflows.evaluations.vectors import V2, V3
from workflows.evaluations import computing
from workflows.organisation.models import Mandate


def build() -> RakorWorld:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(computing, "facts_on", known(V2, V3))
        return build_rakor_world()


ground = ground_of(build)


@pytest.fixture
def world(db: None, monkeypatch: pytest.MonkeyPatch, ground: Ground) -> RakorWorld:
    """The first village is computed *berkembang*, the others *berkelanjutan*."""
    monkeypatch.setattr(computing, "facts_on", known(V2, V3))
    return ground()


Enter = Callable[[Mandate], Client]


@pytest.fixture
def enter(db: None) -> Enter:
    """A browser of somebody who has logged in and acts by this mandate."""

    def entered(mandate: Mandate) -> Client:
        client = Client()
        client.force_login(person(mandate.person.username))
        session = client.session
        session["mandate"] = mandate.pk
        session.save()
        return client

    return entered
