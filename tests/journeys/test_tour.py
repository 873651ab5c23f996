"""Every room once, as who works there: accessible, no wider than its screen, and a picture of each in three widths."""

from collections.abc import Callable

import pytest

from tests.journeys.conftest import Enter
from tests.journeys.looking import look
from tests.journeys.stack import Stack
from workflows.decrees.models import Decree
from workflows.organisation.models import Office, Person, Region
from workflows.routes.models import Assignment, RouteVersion
from workflows.villages.models import KampungKB

YEARLY = "Tahun Berikutnya"
DISTRICT = "lampung-barat"


def regency() -> Region:
    return Region.objects.get(codes__code="18.04", codes__until=None)


def waiting() -> Assignment:
    return Assignment.objects.get(file__title__endswith=YEARLY, state="open", office__role="legal")


def in_force() -> Decree:
    return Decree.objects.get(issue__number="B/100/KPTS/III.06/2024")


def village() -> KampungKB:
    return KampungKB.objects.get(region__codes__code="18.04.04.2004")


def holder(role: str) -> Person:
    return Person.objects.filter(mandates__office__role=role, mandates__office__region=regency()).earliest("pk")


def has_been_in(login: str) -> Person:
    """Whoever signs and has been in gets a new link only with a second person's word."""
    Person.objects.filter(username=f"{DISTRICT}.{login}").update(last_login="2024-03-04T00:00Z")
    return Person.objects.get(username=f"{DISTRICT}.{login}")


def route() -> RouteVersion:
    return waiting().run.route_version


SCREENS: dict[str, tuple[str, Callable[[], str]]] = {
    "tugas-saya": ("kabag", lambda: "/"),
    "tinjau": ("kabag", lambda: f"/tugas/{waiting().pk}/"),
    "bandingkan": ("kabag", lambda: f"/berkas/{waiting().file_id}/bandingkan/"),
    "keputusan": ("operator", lambda: "/keputusan/"),
    "satu-keputusan": ("operator", lambda: f"/keputusan/{in_force().pk}/"),
    "konsolidasi": ("operator", lambda: f"/keputusan/{in_force().pk}/konsolidasi/"),
    "penyampaian": ("operator", lambda: f"/keputusan/{in_force().pk}/penyampaian/"),
    "keputusan-baru": ("operator", lambda: "/keputusan/baru/"),
    "usulan": ("operator", lambda: "/usulan/"),
    "surat": ("kabag", lambda: "/surat/"),
    "wilayah": ("kadis", lambda: f"/wilayah/{regency().pk}/"),
    "pantauan": ("kadis", lambda: f"/wilayah/{regency().pk}/pantauan/"),
    "desa": ("kadis", lambda: f"/desa/{village().pk}/"),
    "cari": ("kadis", lambda: "/cari/?q=Padang+Cahya"),
    "buku-nomor": ("kabag", lambda: "/register/"),
    "kop": ("kabag", lambda: "/kop/"),
    "cetak": ("kabag", lambda: "/cetak/"),
    "pemberitahuan": ("kabag", lambda: "/pemberitahuan/"),
    "bantuan": ("kabag", lambda: "/bantuan/"),
    "akun": ("bupati", lambda: "/akun/"),
    "pengaman": ("bupati", lambda: "/akun/pengaman/"),
    "perangkat": ("bupati", lambda: "/akun/perangkat/"),
    "kunci-api": ("operator", lambda: "/akun/kunci-api/"),
    "saluran": ("bupati", lambda: "/saluran/"),
    "kalender": ("bupati", lambda: "/kalender/"),
    "pengganti": ("bupati", lambda: "/pengganti/"),
    "ingatkan": ("kadis", lambda: f"/ingatkan/?berkas={waiting().file_id}"),
    "pengiriman": ("kadis", lambda: "/pengiriman/"),
    "webhook": ("kadis", lambda: "/webhook/"),
    "tanpa-pejabat": ("sekda", lambda: "/tanpa-pejabat/"),
    "pengelolaan": ("pengelola", lambda: "/pengelolaan/"),
    "orang": ("pengelola", lambda: "/pengelolaan/orang/"),
    "satu-orang": ("pengelola", lambda: f"/pengelolaan/orang/{holder('legal').pk}/"),
    "jabatan": ("pengelola", lambda: "/pengelolaan/jabatan/"),
    "satu-jabatan": ("pengelola", lambda: f"/pengelolaan/jabatan/{Office.objects.get(role='legal', region=regency()).pk}/"),
    "impor": ("pengelola", lambda: "/pengelolaan/impor/"),
    "alur": ("pengelola", lambda: "/pengelolaan/alur/"),
    "satu-alur": ("pengelola", lambda: f"/pengelolaan/alur/{route().pk}/"),
    "macet": ("pengelola", lambda: "/pengelolaan/macet/"),
    "dasar-hukum": ("pengelola", lambda: "/pengelolaan/dasar-hukum/"),
    "gerbang": ("pengelola", lambda: "/gerbang/"),
    "pendelegasian": ("pengelola", lambda: f"/pendelegasian/jabatan/{Office.objects.get(role='regent', region=regency()).pk}/"),
    "tautan-baru": ("pengelola", lambda: f"/orang/{has_been_in('bupati').pk}/undangan/"),
    "riwayat-lengkap": ("kabag", lambda: f"/berkas/{in_force().pk}/riwayat/"),
}  # fmt: skip


PUBLIC: dict[str, Callable[[], str]] = {
    "cek": lambda: "/v",
    "cek-keputusan": lambda: f"/v/{in_force().file.token}",
    "cek-daftar": lambda: "/v/daftar/18.04",
    "masuk": lambda: "/masuk/",
}


ALWAYS = {"tugas-saya", "tinjau", "satu-keputusan", "wilayah", "pantauan", "desa"}
"""The rooms that most people see every day; the others by night (`./siklus test -m nightly tests/journeys`)."""


@pytest.mark.parametrize("name", [name if name in ALWAYS else pytest.param(name, marks=pytest.mark.nightly) for name in SCREENS])
def test_every_room_is_fit_to_be_seen(stack: Stack, enter: Enter, name: str) -> None:
    who, path = SCREENS[name]
    page = enter(f"{DISTRICT}.{who}")
    answer = page.goto(path())
    assert answer is not None
    assert answer.status == 200
    look(page, f"ruang-{name}")


@pytest.mark.parametrize("name", PUBLIC)
def test_and_so_is_what_anybody_sees(stack: Stack, enter: Enter, name: str) -> None:
    page = enter(None)
    answer = page.goto(PUBLIC[name]())
    assert answer is not None
    assert answer.status == 200
    look(page, f"umum-{name}")
