"""Every address of the URL configuration × everybody, as a table that people can read: tests/backend/access_matrix.csv.

The cells are what GET / POST (with an empty form) are answered with: `page`, `login` (asked to log in), `none` (as if it were
not there), `no` (refused), `moved` (elsewhere in Siklus), `form` (told what is missing), `only` (the other method only). A new
address without a row fails. `SIKLUS_WRITE_MATRIX=1 ./siklus test -m nightly tests/backend/test_access_matrix.py` writes the
table anew: then read the difference before committing it.
"""

import csv
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.backend import test_foreign_everywhere as everywhere
from tests.letter_world import LetterWorld
from tests.people import appointed, person
from tests.world import BEGIN
from workflows.contests.models import Competition, RubricVersion
from workflows.evaluations.models import Instrument
from workflows.organisation.models import Mandate, Person
from workflows.organisation.offices import open_administration

TABLE = Path(__file__).with_name("access_matrix.csv")
METHODS = ("get", "post")
LEFT_OUT = ("admin:", "djdt")
"""Django's admin has tests of its own."""

ground, world, made, stranger = everywhere.ground, everywhere.world, everywhere.made, everywhere.stranger

WHO = {
    "anonymous": "nobody", "own village": "fitri", "sibling village": "eko", "camat": "budi", "agency": "hadi", "regent": "citra",
    "foreign regent": "seberang", "administrator": "pengelola",
}  # fmt: skip
"""Column → login. The things asked for are those of Fitri's village and of her regency."""
MEANS = {200: "page", 204: "page", 304: "page", 401: "login", 403: "no", 404: "none", 405: "only"}
MEANS |= dict.fromkeys((400, 409, 415, 422, 428), "form")


def named(patterns: list[Any]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace is None:
                yield from named(pattern.url_patterns)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield pattern.name


NAMES = sorted(set(named(get_resolver().url_patterns)))


def meaning(answer: HttpResponseBase) -> str:
    if answer.status_code in (301, 302):
        return "login" if answer.headers["Location"].startswith(("/masuk/", "/akun/pastikan/")) else "moved"
    return MEANS.get(answer.status_code, str(answer.status_code))


def address(name: str, made: dict[str, dict[str, Any]], public: dict[str, dict[str, Any]]) -> str:
    return reverse(name, kwargs=made.get(name) or public.get(name, {}))


@pytest.fixture
def public(made: dict[str, dict[str, Any]], world: LetterWorld) -> dict[str, dict[str, Any]]:
    """What the addresses need that anybody may know."""
    token = {"token": world.issued(villages=[0]).file.token}
    published = {"code": "99.01", "day": BEGIN.isoformat()}
    secret = {"secret": "x" * 43}
    provider = {"provider_id": "contoh"}
    contest = {"token": Competition.objects.get().file.token}
    return {
        "open-data-of": {"code": "99.01"}, "open-data-package": published,
        "open-data-file": published | {"name": "cakupan", "ending": "csv"},
        "public-in-force": {"code": "99.01"}, "public-hash": {"sha256": "ab" * 32}, "public-paper": token, "public-file": token,
        "public-receipt": token, "instrument": {"pk": Instrument.objects.get().pk},
        "rubric": {"pk": RubricVersion.objects.get().pk},
        "invitation": secret, "invitation-password": secret, "openid_connect_login": provider,
        "openid_connect_callback": provider, "public-contest": contest, "public-scores-json": contest, "public-scores-csv": contest,
        "account_reset_password_from_key": {"uidb36": "1", "key": "x"},
    }  # fmt: skip


@pytest.fixture
def cookies(world: LetterWorld, stranger: Person) -> dict[str, str]:
    """Column → the session that is sent; empty: none."""
    appointed("pengelola", open_administration(world.regency, date(2024, 3, 4)))
    Mandate.objects.filter(person__username="budi").exclude(office__role="camat").update(until=date(2024, 1, 1))
    return {column: "" if login == "nobody" else session_of(person(login)) for column, login in WHO.items()}


def session_of(person: Person) -> str:
    client = Client()
    client.force_login(person)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def cell(session: str, url: str) -> str:
    """What both methods mean to whoever has that session; nothing of it stays."""
    told = []
    for method in METHODS:
        cache.clear()
        client = Client(raise_request_exception=False)
        if session:
            client.cookies[settings.SESSION_COOKIE_NAME] = session
        with transaction.atomic():
            told.append(meaning(getattr(client, method)(url)))
            transaction.set_rollback(True)
    return "/".join(told)


@pytest.mark.nightly
def test_everybody_finds_what_the_table_says(
    made: dict[str, dict[str, Any]], public: dict[str, dict[str, Any]], cookies: dict[str, str]
) -> None:
    found = {
        name: {column: cell(session, address(name, made, public)) for column, session in cookies.items()} for name in NAMES
    }
    if os.environ.get("SIKLUS_WRITE_MATRIX"):
        write(found)
    assert found == read()


def test_nobody_sees_an_error_and_a_foreign_regent_less_than_a_page_of_ours() -> None:
    table = read()
    assert not {(name, who) for name, row in table.items() for who, said in row.items() if "500" in said}
    ours = {name for name in table if name in everywhere.NAMES}
    assert {name for name in ours if "page" in table[name]["foreign regent"]} == set()


def test_the_table_has_a_row_for_every_address() -> None:
    assert sorted(read()) == NAMES


def read() -> dict[str, dict[str, str]]:
    with TABLE.open(newline="") as lines:
        return {row.pop("address"): row for row in csv.DictReader(lines)}


def write(found: dict[str, dict[str, str]]) -> None:
    with TABLE.open("w", newline="") as lines:
        out = csv.DictWriter(lines, ["address", *WHO], lineterminator="\n")
        out.writeheader()
        out.writerows({"address": name} | row for name, row in found.items())
