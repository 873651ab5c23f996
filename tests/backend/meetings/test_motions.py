"""Decisions: looked at before they are put down, put right by another one, withdrawn with a reason."""

from typing import Any

from django.test import Client
from django.urls import reverse

from tests.backend.meetings.conftest import Enter
from tests.backend.meetings.test_rakors import page
from tests.decree_world import fresh
from tests.rakor_world import RakorWorld
from workflows.meetings.models import Rakor


def sent(browser: Client, rakor: Rakor, asked: str, step: str = "catat", **typed: Any) -> Any:
    fixed = {"key": "a", "version": fresh(rakor).file.version, "langkah": step}
    return browser.post(f"{page(rakor, 'rakor-motions')}?{asked}", fixed | typed)


def test_a_decision_is_looked_at_with_its_effect_before_it_stands(world: RakorWorld, enter: Enter) -> None:
    rakor, browser = world.held(world.round_at_rakor()), enter(world.ani)
    looked = sent(browser, rakor, "jenis=confirm_class", "lihat").content.decode()
    assert "Akan tercatat" in looked
    assert "ditetapkan sesuai hasil hitungan" in looked
    assert "Berkelanjutan" in looked
    assert rakor.motions.count() == 0
    assert sent(browser, rakor, "jenis=confirm_class").status_code == 302
    assert rakor.motions.get().rows.count() == 2


def test_a_deviation_without_its_reason_is_refused_beside_the_field(world: RakorWorld, enter: Enter) -> None:
    rakor, browser = world.held(world.round_at_rakor()), enter(world.ani)
    answer = sent(browser, rakor, "jenis=deviate_class", villages=[world.units[0].pk], decided="mandiri")
    assert answer.status_code == 422
    assert rakor.motions.count() == 0
    sent(browser, rakor, "jenis=deviate_class", villages=[world.units[0].pk], decided="mandiri", why="pendampingan berjalan")
    assert rakor.motions.get().reason == "pendampingan berjalan"


def test_a_follow_up_about_villages_is_asked_for_its_aim_beside_the_field(world: RakorWorld, enter: Enter) -> None:
    rakor, browser = world.held(), enter(world.ani)
    answer = sent(browser, rakor, "jenis=follow_up", text="Alat peraga", owner=world.health.pk, due_on="2024-04-30",
                  villages=[world.units[0].pk])  # fmt: skip
    assert answer.status_code == 422
    assert answer.context["form"].errors == {"aim": ["Pilih sasarannya, karena tindak lanjut ini menyangkut Kampung KB."]}


def test_votes_and_dissent_stand_beside_the_decision(world: RakorWorld, enter: Enter) -> None:
    rakor, browser = world.held(), enter(world.ani)
    sent(browser, rakor, "jenis=other", text="Rapat berikutnya bulan Mei.", votes_for=3, votes_against=1,
         dissent="Contoh Camat | waktunya terlalu dekat")  # fmt: skip
    shown = browser.get(page(rakor, "rakor-motions")).content.decode()
    assert "3 setuju, 1 tidak setuju, 0 abstain" in shown
    assert "Contoh Camat: waktunya terlalu dekat" in shown
    assert "Baris 1" in sent(browser, rakor, "jenis=other", text="Lain.", dissent="tanpa alasan").content.decode()


def test_a_correction_shows_how_it_stood_first(world: RakorWorld, enter: Enter) -> None:
    rakor, browser = world.held(), enter(world.ani)
    old = world.resolve(rakor, "other", text="Rapat berikutnya bulan Mie.")
    sent(browser, rakor, f"ganti={old.pk}", text="Rapat berikutnya bulan Mei.", reason="salah ketik")
    assert fresh(old).state == "replaced"
    for name in ("rakor-motions", "rakor-wall"):
        shown = browser.get(page(rakor, name)).content.decode()
        assert "Perbaikan." in shown
        assert "<s>Rapat berikutnya bulan Mie.</s>" in shown


def test_a_withdrawn_decision_stays_readable_with_its_reason_on_record(world: RakorWorld, enter: Enter) -> None:
    rakor, browser = world.held(), enter(world.ani)
    old = world.resolve(rakor, "other", text="Rapat berikutnya bulan Mei.")
    address = reverse("withdraw-motion", args=[rakor.pk, old.pk])
    assert browser.post(address, {"reason": ""}).status_code == 422
    browser.post(address, {"reason": "ditunda"})
    assert fresh(old).state == "withdrawn"
    assert "<s>Rapat berikutnya" in browser.get(page(rakor, "rakor-motions")).content.decode()


def test_who_is_only_called_reads_decisions_and_writes_none(world: RakorWorld, enter: Enter) -> None:
    rakor, camat = world.held(), enter(world.by("budi"))
    world.resolve(rakor, "other", text="Rapat berikutnya bulan Mei.")
    assert "Rapat berikutnya" in camat.get(page(rakor, "rakor-motions")).content.decode()
    assert sent(camat, rakor, "jenis=other", text="Lain.").status_code == 404
