"""Journey J4: the Pokja answers the evaluation without a signal, on a phone that dies in between; ux.md, section 5."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Locator, Page, Playwright, expect
from pytest_django import DjangoDbBlocker

from tests.evaluation_world import EvaluationWorld, build_evaluation_world
from tests.journeys.looking import DESKTOP, look
from tests.journeys.stack import Stack
from tests.phone import Phone
from tests.pictures import photo_of_a_phone
from tests.radio import Radio
from workflows.core.models import Attachment
from workflows.evaluations.models import Evaluation, EvidencePhoto, SavedSection

SIZES = """() => new Promise((done) => {
  const asked = indexedDB.open("siklus-foto");
  asked.onsuccess = () => {
    const all = asked.result.transaction("kept").objectStore("kept").getAll();
    all.onsuccess = () => done(all.result.map(({ blob }) => blob.size));
  };
})"""
"""Of the photos as they will leave the phone, bytes."""
ANSWERED_ON_A_LAPTOP = {"Kendala terbesar": "Contoh: jalan rusak", "Dukungan yang dibutuhkan tahun depan": "Contoh: alat timbang"}


@pytest.fixture
def evaluation(empty_stack: Stack, django_db_blocker: DjangoDbBlocker) -> Evaluation:
    """A village's own, in a round that has opened and ends in a month."""
    today = timezone.localdate()
    days = ("answers_by", "verified_by", "accepted_by", "meets_by")
    with django_db_blocker.unblock():
        world: EvaluationWorld = build_evaluation_world()
        world.appoint("lina", world.office("village_head"), "staf")
        world.opened(**{name: today + timedelta(days=30 * n) for n, name in enumerate(days, 1)})
        return world.evaluation()


@pytest.fixture
def phone(
    playwright: Playwright, browser_type_launch_args: dict[str, Any], empty_stack: Stack, evaluation: Evaluation, tmp_path: Path
) -> Iterator[Phone]:
    radio = Radio(empty_stack.url)
    made = Phone(playwright, browser_type_launch_args, tmp_path / "phone", radio, empty_stack.session_of("lina"))
    yield made
    made.close()


@pytest.fixture
def laptop(browser: Browser, empty_stack: Stack, evaluation: Evaluation) -> Iterator[Page]:
    context = browser.new_context(base_url=empty_stack.url, locale="id-ID", **DESKTOP)
    context.add_cookies([{"name": "sessionid", "value": empty_stack.session_of("fitri"), "url": empty_stack.url}])
    yield context.new_page()
    context.close()


def section(page: Page, name: str) -> Locator:
    """Opened, if it is folded."""
    found = page.get_by_role("region", name=name)
    if found.locator("> details").get_attribute("open") is None:
        found.locator("> details > summary").click()
    return found


def take(page: Page, name: str, *numbers: int) -> None:
    """Photos with the phone's camera, one after the other."""
    place = section(page, name)
    for n in numbers:
        picture = {"name": f"IMG_{n}.jpg", "mimeType": "image/jpeg", "buffer": photo_of_a_phone(n)}
        place.get_by_label("Tambah foto").set_input_files(picture)
        expect(place.get_by_text("Foto sudah di HP ini.")).to_be_visible()
        place.get_by_role("button", name="Unggah foto").click()


@pytest.mark.nightly
def test_the_pokja_answers_without_a_signal(phone: Phone, laptop: Page, evaluation: Evaluation) -> None:
    address = f"/evaluasi/{evaluation.pk}/"
    page = phone.open(address)
    where = page.locator(".whereabouts")
    expect(where).to_have_text("Tidak ada yang menunggu dikirim.")
    page.get_by_role("button", name="Siapkan untuk luring").click()
    expect(page.get_by_text("Siap dipakai tanpa sinyal")).to_be_visible()
    look(page, "j04-siap")

    phone.offline()
    second = section(page, "Sarana dan dana")
    second.get_by_role("group", name="Rumah DataKu dipakai").get_by_label("Ya").check()
    second.get_by_role("group", name="Sumber dana terbesar").get_by_label("Dana Desa").check()
    fifth = section(page, "Kendala dan kebutuhan")
    fifth.get_by_label("Kendala terbesar").fill("Contoh: jarak antardusun")
    expect(where).to_contain_text("belum terkirim")
    take(page, "Pokja", 1, 2)
    take(page, "Sarana dan dana", 3, 4)
    take(page, "Kegiatan", 5, 6)
    expect(where).to_contain_text("6 foto menunggu sinyal")
    look(page, "j04-tanpa-sinyal")

    phone.kill()
    page = phone.open(address)
    phone.context.set_offline(True)
    where = page.locator(".whereabouts")
    expect(where).to_contain_text("Tersimpan di HP ini")
    expect(where).to_contain_text("6 foto menunggu sinyal")
    expect(section(page, "Sarana dan dana").get_by_label("Dana Desa")).to_be_checked()
    expect(section(page, "Kendala dan kebutuhan").get_by_label("Kendala terbesar")).to_have_value("Contoh: jarak antardusun")
    sizes = page.evaluate(SIZES)
    assert len(sizes) == 6
    assert all(0 < size <= 250_000 for size in sizes)
    section(page, "Perencanaan dan data").get_by_role("group", name="Ada rencana kerja").get_by_label("Ya").check()

    laptop.goto(address)
    for label, answer in ANSWERED_ON_A_LAPTOP.items():
        section(laptop, "Kendala dan kebutuhan").get_by_label(label).fill(answer)
    section(laptop, "Kendala dan kebutuhan").get_by_role("button", name="Simpan").click()
    expect(laptop.locator(".whereabouts")).to_contain_text("Terkirim")
    assert not EvidencePhoto.objects.exists()

    phone.offline(False)
    phone.radio.off(after=400_000)
    expect(where).to_contain_text("foto menunggu sinyal")
    expect(page.get_by_text("juga mengisi bagian ini")).to_be_visible()
    phone.radio.wait_until_off()
    look(page, "j04-bentrok")
    assert set(saved("needs")) == {"fitri"}, "nothing is overwritten before somebody chose"
    assert EvidencePhoto.objects.count() < 6
    expect(where).not_to_contain_text("Terkirim")

    screen = page.get_by_role("region", name="Contoh Fitri juga mengisi bagian ini")
    screen.get_by_role("group", name="Kendala terbesar").get_by_label("Isian Anda").check()
    screen.get_by_role("group", name="Dukungan yang dibutuhkan").get_by_label("Isian Contoh Fitri").check()
    screen.get_by_role("button", name="Kirim pilihan saya").click()
    expect(where).to_contain_text("belum terkirim")
    phone.offline(False)
    expect(where).to_contain_text("Terkirim")
    expect(section(page, "Kegiatan").locator(".shots img")).to_have_count(2)
    expect(page.locator("[data-fresh=progress]")).to_contain_text("Kendala dan kebutuhan ✓ lengkap")
    expect(page.locator("[data-progress]")).to_contain_text("2 dari 5 bagian lengkap")
    look(page, "j04-terkirim")

    found = Evaluation.objects.get(pk=evaluation.pk)
    assert found.answers["needs"] == {"hardest": "Contoh: jarak antardusun", "needed_next": "Contoh: alat timbang"}
    assert found.answers["facilities"]["largest_fund"] == "dana_desa"
    assert found.answers["planning"]["work_plan"] is True
    assert saved("needs")[-1] == "lina"
    assert saved("needs").count("lina") == 1
    assert EvidencePhoto.objects.count() == Attachment.objects.count() == 6
    page.reload()
    expect(where).not_to_contain_text("belum terkirim")


def saved(part: str) -> list[str]:
    """Who saved a section, version by version."""
    rows = SavedSection.objects.filter(section=part).order_by("version")
    return list(rows.values_list("person__username", flat=True))
