"""The public pages before somebody who means harm: odd questions, floods, and borrowed names."""

import tracemalloc

import pytest
from django.db import connection
from django.test import Client
from pytest_django.fixtures import Settings
from rest_framework.settings import api_settings

from backend.public.files import revisions
from backend.public.rates import PublicRate
from backend.public.views import LARGEST
from documents.models import Document
from tests.people import person
from workflows.decrees.models import Decree

NOBODYS = "0" * 64


@pytest.mark.django_db
@pytest.mark.parametrize("url", [
    f"/v/sidik/{NOBODYS}?awalan={'%00' * 64}", f"/v/sidik/{NOBODYS}?awalan={'%ED%A0%80' * 64}", f"/v/sidik/{NOBODYS}?awalan=,,,",
    "/v?nomor=%00", "/v?nomor=%25", "/v?nomor=_", "/v?nomor=" + "9" * 5000, "/v?nomor=%ED%A0%80",
    f"/v/{'-' * 22}", f"/v/{'_' * 22}/naskah", f"/v/{'a' * 22}/tanda-terima",
])  # fmt: skip
def test_odd_questions_find_nothing(client: Client, decree: Decree, url: str) -> None:
    answer = client.get(url)
    assert answer.status_code == 404
    assert str(decree.subject) not in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("borrowed", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
def test_a_borrowed_address_does_not_start_the_count_anew(
    client: Client, monkeypatch: pytest.MonkeyPatch, borrowed: str
) -> None:
    monkeypatch.setattr(PublicRate, "THROTTLE_RATES", {"public": "3/min"})
    answers = [client.get("/v", headers={borrowed: f"198.51.100.{n}"}).status_code for n in range(5)]
    assert answers == [200, 200, 200, 429, 429]


@pytest.mark.django_db
def test_behind_a_proxy_each_stranger_is_counted_by_what_the_proxy_saw(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PublicRate, "THROTTLE_RATES", {"public": "1/min"})
    settings.REST_FRAMEWORK = settings.REST_FRAMEWORK | {"NUM_PROXIES": 1}
    assert api_settings.NUM_PROXIES == 1
    ask = lambda seen: client.get("/v", headers={"X-Forwarded-For": seen}).status_code  # noqa: E731
    assert [ask("198.51.100.1"), ask("198.51.100.2"), ask("203.0.113.9, 198.51.100.1")] == [200, 200, 429]


@pytest.mark.django_db
def test_what_a_cache_may_keep_is_the_same_for_everybody(client: Client, decree: Decree) -> None:
    for url in ("/v", f"/v/{decree.file.token}"):
        stranger = Client().get(url)
        client.force_login(person("citra"))
        known = client.get(url)
        assert "public" in stranger["Cache-Control"]
        assert known.content == stranger.content
        assert "Set-Cookie" not in known.headers
        assert not known.cookies


def test_a_flood_of_ends_is_not_held_in_memory() -> None:
    flood = b"%%EOF\n" * (LARGEST // 6)
    tracemalloc.start()
    found = list(revisions(flood))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(found) == 8
    assert most < 2 * LARGEST


@pytest.mark.django_db
def test_a_body_that_says_it_is_too_large_is_not_read(client: Client) -> None:
    answer = client.generic("POST", "/v/berkas", b"never looked at", content_type="multipart/form-data; boundary=x",
                            CONTENT_LENGTH=str(3 * LARGEST))  # fmt: skip
    assert answer.status_code == 422
    assert "lebih besar" in answer.content.decode()


@pytest.mark.django_db
def test_the_search_by_number_and_by_hash_has_its_indexes(paper: Document) -> None:
    """However large the tables grow: with sequential scans forbidden, the plans need none."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        for question in (
            "SELECT file_id FROM decrees_decreenumber WHERE upper(text) = upper('531 TAHUN 2024')",
            f"SELECT file_id FROM documents_document WHERE sha256 = '{NOBODYS}' AND form IN ('final', 'signed')",
            f"SELECT id FROM core_attachment WHERE sha256 = '{NOBODYS}'",
            "SELECT file_id FROM routes_assignment WHERE note IN ('7') AND kind = 'confirm_scan' AND state = 'approved'",
        ):
            cursor.execute(f"EXPLAIN {question}")
            plan = "\n".join(row[0] for row in cursor.fetchall())
            assert "Index Cond" in plan, (question, plan)
