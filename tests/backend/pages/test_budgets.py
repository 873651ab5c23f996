"""What the pages may cost on a cheap phone and a slow line, and that they can be read and used by everybody."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.backend.pages.decrees import handed_in, set_up, task_of
from tests.backend.public.test_weight import listing
from tests.journeys.looking import SLOW_3G, network
from tests.people import person
from tests.wire import Wire
from tests.world import World, build_world
from workflows.decrees.models import Decree
from workflows.organisation.models import Person

PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
PAGES = {
    "tugas": "/", "selesai": "/?tab=selesai", "tinjau": "/tugas/{task}/", "keputusan": "/keputusan/{decree}/",
    "daftar keputusan": "/keputusan/", "keputusan baru": "/keputusan/baru/", "usulan": "/usulan/", "surat": "/surat/",
    "wilayah": "/wilayah/{regency}/", "desa": "/desa/{village}/", "buku nomor": "/register/", "kop": "/kop/",
    "angka": "/angka/{regency}/", "data terbuka": "/data-terbuka/99.01",
    "pemberitahuan": "/pemberitahuan/", "bantuan": "/bantuan/", "cek": "/v", "tidak ada": "/tidak/ada/",
}  # fmt: skip
"""Every screen is looked at; add yours."""
VITALS = """() => new Promise((done) => {
  const found = {lcp: 0, cls: 0};
  new PerformanceObserver((list) => list.getEntries().forEach((e) => { found.lcp = e.startTime; })).observe({type: "largest-contentful-paint", buffered: true});
  new PerformanceObserver((list) => list.getEntries().forEach((e) => { if (!e.hadRecentInput) found.cls += e.value; })).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(found), 300);
})"""  # noqa: E501
HIDDEN = """() => {
  const at = document.activeElement.getBoundingClientRect(), bar = document.querySelector(".bar").getBoundingClientRect();
  const inside = document.querySelector(".bar").contains(document.activeElement);
  return !inside && at.height > 0 && at.top >= bar.top && at.bottom <= bar.bottom;
}"""


@pytest.fixture
def world(live_server: LiveServer) -> World:
    made = build_world()
    set_up(made)
    hadi = person("hadi")
    hadi.set_password("contoh-sandi")
    hadi.save(update_fields=["password"])
    return made


@pytest.fixture
def decree(world: World) -> Decree:
    return handed_in(world)


@pytest.fixture
def addresses(world: World, decree: Decree) -> dict[str, str]:
    ids = {
        "task": task_of(decree).pk,
        "decree": decree.pk,
        "regency": world.regency.pk,
        "village": decree.rows.get(order=1).kampung_id,
    }
    return {name: path.format(**ids) for name, path in PAGES.items()}


@pytest.fixture
def session(world: World, live_server: LiveServer, client: Any) -> dict[str, str]:
    """Hadi's login as a cookie: the first visit of a page is then its own, not that of the login."""
    client.force_login(person("hadi"))
    return {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}


def visitor(browser: Browser, live_server: LiveServer, session: Any, **context: Any) -> Page:
    opened = browser.new_context(base_url=live_server.url, **({"viewport": PHONE} | context))
    opened.add_cookies([session])
    return opened.new_page()


def test_tasks_cost_little_at_first_and_less_later(
    world: World, browser: Browser, live_server: LiveServer, session: Any
) -> None:
    for n in range(25):
        handed_in(world, subject=f"Keputusan {n}", effects=[])
    page = visitor(browser, live_server, session)
    wire = Wire(page)
    page.goto("/", wait_until="networkidle")
    assert 0 < wire.bytes <= 60_000
    assert 0 < len(wire.urls) <= 6
    assert all(url.startswith(live_server.url) for url in wire.urls)
    wire.reset()
    page.goto("/?tab=keputusan", wait_until="networkidle")
    assert 0 < wire.bytes <= 15_000
    assert len(wire.urls) == 1


def test_a_decree_of_136_villages_fits_a_prepaid_card(
    decree: Decree, browser: Browser, live_server: LiveServer, session: Any
) -> None:
    listing(decree, 136)
    page = visitor(browser, live_server, session)
    wire = Wire(page)
    page.goto(f"/tugas/{task_of(decree).pk}/", wait_until="networkidle")
    assert page.locator(".annex-list li").count() >= 136
    assert 0 < wire.bytes <= 75_000
    wire.reset()
    page.reload(wait_until="networkidle")
    assert 0 < wire.bytes <= 25_000


@pytest.mark.parametrize(("name", "seconds"), [("tugas", 3.0), ("tinjau", 3.5), ("bantuan", 3.0)])
def test_the_first_paint_waits_for_one_request_and_nothing_jumps(
    name: str, seconds: float, addresses: dict[str, str], browser: Browser, live_server: LiveServer, session: Any, client: Any
) -> None:
    client.get(addresses[name])  # the server is warm, as it is for everybody but the first
    page = visitor(browser, live_server, session)
    page.goto("/healthz")
    network(page, **SLOW_3G)
    page.goto(addresses[name], wait_until="load")
    vitals = page.evaluate(VITALS)
    assert 0 < vitals["lcp"] <= seconds * 1000
    assert vitals["cls"] <= 0.02


@pytest.mark.nightly
def test_axe_finds_nothing_and_nothing_is_too_wide(
    addresses: dict[str, str], browser: Browser, live_server: LiveServer, session: Any
) -> None:
    """On a phone, and on one of 320 px whose letters are twice as large. Wider screens are looked at by the tour."""
    page, found = visitor(browser, live_server, session), {}
    for name, path in addresses.items():
        page.set_viewport_size(PHONE)
        page.goto(path)
        result = Axe().run(page)
        if result.violations_count:
            found[name, PHONE["width"]] = result.generate_report()
        page.set_viewport_size({"width": 320, "height": 740})
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            found[name, 320] = "wider than the screen"
    assert not found


def test_what_has_focus_is_never_below_the_bar(
    addresses: dict[str, str], browser: Browser, live_server: LiveServer, session: Any
) -> None:
    page = visitor(browser, live_server, session)
    page.goto(addresses["tinjau"])
    hidden = []
    for _step in range(40):
        page.keyboard.press("Tab")
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        if page.evaluate(HIDDEN):
            hidden.append(page.evaluate("document.activeElement.outerHTML"))
    assert hidden == []


def test_the_header_is_one_line_on_every_desk(
    world: World, addresses: dict[str, str], browser: Browser, live_server: LiveServer, session: Any
) -> None:
    """Hadi sees *Pengelolaan* besides, and has a name that is longer than most."""
    Person.objects.filter(username="hadi").update(name="Contoh Hadi Kusumawardhana Panjang Sekali")
    page = visitor(browser, live_server, session)
    page.goto(addresses["tugas"])
    for width in (768, 1020, 1180, 1280, 1366):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.locator(".top > div > nav").get_by_text("Pengelolaan").is_visible() == (width > 768)
        assert page.locator(".top > div").bounding_box()["height"] < 2 * 44, width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".top > div > .search").is_visible()
    page.set_viewport_size({"width": 1180, "height": 800})
    page.locator(".menu > summary").click()
    assert page.locator(".menu .search").is_visible(), "where the header has no room for it, it stands in the menu"


def test_a_file_is_returned_without_javascript(
    addresses: dict[str, str], decree: Decree, browser: Browser, live_server: LiveServer, session: Any
) -> None:
    page = visitor(browser, live_server, session, java_script_enabled=False)
    page.goto(addresses["tinjau"])
    page.locator("#return_to_drafter summary").click()
    page.locator("#return_to_drafter textarea[name=reason]").fill("Lengkapi diktum kedua.")
    page.locator("#return_to_drafter").get_by_role("button", name="Kembalikan untuk perbaikan").click()
    page.get_by_role("heading", name="Tercatat").wait_for()
    decree.refresh_from_db()
    assert decree.state == "returned"


def test_keys_move_through_the_list_open_it_and_lead_to_help(
    world: World, decree: Decree, browser: Browser, live_server: LiveServer, session: Any
) -> None:
    handed_in(world, subject="Keputusan kedua", effects=[])
    page = visitor(browser, live_server, session, viewport=DESKTOP)
    page.goto("/", wait_until="networkidle")
    for key, subject in (("j", decree.subject), ("j", "Keputusan kedua"), ("k", decree.subject)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.textContent") == subject
    page.keyboard.press("Enter")
    page.wait_for_url("**/tugas/*/")
    page.locator("body").press("?")
    page.wait_for_url("**/bantuan/")


def test_it_is_said_when_the_device_is_offline(browser: Browser, live_server: LiveServer, session: Any) -> None:
    page = visitor(browser, live_server, session)
    page.goto("/", wait_until="networkidle")
    line = page.get_by_text("Anda sedang luring")
    assert not line.is_visible()
    page.context.set_offline(True)
    line.wait_for(state="visible")


def test_nothing_moves_for_whoever_wants_no_motion(browser: Browser, live_server: LiveServer, session: Any) -> None:
    page = visitor(browser, live_server, session, reduced_motion="reduce")
    page.goto("/keputusan/")
    durations = "[...document.querySelectorAll('*')].map((one) => getComputedStyle(one).transitionDuration)"
    assert set(page.evaluate(durations)) <= {"0s"}
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_paper_is_black_on_white_and_has_no_buttons(
    addresses: dict[str, str], browser: Browser, live_server: LiveServer, session: Any
) -> None:
    page = visitor(browser, live_server, session, viewport=DESKTOP, color_scheme="dark")
    page.goto(addresses["tinjau"])
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    assert page.locator("main button:visible, .bar:visible, nav:visible").count() == 0
