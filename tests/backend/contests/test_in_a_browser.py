"""One contest in a real browser: a village nominates itself, jurors score on their phones, a citizen computes the ranking again."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.contest_world import ContestWorld, build_contest_world, newest
from tests.journeys.looking import DESKTOP, PHONE, look
from tests.people import person
from tests.pictures import png
from workflows.contests.models import Competition, Entry, Juror, RubricVersion
from workflows.contests.old_results import enter_old_result
from workflows.contests.rubric_drafting import draft_rubric

Enter = Callable[..., Page]


@pytest.fixture
def world(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> ContestWorld:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in this very thread
    return build_contest_world()


@pytest.fixture
def enter(world: ContestWorld, browser: Browser, live_server: LiveServer) -> Iterator[Enter]:
    contexts = []

    def entered(login: str, device: dict, path: str = "/tahun-ini/", **more: bool) -> Page:
        context = browser.new_context(base_url=live_server.url, locale="id-ID", **device, **more)
        contexts.append(context)
        if login:
            client = Client()
            client.force_login(person(login))
            session = client.cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        page = context.new_page()
        page.goto(path)
        return page

    yield entered
    for context in contexts:
        context.close()


def prepared(world: ContestWorld, enter: Enter) -> Competition:
    """The agency writes a contest down at its desk and announces it."""
    page = enter("hadi", DESKTOP)
    page.get_by_role("link", name="Lomba").first.click()
    page.get_by_role("link", name="Siapkan lomba").first.click()
    look(page, "lomba-baru")
    page.get_by_label("Kategori").fill("desa")
    page.get_by_role("button", name="Simpan konsep").click()
    page.get_by_text("konsep").first.wait_for()
    page.get_by_role("button", name="Umumkan lomba").click()
    page.locator("p .badge", has_text="diumumkan").wait_for()
    look(page, "lomba-diumumkan")
    return Competition.objects.get()


def nominated_on_a_phone(enter: Enter) -> None:
    page = enter("fitri", PHONE)
    page.get_by_role("link", name="Lomba").first.click()
    page.locator(".rows a").first.click()
    page.get_by_role("link", name="Siapa yang dapat ikut", exact=True).click()
    look(page, "lomba-syarat")
    page.get_by_role("button", name="Calonkan").click()
    page.get_by_text("dicalonkan").first.wait_for()
    look(page, "lomba-peserta")


def jury_seated(world: ContestWorld, competition: Competition, enter: Enter) -> None:
    page = enter("hadi", DESKTOP, f"/lomba/{competition.pk}/juri/")
    page.get_by_label("Bila di luar Siklus").fill("400/7 tanggal 1 Maret 2024")
    for number, login in enumerate(("joko", "indra", "citra"), 1):
        who = page.locator(f"[name=juri-{number}-who]")
        who.select_option(str(world.by(login).pk))
    look(page, "lomba-juri")
    page.get_by_role("button", name="Catat juri").click()
    page.get_by_text("400/7 tanggal 1 Maret 2024").first.wait_for()


def scored_on_a_phone(competition: Competition, enter: Enter) -> None:
    """The chair; what his colleagues give is hurried on."""
    page = enter("joko", PHONE)
    page.get_by_role("link", name="Lomba").first.click()
    look(page, "lomba-penilaian")
    page.get_by_role("link", name="Contoh Satu").first.click()
    for field in page.locator("input.points").all():
        field.fill("87,5")
    page.get_by_text("3 dari 3 kriteria terisi").wait_for()  # as it is typed
    look(page, "lomba-lembar-nilai")
    page.get_by_role("button", name="Simpan nilai").click()
    page.get_by_role("heading", name="Penilaian", exact=True).wait_for()
    expect(page.locator(".rows .badge.done")).to_have_count(1)


def visited_on_a_phone(entry: Entry, enter: Enter, folder: Path) -> None:
    picture = folder / "kunjungan.png"
    picture.write_bytes(png(64, 64))
    page = enter("hadi", PHONE, f"/peserta/{entry.pk}/tinjauan/")
    page.get_by_label("Nilai tinjauan").fill("80")
    page.get_by_label("Yang ditemukan").fill("Contoh: Rumah DataKu dibuka setiap pekan.")
    page.get_by_label("Foto dan bukti").set_input_files(picture)
    look(page, "lomba-tinjauan")
    page.get_by_role("button", name="Catat tinjauan").click()
    page.get_by_role("heading", name="Foto dan bukti", exact=True).wait_for()
    look(page, "lomba-peserta-ditinjau")


def locked(competition: Competition, enter: Enter) -> None:
    page = enter("hadi", DESKTOP, f"/lomba/{competition.pk}/")
    page.get_by_role("button", name="Kunci dan umumkan peringkat").click()
    page.get_by_role("heading", name="Peringkat", exact=True).wait_for()
    look(page, "lomba-terkunci")
    page.get_by_role("link", name="Peringkat dan alasannya").click()
    look(page, "lomba-peringkat")


def recomputed_by_a_citizen(competition: Competition, enter: Enter, folder: Path) -> None:
    """On a cheap phone, without a login or a script."""
    page = enter("", PHONE, "/v/lomba", java_script_enabled=False)
    page.get_by_role("link", name="Lomba Kampung KB Kabupaten Contoh Raya").click()
    assert page.locator(".verdict .word").inner_text() == "Peringkat sesuai dengan nilainya"
    with page.expect_download() as download:
        page.get_by_role("link", name="Nilai (JSON)").click()
    file = folder / "nilai.json"
    download.value.save_as(file)
    page.get_by_label("Berkas peringkat").set_input_files(file)
    page.get_by_role("button", name="Hitung ulang").click()
    assert page.locator(".verdict .word").inner_text() == "Peringkat sesuai dengan nilainya"
    page.get_by_text(newest(competition).sha256).wait_for()


@pytest.mark.nightly
def test_rubrics_and_old_results_look_well_and_the_sum_follows_what_is_typed(world: ContestWorld, enter: Enter) -> None:
    told: dict[str, Any] = {"level": "province", "year": 2018, "source": "Contoh berita", "source_on": date(2018, 10, 18)}
    old = enter_old_result(world.regency.parent, world.by("hadi"), [(world.kampung[0], 3)], **told)
    shipped = RubricVersion.objects.get()
    draft = draft_rubric(world.by("hadi"), shipped)
    page = enter("hadi", DESKTOP, "/lomba/hasil-lama/baru/")
    look(page, "lomba-hasil-lama-baru")
    pages = {"hasil-lama": "/lomba/hasil-lama/", "hasil-lama-satu": f"/lomba/{old.pk}/", "rubrik": "/lomba/rubrik/",
             "rubrik-terbit": f"/rubrik/{shipped.pk}/", "rubrik-konsep": f"/lomba/rubrik/konsep/{draft.pk}/"}  # fmt: skip
    for name, path in pages.items():
        page.goto(path)
        look(page, f"lomba-{name}")
    page.locator("[name=kriteria-1-weight]").fill("40,5")
    expect(page.locator("[data-sum] output")).to_have_text("107,17")


@pytest.mark.nightly
def test_from_the_nomination_to_a_citizen_who_computes_it_again(world: ContestWorld, enter: Enter, tmp_path: Path) -> None:
    competition = prepared(world, enter)
    nominated_on_a_phone(enter)
    world.nominated(competition, 1)
    first, second = competition.entries.order_by("pk")
    jury_seated(world, competition, enter)
    world.organise(Competition.begin_judging, competition)
    for entry in (first, second):
        for act in (Entry.check_papers, Entry.shortlist, Entry.present):
            world.organise(act, entry)
    scored_on_a_phone(competition, enter)
    for login in ("indra", "citra"):
        world.score(first, login)
    world.score_by_all(second, output="60")
    visited_on_a_phone(first, enter, tmp_path)
    world.visit(second)
    locked(competition, enter)
    assert Juror.objects.filter(competition=competition, chair=True).get().name == "Contoh Joko"
    recomputed_by_a_citizen(competition, enter, tmp_path)
    page = enter("", PHONE, f"/v/lomba/{competition.file.token}")
    look(page, "lomba-umum")
    page.goto("/v/lomba")
    look(page, "lomba-umum-daftar")
