"""A citizen types the number by hand, and one digit is wrong."""

import re

import pytest
from django.test import Client

from backend.public.lookup import slips
from tests.decree_world import DecreeWorld
from workflows.decrees.models import Decree

pytestmark = pytest.mark.django_db


def asked(client: Client, number: str):
    return client.get("/v", {"nomor": number})


@pytest.mark.parametrize("typed", ["1-tahun-2024", "01 TAHUN 2024", "1/TAHUN/2024", "No. 1 Tahun 2024"])
def test_separators_and_zeros_do_not_matter(client: Client, decree: Decree, typed: str) -> None:
    assert asked(client, typed)["Location"] == f"/v/{decree.file.token}"


@pytest.mark.parametrize("typed", ["2 TAHUN 2024", "11 TAHUN 2024", "1 TAHUN 2025", "1 TAHUN 2042", "1 TAHUN 024"])
def test_one_wrong_digit_is_not_found_and_shows_what_is_near(client: Client, decree: Decree, typed: str) -> None:
    answer = asked(client, typed)
    page = answer.content.decode()
    assert answer.status_code == 404
    assert "Tidak ditemukan" in page
    assert "Mungkin salah satu angka keliru" in page
    assert re.findall(r'<a href="/v/([\w-]{22})">1 TAHUN 2024</a>', page) == [decree.file.token]


@pytest.mark.parametrize("typed", ["222 TAHUN 2024", "1 TAHUN 2999", "tahun", "–", "%"])
def test_what_is_not_near_is_not_shown(client: Client, decree: Decree, typed: str) -> None:
    assert "Mungkin salah satu" not in asked(client, typed).content.decode()


def test_a_draft_is_not_near_anything(client: Client, world: DecreeWorld) -> None:
    world.walked()
    assert "Mungkin salah satu" not in asked(client, "2 TAHUN 2024").content.decode()


def test_the_longest_number_makes_a_bounded_question() -> None:
    assert len(set(slips("1234567890" * 10))) < 4000
