"""Every room of *Tahun ini* once, as the demo shows it after the story of a year, its next round half-way: accessible, no wider
than its screen, fit for thumbs.

The pages on which something is filled in while the year runs are looked at by the journeys J4, J5 and J15.
"""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker

from backend.scenarios.playing import play, play_lately
from backend.scenarios.story import load
from tests.databases import cloned, migrated_database, moved_to
from tests.journeys.looking import PHONE, look, thumbs
from tests.journeys.stack import Stack, running_stack
from tests.processes import running_worker
from tests.stories import LONG, own_files
from workflows.contests.models import Competition, Entry
from workflows.evaluations.models import Evaluation, Instrument, Round
from workflows.meetings.models import Rakor
from workflows.organisation.models import Region
from workflows.reports.models import Report
from workflows.villages.models import KampungKB

pytestmark = pytest.mark.nightly


@pytest.fixture(scope="module")
def stack(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Iterator[Stack]:
    """One regency after its year."""
    folder, name = tmp_path_factory.mktemp("year"), f"siklus_year_{worker_id}"
    unblocked, made = django_db_blocker.unblock(), cloned(migrated_database(), name)
    with unblocked, own_files(folder), made, moved_to(name):
        with running_worker(processes=2):
            [played] = play([load(LONG)])
            play_lately([played], date(2026, 11, 22))
        assert not played.failures
        with running_stack(folder) as stack:
            yield stack


def regency() -> Region:
    return Region.objects.get(codes__code="65.04", codes__until=None)


def village() -> KampungKB:
    return KampungKB.objects.get(region__codes__code="65.04.01.2001")


def evaluation(code: str) -> Evaluation:
    """Of the round that is running."""
    return Evaluation.objects.filter(kampung__region__codes__code=code).latest("pk")


def rakor() -> Rakor:
    """That of the year that is over."""
    return Rakor.objects.earliest("pk")


def coming() -> Rakor:
    """That of the round that is running, still ahead."""
    return Rakor.objects.latest("pk")


def contest() -> Competition:
    return Competition.objects.earliest("pk")


def entry() -> Entry:
    return Entry.objects.filter(competition=contest()).earliest("pk")


VILLAGE = "staf.65.04.01.2001"
SCREENS: dict[str, tuple[str, Callable[[], str]]] = {
    "tahun-ini": ("kadis", lambda: "/tahun-ini/"),
    "tahun-ini-desa": (VILLAGE, lambda: "/tahun-ini/"),
    "laporan": (VILLAGE, lambda: "/laporan/"),
    "laporan-desa": ("kadis", lambda: f"/laporan/desa/{village().pk}/"),
    "satu-laporan": (VILLAGE, lambda: f"/laporan/{Report.objects.filter(kampung=village(), form='progress').latest('pk').pk}/"),
    "laporan-baru": (VILLAGE, lambda: f"/laporan/desa/{village().pk}/baru/progress/"),
    "kelengkapan": ("kadis", lambda: f"/laporan/wilayah/{regency().pk}/"),
    "laporan-setahun": ("kadis", lambda: f"/laporan/wilayah/{regency().pk}/tahun/?tahun=2025"),
    "ingatkan-laporan": ("kadis", lambda: f"/laporan/wilayah/{regency().pk}/ingatkan/"),
    "pembinaan": ("kadis", lambda: "/pembinaan/"),
    "sasaran": ("kadis", lambda: "/pembinaan/sasaran/"),
    "kegiatan": ("kadis", lambda: "/pembinaan/kegiatan/"),
    "kegiatan-baru": ("operator", lambda: "/pembinaan/kegiatan/baru/"),
    "rencana": ("kadis", lambda: "/pembinaan/rencana/"),
    "rencana-baru": ("operator", lambda: "/pembinaan/rencana/baru/"),
    "kebutuhan": ("kadis", lambda: "/kebutuhan/"),
    "kebutuhan-baru": ("pkb", lambda: f"/kebutuhan/desa/{village().pk}/baru/"),
    "putaran": ("kadis", lambda: "/putaran/"),
    "putaran-baru": ("operator", lambda: "/putaran/baru/"),
    "satu-putaran": ("kadis", lambda: f"/putaran/{Round.objects.earliest('pk').pk}/"),
    "data-berubah": ("kadis", lambda: f"/putaran/{Round.objects.earliest('pk').pk}/berubah/"),
    "evaluasi": (VILLAGE, lambda: f"/evaluasi/{Evaluation.objects.filter(kampung=village()).earliest('pk').pk}/"),
    "putaran-berjalan": ("kadis", lambda: f"/putaran/{Round.objects.latest('pk').pk}/"),
    "desa-putaran": ("kadis", lambda: f"/putaran/{Round.objects.latest('pk').pk}/desa/"),
    "evaluasi-dikembalikan": ("staf.65.04.01.2005", lambda: f"/evaluasi/{evaluation('65.04.01.2005').pk}/"),
    "evaluasi-diisi": ("staf.65.04.01.2006", lambda: f"/evaluasi/{evaluation('65.04.01.2006').pk}/"),
    "evaluasi-diajukan": ("staf.65.04.01.2006", lambda: f"/evaluasi/{evaluation('65.04.01.2006').pk}/periksa/"),
    "rakor": ("kadis", lambda: "/rakor/"),
    "rakor-baru": ("operator", lambda: "/rakor/baru/"),
    "satu-rakor": ("kadis", lambda: f"/rakor/{rakor().pk}/"),
    "rakor-evaluasi": ("kadis", lambda: f"/rakor/{rakor().pk}/evaluasi/"),
    "rakor-kehadiran": ("kadis", lambda: f"/rakor/{rakor().pk}/kehadiran/"),
    "rakor-keputusan": ("kadis", lambda: f"/rakor/{rakor().pk}/keputusan/"),
    "rakor-mendatang": ("camat", lambda: f"/rakor/{coming().pk}/"),
    "rakor-jawab": ("pkb", lambda: f"/rakor/{coming().pk}/"),
    "rakor-jawaban": ("kadis", lambda: f"/rakor/{coming().pk}/kehadiran/"),
    "rakor-undangan": ("kadis", lambda: f"/rakor/{coming().pk}/undangan/"),
    "rakor-tabel": ("kadis", lambda: f"/rakor/{coming().pk}/evaluasi/"),
    "rakor-layar": ("kadis", lambda: f"/rakor/{coming().pk}/layar/"),
    "lomba": ("kadis", lambda: "/lomba/"),
    "lomba-baru": ("operator", lambda: "/lomba/baru/"),
    "satu-lomba": ("kadis", lambda: f"/lomba/{contest().pk}/"),
    "syarat-lomba": ("kadis", lambda: f"/lomba/{contest().pk}/syarat/"),
    "penilaian": ("kadis", lambda: f"/lomba/{contest().pk}/penilaian/"),
    "peringkat": ("kadis", lambda: f"/lomba/{contest().pk}/peringkat/"),
    "rubrik": ("kadis", lambda: "/lomba/rubrik/"),
    "hasil-lama": ("kadis", lambda: "/lomba/hasil-lama/"),
    "hasil-lama-baru": ("operator", lambda: "/lomba/hasil-lama/baru/"),
    "peserta": ("kadis", lambda: f"/peserta/{entry().pk}/"),
    "angka": ("kadis", lambda: f"/angka/{regency().pk}/"),
    "jurnal": ("kadis", lambda: f"/angka/{regency().pk}/jurnal/"),
    "desa-setahun": ("kadis", lambda: f"/desa/{village().pk}/"),
}  # fmt: skip
PUBLIC: dict[str, Callable[[], str]] = {
    "instrumen": lambda: f"/instrumen/{Instrument.objects.get().pk}/",
    "rubrik": lambda: f"/rubrik/{contest().rubric_id}/",
    "data-terbuka": lambda: "/data-terbuka/65.04",
    "lomba": lambda: "/v/lomba",
    "peringkat-lomba": lambda: f"/v/lomba/{contest().file.token}",
}
TOUR = {f"tahun-{name}": screen for name, screen in SCREENS.items()} | {f"umum-{name}": ("", path) for name, path in PUBLIC.items()}


@pytest.mark.parametrize("name", TOUR)
def test_every_room_is_fit_to_be_seen(stack: Stack, browser: Browser, name: str) -> None:
    who, path = TOUR[name]
    context = browser.new_context(base_url=stack.url, locale="id-ID", **PHONE)
    if who:
        session = stack.session_of(f"{LONG}.{who}")
        context.add_cookies([{"name": "sessionid", "value": session, "url": stack.url}])
    page = context.new_page()
    answer = page.goto(path())
    assert answer is not None
    assert answer.status == 200
    look(page, name)
    thumbs(page, name)
    context.close()
