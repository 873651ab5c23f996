"""The paper that is to be signed electronically bears its QR code already; until it is signed nobody outside opens it."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.decree_world import DecreeWorld, build_decree_world
from tests.people import person
from tests.signing_world import ready_to_sign
from workflows.decrees.models import Decree


@pytest.fixture
def unsigned(db: None) -> Decree:
    world: DecreeWorld = build_decree_world()
    return ready_to_sign(world)


def test_the_public_is_told_that_it_does_not_hold_and_gets_no_file(unsigned: Decree) -> None:
    paper, token = unsigned.file.documents.get(form="final"), unsigned.file.token
    page = Client().get(reverse("public-paper", args=[token]))
    assert "Belum sah" in page.content.decode()
    assert reverse("public-file", args=[token]) not in page.content.decode()
    assert Client().get(reverse("public-file", args=[token])).status_code == 404
    assert "Belum sah" not in Client().get(reverse("public-hash", args=[paper.sha256])).content.decode()
    for address in (reverse("paper", args=[paper.pk]), reverse("api-document", args=[paper.sha256])):
        assert Client().get(address).status_code in (302, 401, 403)


@pytest.mark.parametrize(("login", "status"), [("fitri", 200), ("hadi", 200), ("eko", 404)])
def test_within_only_those_who_see_the_file_open_it(unsigned: Decree, login: str, status: int) -> None:
    """Its own village and those above; another village finds nothing."""
    client = Client()
    client.force_login(person(login))
    assert client.get(reverse("paper", args=[unsigned.file.documents.get(form="final").pk])).status_code == status
