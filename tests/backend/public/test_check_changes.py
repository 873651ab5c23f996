"""What the public is told of a decree that another annulled or suspended, and of the excerpts that go round of it."""

from datetime import date

import pytest
from django.test import Client

from tests.backend.public.test_check_page import look, word
from tests.decree_world import fresh
from tests.letter_world import LetterWorld, build_letter_world
from tests.workflows.decrees.changed import changed
from tests.world import on_day
from workflows.core.door import perform
from workflows.decrees.models import Decree
from workflows.letters.copying import start_copies
from workflows.letters.models import Letter
from workflows.organisation.offices import system_mandate

pytestmark = pytest.mark.django_db
DEFECT = {"defect": "procedure", "grounds": "verifikasi lapangan belum selesai"}


@pytest.fixture
def world(db: None) -> LetterWorld:
    return build_letter_world()


@pytest.fixture
def decree(world: LetterWorld) -> Decree:
    """About two villages since March; it is June."""
    made = world.issued(villages=[0, 1])
    on_day(date(2024, 6, 3))
    return made


@pytest.fixture
def excerpt(world: LetterWorld, decree: Decree) -> Letter:
    """Signed, of the first village."""
    legal = world.by("budi", "legal")
    made = start_copies(decree, "petikan", legal, rows=[1])
    perform(Letter.finalise, made, by=legal)
    world.paper_made(made.get())
    world.sign_letter(made.get(), legal)
    return made.get()


def said_of(client: Client, excerpt: Letter) -> str:
    page = client.get(f"/v/{excerpt.file.token}").content.decode()
    return page.partition("Ini petikan dari keputusan yang sekarang: ")[2].partition("<")[0].strip()


@pytest.mark.parametrize("more", [{}, {"retroactive": True, "effective_on": date(2024, 3, 4)}])
def test_an_annulled_decree_and_its_excerpt_say_so_whenever_it_counts(
    client: Client, world: LetterWorld, decree: Decree, excerpt: Letter, more: dict
) -> None:
    annulment = changed(world, decree, "annuls", **DEFECT, **more)
    answer = look(client, decree)
    assert word(answer) == "Dibatalkan"
    assert f"/v/{annulment.file.token}" in answer.content.decode()
    assert word(look(client, annulment)) == "Berlaku"
    assert said_of(client, excerpt) == "Dibatalkan."


def test_annulled_for_one_village_it_holds_for_the_other(client: Client, world: LetterWorld, decree: Decree) -> None:
    changed(world, decree, "annuls", [1], **DEFECT)
    assert word(look(client, decree)) == "Berlaku, sudah diubah"


def test_a_suspended_decree_says_so_until_the_suspension_is_revoked(
    client: Client, world: LetterWorld, decree: Decree, excerpt: Letter
) -> None:
    assert said_of(client, excerpt) == "Berlaku."
    suspension = changed(world, decree, "suspends")
    answer = look(client, decree)
    assert word(answer) == said_of(client, excerpt).rstrip(".") == "Berlaku, sedang ditunda"
    assert f"/v/{suspension.file.token}" in answer.content.decode()
    changed(world, suspension, "revokes")
    assert word(look(client, decree)) == "Berlaku"
    assert word(look(client, suspension)) == "Dicabut"


def test_a_suspension_ends_on_its_day(client: Client, world: LetterWorld, decree: Decree) -> None:
    suspension = changed(world, decree, "suspends", expires_on=date(2024, 7, 31))
    on_day(date(2024, 8, 1))
    perform(Decree.expire, fresh(suspension), by=system_mandate())
    assert word(look(client, decree)) == "Berlaku"
