"""What a citizen learns from the code on a paper, its number, or the file."""

import re
from datetime import date

import pytest
from django.test import Client

from documents.issue import paper_for
from documents.models import Document
from tests.decree_world import DecreeWorld, fresh
from tests.world import on_day, upload
from workflows.core.door import perform
from workflows.decrees import drafting
from workflows.decrees.models import Decree
from workflows.organisation.offices import system_mandate
from workflows.routes.models import Assignment

pytestmark = pytest.mark.django_db


def word(answer) -> str:
    """The verdict as its band says it."""
    found = re.search(r'<h1 class="word">(.*?)</h1>', answer.content.decode())
    return found[1] if found else ""


def look(client: Client, decree: Decree):
    return client.get(f"/v/{decree.file.token}")


def test_a_decree_in_force_shows_its_facts_and_its_very_bytes(client: Client, decree: Decree, paper: Document) -> None:
    answer = look(client, decree)
    page = answer.content.decode()
    assert (answer.status_code, word(answer)) == (200, "Berlaku")
    for fact in ("1 TAHUN 2024", "4 Maret 2024", "BUPATI CONTOH", "CONTOH CITRA", paper.sha256, "3 desa/kelurahan"):
        assert fact in page
    downloaded = client.get(f"/v/{decree.file.token}/naskah")
    assert b"".join(downloaded.streaming_content) == paper.file_path.read_bytes()


def test_the_way_from_draft_to_force_is_told_step_by_step(client: Client, world: DecreeWorld) -> None:
    decree = world.walked()
    assert look(client, decree).status_code == 404, "a draft is nobody's business"
    world.decide(decree)
    assert word(look(client, decree)) == "Belum sah"
    world.receive_paper(decree)
    paper_for(decree.file.snapshot, "final", fresh(decree).issue)
    answer = look(client, decree)
    assert word(answer) == "Belum sah"
    assert client.get(f"/v/{decree.file.token}/naskah").status_code == 404, "what is not signed is not passed on"
    world.sign(decree)
    assert word(look(client, decree)) == "Berlaku"


def test_signed_for_a_later_day(client: Client, world: DecreeWorld) -> None:
    decree = world.issued(effective_on=date(2024, 5, 1))
    answer = look(client, decree)
    assert word(answer) == "Sah, belum berlaku"
    assert "1 Mei 2024" in answer.content.decode()


REVOKING = "Keputusan Bupati Contoh Raya Nomor 1 TAHUN 2024 tentang Penetapan Contoh dicabut dan dinyatakan tidak berlaku."


@pytest.mark.parametrize(
    ("kind", "told"), [("revokes", "Dicabut"), ("replaces", "Digantikan"), ("amends", "Berlaku, sudah diubah")]
)
def test_a_changed_decree_names_and_links_what_changed_it(
    client: Client, world: DecreeWorld, kind: str, told: str
) -> None:
    first = world.issued()
    on_day(date(2024, 6, 3))
    later = world.decree_draft(subject="Perubahan Contoh", effects=[], clauses=[REVOKING])
    drafting.link(later, world.drafter(), first, kind)
    perform(Decree.submit, later, by=world.drafter())
    world.walk(later)
    assert word(look(client, first)) == "Berlaku", "a draft changes nothing"
    world.decide(later)
    world.receive_paper(later)
    world.sign(later)
    answer = look(client, first)
    assert word(answer) == told
    assert f"/v/{later.file.token}" in answer.content.decode()
    assert "3 Juni 2024" in answer.content.decode()


def test_an_expired_decree(client: Client, world: DecreeWorld) -> None:
    decree = world.issued(expires_on=date(2024, 12, 31))
    on_day(date(2025, 1, 2))
    perform(Decree.expire, decree, by=system_mandate())
    assert word(look(client, decree)) == "Berakhir"


def test_an_old_decree_is_known_without_its_paper(client: Client, world: DecreeWorld) -> None:
    decree = world.decree_draft(subject="Penetapan lama")
    perform(Decree.enter_old, decree, by=world.drafter(), values={"number": "188.45/1/2019"}, on=date(2019, 5, 6))
    answer = look(client, decree)
    assert word(answer) == "Berlaku"
    assert "naskahnya tidak tersimpan" in answer.content.decode()
    assert client.get(f"/v/{decree.file.token}/naskah").status_code == 404


def test_a_paper_signed_in_ink_is_its_confirmed_scan(client: Client, world: DecreeWorld, settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path
    decree, office = world.walked(signing="ink"), world.office("regent")
    lina, mira = world.appoint("lina", office, "staf"), world.appoint("mira", office, "staf")
    perform(Assignment.record_ink, world.open_task(decree, "print"), by=lina, values={"inked_on": "2024-03-04"})
    wrong, right = upload("salah.pdf"), upload("benar.pdf")
    perform(Assignment.hand_in_scan, world.open_task(decree, "scan"), by=lina, values={"attachment": wrong.pk})
    perform(Assignment.refuse_scan, world.open_task(decree, "confirm_scan"), by=mira, reason="terpotong")
    perform(Assignment.hand_in_scan, world.open_task(decree, "scan"), by=lina, values={"attachment": right.pk})
    perform(Assignment.confirm_scan, world.open_task(decree, "confirm_scan"), by=mira)
    page = look(client, decree).content.decode()
    assert right.sha256 in page
    assert "pindaiannya dicocokkan orang kedua" in page
    assert client.get(f"/v/sidik/{wrong.sha256}").status_code == (200 if wrong.sha256 == right.sha256 else 404)


@pytest.mark.parametrize("typed", ["1 TAHUN 2024", "1 tahun 2024", "  1   Tahun  2024 ", "Nomor : 1 TAHUN 2024"])
def test_by_number_however_it_is_typed(client: Client, decree: Decree, typed: str) -> None:
    assert client.get("/v", {"nomor": typed})["Location"] == f"/v/{decree.file.token}"


def test_an_unknown_number_and_none(client: Client, decree: Decree) -> None:
    unknown = client.get("/v", {"nomor": "2 TAHUN 2024"})
    assert (unknown.status_code, word(unknown)) == (404, "Tidak ditemukan")
    empty = client.get("/v", {"nomor": " "})
    assert (empty.status_code, word(empty)) == (404, "")
    assert "errorlist" in empty.content.decode()


def test_the_same_number_under_two_issuers_is_a_list(client: Client, world: DecreeWorld, decree: Decree) -> None:
    other = world.issued("keputusan_kades", effects=["form"])
    answer = client.get("/v", {"nomor": "1 TAHUN 2024"})
    assert answer.status_code == 200
    assert {f"/v/{decree.file.token}", f"/v/{other.file.token}"} <= set(
        re.findall(r'href="(/v/[\w-]+)"', answer.content.decode())
    )


@pytest.mark.parametrize(
    "path", ["/v/aaaaaaaaaaaaaaaaaaaaaa", "/v/sidik/" + "0" * 64, "/v/aaaaaaaaaaaaaaaaaaaaaa/naskah"]
)
def test_what_we_do_not_know_is_not_found(client: Client, db: None, path: str) -> None:
    assert client.get(path).status_code == 404


def test_nothing_personal_and_nothing_of_the_inside_is_shown(
    client: Client, world: DecreeWorld, decree: Decree
) -> None:
    page = look(client, decree).content.decode()
    assert "Contoh Ani" not in page, "who drafted it"
    assert not re.search(r"\b\d{16}\b", page)
    assert "sessionid" not in look(client, decree).cookies


def test_a_stranger_may_not_ask_without_end(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.public.rates.PublicRate.THROTTLE_RATES", {"public": "3/min"})
    statuses = [client.get("/v", REMOTE_ADDR="203.0.113.9").status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 429, 429]
    assert "Retry-After" in client.get("/v", REMOTE_ADDR="203.0.113.9")
