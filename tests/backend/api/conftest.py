from collections.abc import Callable
from typing import Any

import pytest
from rest_framework.test import APIClient

from tests.ground import Ground, ground_of
from tests.people import person
from tests.world import World, build_world
from workflows.core.door import perform
from workflows.decrees import drafting
from workflows.decrees.models import Decree, LegalBasis, Series
from workflows.organisation.offices import system_mandate
from workflows.routes.models import Assignment

LADDER = [("hadi", "agency", "approve"), ("budi", "legal", "approve"), ("joko", "assistant", "approve"),
          ("indra", "secretary", "approve"), ("citra", "regent", "decide")]  # fmt: skip
"""Who does what on the shipped route of the Bupati's decrees."""


class Api(APIClient):
    """A client that speaks JSON."""

    default_format = "json"

    def act(self, url: str, name: str, key: str | None = None, **body: Any) -> Any:
        headers = {"Idempotency-Key": key} if key else {}
        return self.post(f"{url}transitions/", {"name": name, **body}, headers=headers)

    def do(self, task: dict[str, Any], name: str, key: str | None = None, **body: Any) -> Any:
        """The act on a task as it was shown: with the version and the text that stood there."""
        seen = {"version": task["file"]["version"], "read": task["file"]["read"] or ""}
        return self.act(f"/api/tasks/{task['id']}/", name, key, **(seen | body))

    def tasks(self) -> list[dict[str, Any]]:
        return self.get("/api/tasks/").json()["results"]


def build() -> World:
    world = build_world()
    Series.objects.create(office=world.office("regent"), doc_class="keputusan_bupati", mode="own", pattern="{no} TAHUN {thn}",
                          year=2024, last=530)  # fmt: skip
    LegalBasis.objects.create(title="Contoh Undang-Undang", rank=1, year=2009, number="52")
    return world


ground = ground_of(build)


@pytest.fixture
def world(db: None, ground: Ground) -> World:
    """The small regency of `tests/world.py`, with a register and a legal basis for the Bupati's decrees."""
    return ground()


@pytest.fixture
def client_of(db: None) -> Callable[[str], Api]:
    """A client that is logged in as one of the cast."""

    def client(login: str) -> Api:
        made = Api()
        made.force_login(person(login))
        return made

    return client


@pytest.fixture
def draft(world: World) -> Decree:
    """A complete draft of the agency about the two desa, made by Ani."""
    ani = world.by("ani", "agency")
    decree = drafting.start_decree("keputusan_bupati", world.office("regent"), ani, subject="Penetapan Contoh Kampung KB",
                                   considerations=["bahwa contoh;"], clauses=["Menetapkan dua desa."],
                                   effects=["designate"], example=True)  # fmt: skip
    drafting.edit(decree, ani, bases=LegalBasis.objects.all())
    drafting.add_rows(decree, ani, [(village, {}) for village in world.villages[:2]])
    return decree


@pytest.fixture
def decree(world: World, draft: Decree) -> Decree:
    """The same, handed in and endorsed by the agency: Budi of the legal bureau has the task."""
    perform(Decree.submit, draft, by=world.by("ani", "agency"))
    climb(world, draft, *LADDER[0])
    return draft


@pytest.fixture
def in_force(world: World, decree: Decree) -> Decree:
    """The same, signed."""

    for login, role, act in LADDER[1:]:
        climb(world, decree, login, role, act)
    perform(Decree.receive_paper, decree, by=system_mandate(), values={"sha256": "ab" * 32})
    perform(Assignment.sign, Assignment.objects.get(kind="sign_document", state="open"), by=world.by("citra"))
    decree.refresh_from_db()
    return decree


def climb(world: World, decree: Decree, login: str, role: str, act: str) -> None:
    """One step of the ladder, by a person who has read the text."""
    perform(getattr(Assignment, act), world.task(decree, role), by=world.by(login, role), read=world.read(decree))
