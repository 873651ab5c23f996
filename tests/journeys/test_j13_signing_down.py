"""J13 · The signing service is down: the decision stands, the signature waits, and whoever signs is told when it is back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.backend.pages.decrees import approved_up_to, handed_in, set_up, task_of
from tests.documents.signing import bsre_stub as stub
from tests.documents.signing.bsre_stub import Bsre
from tests.journeys.desks import at_desk
from tests.journeys.looking import PHONE, look
from tests.journeys.stack import Stack
from tests.people import person
from tests.pictures import png
from tests.processes import wait_until
from tests.signing_world import signed_papers
from tests.worker.post_office import free_port
from tests.world import World, build_world
from worker.doorbell import ring_for_signatures
from worker.models import Delivery
from workflows.decrees.models import Decree, DecreeNumber
from workflows.signing.identities import remember_nik

PASSWORD, NIK = "rumah-di-tepi-danau", "0000000000000042"
PORT = free_port()
SLOWLY = 60_000


@pytest.fixture(scope="module", autouse=True)
def nobody_answers() -> Iterator[None]:
    """Where the stack is told to find the signing service, nobody listens yet."""
    there = {"SIGNER": "bsre2", "BSRE_URL": f"http://127.0.0.1:{PORT}", "BSRE_USER": stub.USER, "BSRE_PASSWORD": stub.PASSWORD}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in there.items():
            patch.setenv(f"SIKLUS_{name}", value)
        yield


@pytest.fixture(scope="module")
def world(empty_stack: Stack) -> World:
    """The Bupati has a password and a certificate, and two at his desk who print and scan."""
    world: World = build_world()
    set_up(world)
    citra = person("citra")
    citra.set_password(PASSWORD)
    citra.save()
    remember_nik(citra, NIK)
    for login in ("lina", "mira"):
        world.appoint(login, world.office("regent"), "staf")
    return world


def waiting_for_the_bupati(world: World, signing: str) -> Decree:
    return approved_up_to(world, handed_in(world, effects=[], signing=signing), "regent")


def state_of(decree: Decree) -> str:
    return Decree.objects.get(pk=decree.pk).state


def numbers_of(decree: Decree) -> list[str]:
    """All that were ever taken for it."""
    return list(DecreeNumber.objects.filter(file=decree.pk).values_list("text", flat=True))


def sign(page: Page) -> None:
    page.get_by_label("Frasa sandi").fill(stub.OK, timeout=SLOWLY)
    page.get_by_label("Kata sandi akun Siklus Anda").fill(PASSWORD)
    page.get_by_role("button", name="Tanda tangani").click()


def decided_but_not_signed(page: Page, decree: Decree) -> None:
    page.goto(f"/tugas/{task_of(decree).pk}/")
    page.locator(".bar").get_by_role("button", name="Setujui & tanda tangani").click()
    page.get_by_role("heading", name="Tercatat").wait_for()
    sign(page)
    expect(page.get_by_role("heading", name="Menunggu layanan TTE")).to_be_visible(timeout=SLOWLY)
    expect(page.get_by_text("Penetapan Anda sudah tercatat dan tidak hilang")).to_be_visible()
    expect(page.get_by_role("heading", name="Belum tercatat")).to_have_count(0)
    look(page, "j13-menunggu-layanan")
    assert (state_of(decree), len(numbers_of(decree)), signed_papers(decree)) == ("numbered", 1, [])


def nothing_to_show_yet(page: Page, decree: Decree) -> None:
    """The agency reads that the signature waits; no QR code, on the screen or on a paper, and the public is told so."""
    page.goto(f"/keputusan/{decree.pk}/")
    expect(page.locator(".banner").filter(has_text="Menunggu layanan TTE")).to_contain_text("Dicoba lagi pukul")
    expect(page.locator("article.paper")).to_contain_text("belum bertanda tangan elektronik")
    expect(page.locator("article.paper img")).to_have_count(0)
    expect(page.locator("a[href^='/naskah/']")).to_have_count(0)
    look(page, "j13-halaman-opd")
    page.goto(f"/v/{decree.file.token}")
    expect(page.locator(".verdict .word")).to_have_text("Belum sah")


def told_and_signed(page: Page, decree: Decree) -> None:
    """Whether the service is back is asked every minute; here at once."""
    ring_for_signatures()
    told = Delivery.objects.filter(person__username="citra", channel="app", status="sent", outbox__topic="service_back")
    wait_until(told.exists, "he is told that the service is back", seconds=60)
    page.goto("/pemberitahuan/")
    page.get_by_role("button", name="Buka Layanan tanda tangan pulih").click()
    sign(page)
    page.get_by_role("heading", name="Tercatat").wait_for(timeout=SLOWLY)
    look(page, "j13-ditandatangani")


def test_the_decision_stands_and_the_signature_follows(
    empty_stack: Stack, world: World, browser: Browser, tmp_path: Path
) -> None:
    decree = waiting_for_the_bupati(world, "tte")
    with at_desk(empty_stack, browser, world.by("citra"), PHONE) as page:
        decided_but_not_signed(page, decree)
        numbers = numbers_of(decree)
        with at_desk(empty_stack, browser, world.by("hadi")) as other:
            nothing_to_show_yet(other, decree)
        with Bsre(tmp_path, {NIK: "Contoh Citra"}, PORT) as service:
            told_and_signed(page, decree)
    assert (state_of(decree), numbers_of(decree), len(signed_papers(decree))) == ("in_force", numbers, 1)
    assert service.calls.count("POST /api/v2/sign/pdf") == 1


def test_in_ink_it_is_printed_photographed_and_compared_by_another(
    empty_stack: Stack, world: World, browser: Browser, tmp_path: Path
) -> None:
    decree, photo = waiting_for_the_bupati(world, "ink"), tmp_path / "pindaian.png"
    photo.write_bytes(png(1200, 1600))
    with at_desk(empty_stack, browser, world.by("lina"), PHONE) as page:
        print_and_record(page, decree)
        page.goto(f"/tugas/{task_of(decree, 'scan').pk}/")
        page.get_by_label("Pindaian naskah bertanda tangan").set_input_files(photo)
        page.locator("#form-hand_in_scan button.main").click()
        page.get_by_role("heading", name="Tercatat").wait_for()
        page.goto(f"/v/{decree.file.token}")
        expect(page.locator(".verdict .word")).to_have_text("Belum sah")
    with at_desk(empty_stack, browser, world.by("mira"), PHONE) as page:
        compare(page, decree)
    assert (state_of(decree), len(numbers_of(decree))) == ("in_force", 1)


def print_and_record(page: Page, decree: Decree) -> None:
    task = task_of(decree, "print")
    wait_until(decree.file.documents.filter(form="ink").exists, "the paper for ink is made")
    page.goto(f"/tugas/{task.pk}/")
    page.get_by_role("link", name="Cetak naskahnya").click()
    with page.expect_download() as printed:
        page.locator("main form[method=post] button").first.click()
    assert printed.value.path().read_bytes().startswith(b"%PDF")
    page.goto(f"/tugas/{task.pk}/")
    page.get_by_label("Tanggal pada tanda tangan").fill("2024-03-04")
    look(page, "j13-catat-tanda-tangan-basah")
    page.locator("#form-record_ink button.main").click()
    page.get_by_role("heading", name="Tercatat").wait_for()


def compare(page: Page, decree: Decree) -> None:
    page.goto(f"/tugas/{task_of(decree, 'confirm_scan').pk}/")
    expect(page.get_by_role("link", name="Buka pindaian yang dicocokkan")).to_be_visible()
    look(page, "j13-cocokkan-pindaian")
    page.locator(".bar .main").click()
    page.get_by_role("heading", name="Tercatat").wait_for()
    page.goto(f"/v/{decree.file.token}")
    expect(page.locator(".verdict .word")).to_have_text("Berlaku")
    expect(page.locator("dl")).to_contain_text("Tanda tangan basah; pindaiannya dicocokkan orang kedua")
    look(page, "j13-cek-basah")
