"""J20 · Everything again without a mouse, without JavaScript, at 320 px and 200 % text, read aloud, and after the session ended."""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from playwright.sync_api import Browser, Locator, Page, expect

from tests.backend.pages.decrees import approved_up_to, handed_in, task_of
from tests.codes import code_of
from tests.journeys.desks import at_desk
from tests.journeys.looking import DESKTOP, PHONE, look
from tests.journeys.many_villages import build
from tests.journeys.stack import Stack
from tests.people import person
from tests.processes import wait_until
from tests.world import World
from workflows.decrees.models import Decree
from workflows.routes.models import Assignment

pytestmark = pytest.mark.nightly

PASSWORD, SECRET = "rumah-di-tepi-danau", "A" * 32
TYPED = "Lampiran belum lengkap, mohon ditambah berita acaranya."
DECIDE = "Setujui & tanda tangani"
SLOWLY = 60_000
FOCUSED = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
  const x = box.x + Math.min(box.width, innerWidth) / 2, y = box.y + box.height / 2, top = document.elementFromPoint(x, y);
  return { words: (one.labels?.[0] ?? one).textContent.trim().replace(/\\s+/g, " "),
           seen: one === document.body || one.contains(top) || !!top?.contains(one) || !!one.labels?.[0]?.contains(top),
           marked: one === document.body || style.outlineStyle !== "none" || style.boxShadow !== "none" };
}"""
UNNAMED = re.compile(r"^\s*- (button|link|textbox|combobox|checkbox|radio|img)(:| \[|$)", re.MULTILINE)


@pytest.fixture(scope="module")
def world(empty_stack: Stack) -> World:
    """Fourteen proposals wait for the Camat, two of them not ready. The Bupati has a password and a code."""
    world = build()
    for login in ("budi", "citra"):
        official = person(login)
        official.set_password(PASSWORD)
        official.save()
    TOTP.activate(person("citra"), SECRET)
    return world


def waiting() -> Assignment:
    """The newest of the proposals before the Camat."""
    return Assignment.objects.filter(office__role="camat", state="open").latest("pk")


def state_of(task: Assignment) -> str:
    return Assignment.objects.get(pk=task.pk).state


def focused(page: Page) -> dict[str, Any]:
    """What has the focus, once the browser has scrolled it into sight."""
    with suppress(AssertionError):
        wait_until(lambda: page.evaluate(FOCUSED)["seen"], "it is seen", seconds=10)
    return page.evaluate(FOCUSED)


def reach(page: Page, words: str) -> None:
    """Tab until it has the focus; on the way nothing is focused unseen or unmarked."""
    for _ in range(120):
        page.keyboard.press("Tab")
        one = focused(page)
        assert one["seen"], f"hidden with the focus: {one['words']}"
        assert one["marked"], f"no visible focus: {one['words']}"
        if one["words"].startswith(words):
            return
    pytest.fail(f"{words} is not reached by the keyboard")


def press(page: Page, words: str) -> None:
    reach(page, words)
    page.keyboard.press("Enter")


def log_in(page: Page, at: Callable[[str], None]) -> None:
    at("Nama pengguna")
    page.keyboard.type("budi")
    at("Kata sandi")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")


def test_by_keyboard_from_the_login_to_a_batch(empty_stack: Stack, world: World, browser: Browser) -> None:
    context = browser.new_context(base_url=empty_stack.url, locale="id-ID", **DESKTOP)
    page = context.new_page()
    page.goto("/")
    log_in(page, lambda words: reach(page, words))
    page.get_by_role("heading", name="Bertindak sebagai siapa?").wait_for()
    press(page, "Camat")
    page.get_by_role("heading", name="Tugas saya").wait_for()
    press(page, "Setujui beberapa sekaligus")
    page.get_by_role("heading", name="2 belum siap").wait_for()
    press(page, "Pilih semua 12 siap")
    expect(page.locator("input[name=tugas]:checked")).to_have_count(12)
    press(page, "Periksa pilihan")
    page.get_by_role("heading", name="Setujui 12 berkas").wait_for()
    press(page, "Setujui 12")
    page.get_by_role("heading", name="12 disetujui").wait_for()
    assert Assignment.objects.filter(office__role="camat", state="approved").count() == 12
    press(page, "Batalkan")
    page.get_by_text("12 tugas kembali menunggu keputusan Anda").wait_for()
    context.close()


def return_form(page: Page) -> Locator:
    page.locator(".bar").get_by_role("link", name="Kembalikan untuk perbaikan").click()
    return page.locator("#form-return_to_drafter")


def test_without_javascript_one_is_returned(empty_stack: Stack, world: World, browser: Browser) -> None:
    task = waiting()
    with at_desk(empty_stack, browser, world.by("budi", "camat"), PHONE, java_script_enabled=False) as page:
        page.goto(f"/tugas/{task.pk}/")
        return_form(page).get_by_role("button", name="Kembalikan untuk perbaikan").click()
        wrong = page.get_by_role("alert").filter(has_text="Tulis alasannya")
        expect(wrong).to_be_focused()
        wrong.get_by_role("link", name="Alasan").click()
        page.get_by_role("textbox", name="Alasan").fill(TYPED)
        page.locator("#form-return_to_drafter").get_by_role("button", name="Kembalikan untuk perbaikan").click()
        page.get_by_role("heading", name="Tercatat").wait_for()
    assert state_of(task) == "returned"


def before_the_bupati(world: World) -> Decree:
    return approved_up_to(world, handed_in(world, effects=[], signing="tte"), "regent")


def test_without_javascript_one_is_decided_and_signed_with_a_code(empty_stack: Stack, world: World, browser: Browser) -> None:
    decree = before_the_bupati(world)
    with at_desk(empty_stack, browser, world.by("citra"), PHONE, java_script_enabled=False) as page:
        page.goto(f"/tugas/{task_of(decree).pk}/")
        page.locator(".bar").get_by_role("button", name=DECIDE).click()
        code = page.get_by_label("Kode 6 angka")
        code.wait_for(timeout=SLOWLY)
        code.fill(code_of(SECRET))
        page.get_by_role("button", name="Tanda tangani").click()
        page.get_by_role("heading", name="Tercatat").wait_for(timeout=SLOWLY)
    assert Decree.objects.get(pk=decree.pk).state == "in_force"


def test_a_section_is_filled_in_at_320_px_and_twice_the_text(empty_stack: Stack, world: World, browser: Browser) -> None:
    proposal = world.draft(0, era=2025)
    with at_desk(empty_stack, browser, world.staff(0), {"viewport": {"width": 320, "height": 640}}) as page:
        page.goto(f"/usulan/{proposal.pk}/isian/gambaran/")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.get_by_role("textbox", name="Gambaran umum").fill("Contoh gambaran desa yang baru.")
        page.locator("main form button.main").first.click()
        page.wait_for_url(lambda address: "gambaran" not in address)
    proposal.refresh_from_db()
    assert proposal.profile == "Contoh gambaran desa yang baru."


def read_aloud(page: Page) -> str:
    """The page as a screen reader goes through it: in Indonesian, and whatever can be touched has a name."""
    expect(page.locator("html")).to_have_attribute("lang", "id")
    aloud = page.locator("body").aria_snapshot()
    assert not UNNAMED.findall(aloud), aloud
    return aloud


def test_read_aloud_the_bupati_decides_and_signs(empty_stack: Stack, world: World, browser: Browser) -> None:
    """What TalkBack gets from the accessibility tree, from the card of J11 to the confirmation."""
    decree = before_the_bupati(world)
    with at_desk(empty_stack, browser, world.by("citra"), PHONE) as page:
        page.goto(f"/tugas/{task_of(decree).pk}/")
        aloud = read_aloud(page)
        told = ['[level=1]', "14 desa/kelurahan", 'list "Yang sudah menyetujui"', f'button "{DECIDE}"']
        assert [aloud.find(words) >= 0 for words in told] == [True] * len(told), aloud
        decide = page.locator(".bar").get_by_role("button", name=DECIDE)
        expect(decide).to_have_accessible_description("Lalu Anda menandatangani naskah akhirnya.")
        decide.press("Enter")
        expect(page.get_by_role("status").filter(has_text="Tercatat")).to_contain_text("nomor rujukan")
        expect(page).to_have_title(re.compile("^Tercatat"))
        sign_by_name(page)
        expect(page.get_by_role("status").filter(has_text="Tercatat")).to_contain_text("menandatangani", timeout=SLOWLY)
        read_aloud(page)
    assert Decree.objects.get(pk=decree.pk).state == "in_force"


def sign_by_name(page: Page) -> None:
    """Every field of the signature is found by what is read out."""
    password = page.get_by_role("textbox", name="Kata sandi akun Siklus Anda")
    password.wait_for(timeout=SLOWLY)
    read_aloud(page)
    page.get_by_role("button", name="Tanda tangani").press("Enter")
    expect(page.get_by_role("alert").first).to_be_focused()
    password.fill(PASSWORD)
    password.press("Enter")


def test_what_was_typed_outlives_the_session(empty_stack: Stack, world: World, browser: Browser) -> None:
    task = waiting()
    with at_desk(empty_stack, browser, world.by("budi", "camat"), PHONE) as page:
        page.goto(f"/tugas/{task.pk}/")
        form = return_form(page)
        form.get_by_role("textbox", name="Alasan").fill(TYPED)
        page.context.clear_cookies(name="sessionid")
        form.get_by_role("button", name="Kembalikan untuk perbaikan").click()
        log_in(page, lambda words: page.get_by_label(words).focus())
        page.get_by_role("button", name="Camat").click()
        page.get_by_role("heading", name="Isian Anda masih ada").wait_for()
        expect(page.locator(".typed").filter(has_text=TYPED)).to_be_visible()
        look(page, "j20-isian-masih-ada")
        page.get_by_role("button", name="Kirim lagi").click()
        page.get_by_role("heading", name="Tercatat").wait_for()
    assert state_of(task) == "returned"
