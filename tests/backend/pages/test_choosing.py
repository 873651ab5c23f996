"""Building the list of a collective decree: finding villages, looking at them, the list's order, and Excel and back."""

from io import BytesIO
from typing import Any

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from backend.pages.choosing.finding import Found, Gazetteer
from tests.backend.pages.decrees import as_official, drafted
from tests.world import BEGIN, World, region
from workflows.decrees import drafting
from workflows.decrees.models import Decree


@pytest.fixture
def ani(world: World) -> Client:
    return as_official(world, "ani", "agency")


@pytest.fixture
def empty(world: World) -> Decree:
    decree = drafted(world)
    drafting.remove_rows(decree, world.by("ani", "agency"), [1, 2, 3])
    return decree


def address(decree: Decree) -> str:
    return f"/keputusan/{decree.pk}/daftar/"


def names(decree: Decree) -> list[str]:
    return [row.kampung.region.name for row in decree.rows.filter(struck=False).order_by("order")]


def shown(found: list[Found]) -> list[tuple[str, list[str], bool]]:
    return [(one.line, [region.name for region in one.regions], one.asked) for one in found]


def test_codes_and_names_in_any_mixture_are_found(world: World) -> None:
    other = region(world.regency, "district", "kecamatan", "Contoh Hulu", "99.01.02")
    region(other, "village", "desa", "Contoh Satu", "99.01.02.2001")
    gazetteer = Gazetteer(world.regency, BEGIN)
    lines = "1. Desa CONTOH-DUA\n9901012001, 99.01.01.1003\nContoh Satu, Kec. Contoh Hulu\nContoh Satu\nConto Duwa\nEntah Apa"
    found = gazetteer.find(lines)
    assert shown(found) == [
        ("1. Desa CONTOH-DUA", ["Contoh Dua"], False), ("9901012001", ["Contoh Satu"], False),
        ("99.01.01.1003", ["Contoh Tiga"], False), ("Contoh Satu, Kec. Contoh Hulu", ["Contoh Satu"], False),
        ("Contoh Satu", ["Contoh Satu", "Contoh Satu"], True), ("Conto Duwa", ["Contoh Dua"], True),
        ("Entah Apa", [], True),
    ]  # fmt: skip
    assert found[1].meant != found[3].meant


def test_a_code_with_a_letter_or_of_nobody_is_named(world: World, ani: Client, empty: Decree) -> None:
    page = ani.post(address(empty), {"lines": "99.01.01.2O01\n99.01.01.9999\nContoh Dua"}).content.decode()
    assert "99.01.01.2O01 memuat huruf" in page
    assert "99.01.01.9999 tidak dikenal" in page
    assert "1 siap" in page
    assert names(empty) == []


def test_what_was_looked_at_is_added_and_what_a_line_means_is_asked(world: World, ani: Client, empty: Decree) -> None:
    page = ani.post(address(empty), {"lines": "Contoh Dua\nContoh Tigaa"})
    [line] = page.context["asked"]
    ani.post(address(empty), {"do": "tambah", "village": [world.villages[1].pk], "pilih.1": [line.regions[0].pk]})
    assert names(empty) == ["Contoh Dua", "Contoh Tiga"]


def test_the_look_says_what_the_door_would_say_and_changes_nothing(world: World, ani: Client, empty: Decree) -> None:
    first = drafted_elsewhere(world)
    version = Decree.objects.get(pk=empty.pk).file.version
    page = ani.post(address(empty), {"lines": "Contoh Satu\nContoh Dua"})
    [blocked] = page.context["blocked"]
    assert first.subject in blocked.problems[0].words
    assert blocked.problems[0].solved_by == first.file.office.label
    assert (names(empty), Decree.objects.get(pk=empty.pk).file.version) == ([], version)


def drafted_elsewhere(world: World) -> Decree:
    by = world.by("ani", "agency")
    other = drafting.start_decree("keputusan_bupati", world.office("regent"), by, subject="Konsep lain", effects=["designate"])
    drafting.add_rows(other, by, [(world.villages[0], {})])
    return other


def test_the_filter_offers_what_is_not_listed(world: World, ani: Client, empty: Decree) -> None:
    page = ani.get(f"{address(empty)}?kecamatan={world.district.pk}&cari=dua&sk_desa=belum")
    assert [village.name for village in page.context["offered"]] == ["Contoh Dua"]
    assert ani.get(f"{address(empty)}?sk_desa=ada").context["offered"] == []
    assert ani.get(f"{address(empty)}?kecamatan=x&tahap=y").status_code == 200


def test_a_strange_line_is_told_by_its_number_and_territory(world: World, ani: Client, empty: Decree) -> None:
    page = ani.post(address(empty), {"lines": "Contoh Dua\n\n18.04.04.2004\nEntah Apa"}).content.decode()
    assert "Baris 3, “18.04.04.2004”: Kode 18.04.04.2004 tidak dikenal di " in page
    assert "Baris 4, “Entah Apa”" in page
    csv = SimpleUploadedFile("daftar.csv", b"Kode\n99.01.01.2001\n\n99.01.01.9999\n")
    assert "Baris 4, “99.01.01.9999”" in ani.post(address(empty), {"file": csv}).content.decode()


def test_all_that_are_not_listed_are_proposed(world: World, ani: Client, empty: Decree) -> None:
    drafting.add_rows(empty, world.by("ani", "agency"), [(world.villages[1], {})])
    page = ani.post(address(empty), {"do": "usulkan"})
    assert [one.region.name for one in page.context["ready"]] == ["Contoh Satu", "Contoh Tiga"]
    ani.post(address(empty), {"do": "tambah", "village": [one.region.pk for one in page.context["ready"]]})
    answer = ani.post(address(empty), {"do": "usulkan"})
    assert (answer.status_code, "sudah tercantum" in answer.content.decode()) == (422, True)
    assert "Usulkan" not in ani.get(address(empty)).content.decode()


def test_left_out_with_a_reason_and_taken_in_again(world: World, ani: Client) -> None:
    decree = drafted(world)
    assert ani.post(address(decree), {"do": "kecualikan", "row": ["2"]}).status_code == 422
    ani.post(address(decree), {"do": "kecualikan", "row": ["2"], "reason": "Belum musyawarah"})
    page = ani.get(address(decree))
    assert (names(decree), "Belum musyawarah" in page.content.decode()) == (["Contoh Satu", "Contoh Tiga"], True)
    total = page.context["board"].total
    assert (total.villages, total.listed, total.ready, total.left_out) == (3, 2, 2, 1)
    ani.post(address(decree), {"do": "masukkan", "row": ["2"]})
    assert names(decree) == ["Contoh Satu", "Contoh Dua", "Contoh Tiga"]


def test_sorted_by_code_and_taken_off(world: World, ani: Client) -> None:
    decree = drafted(world)
    ani.post(address(decree), {"do": "urutkan"})
    assert names(decree) == ["Contoh Tiga", "Contoh Satu", "Contoh Dua"]
    ani.post(address(decree), {"do": "hapus", "row": ["1"]})
    assert names(decree) == ["Contoh Satu", "Contoh Dua"]


def exported(ani: Client, decree: Decree) -> bytes:
    return b"".join(ani.get(f"/keputusan/{decree.pk}/daftar.xlsx").streaming_content)


def sent_back(ani: Client, decree: Decree, content: bytes, name: str = "daftar.xlsx") -> Any:
    return ani.post(address(decree), {"do": "impor", "file": SimpleUploadedFile(name, content)})


def test_the_workbook_has_the_annexes_columns_and_comes_back_unchanged(world: World, ani: Client) -> None:
    decree = drafted(world)
    sheet = load_workbook(BytesIO(exported(ani, decree))).active
    first, second = list(sheet.iter_rows(values_only=True))[:2]
    assert first == ("No.", "Kecamatan", "Sebutan", "Desa/Kelurahan", "Kampung KB", "Kode Wilayah", "Keterangan")
    assert second[:6] == (1, "Contoh Hilir", "Desa", "Contoh Satu", "Contoh Satu", "99.01.01.2001")
    assert "Tidak ada perubahan" in sent_back(ani, decree, exported(ani, decree)).content.decode()


def test_differences_are_shown_before_the_list_is_replaced(world: World, ani: Client) -> None:
    decree = drafted(world)
    csv = "Kode;Kampung KB;Keterangan\n99.01.01.1003;Kampung Contoh;baru\n9901012001;;\n"
    page = sent_back(ani, decree, csv.encode(), "daftar.csv")
    difference = page.context["difference"]
    assert ([one.name for one in difference.removed], difference.moved) == (["Contoh Dua"], True)
    assert names(decree) == ["Contoh Satu", "Contoh Dua", "Contoh Tiga"]
    kept = {name: page.context[name] for name in ("wanted", "version")}
    assert ani.post(address(decree), {"do": "ganti"} | kept).status_code == 302
    assert names(decree) == ["Contoh Tiga", "Contoh Satu"]
    assert decree.rows.get(order=1).data == {"name": "Kampung Contoh", "note": "baru"}
    assert ani.post(address(decree), {"do": "ganti"} | kept).status_code == 422


@pytest.mark.parametrize("content", [b"PK\x03\x04 rusak", b"\x00\x01", b"", b"Kode\n"])
def test_what_is_no_list_is_said(world: World, ani: Client, content: bytes) -> None:
    decree = drafted(world)
    assert sent_back(ani, decree, content).status_code == 422
    assert ani.post(address(decree), {"do": "ganti", "wanted": "[[1]]", "version": "1"}).status_code == 422
    assert len(names(decree)) == 3


def test_a_table_of_ones_own_with_names_is_understood(world: World, ani: Client, empty: Decree) -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for n, row in enumerate([["NO", "NAMA PEKON/KEL", "KECAMATAN"], [1, "contoh dua", "CONTOH HILIR"], [2, "Contoh Tiga", ""]]):
            sheet.write_row(n, 0, row)
    page = ani.post(address(empty), {"file": SimpleUploadedFile("punya-sendiri.xlsx", out.getvalue())})
    assert [one.region.name for one in page.context["ready"]] == ["Contoh Dua", "Contoh Tiga"]


def test_a_list_of_another_territory_is_not_reached(world: World) -> None:
    decree = drafted(world)
    assert as_official(world, "eko").post(address(decree), {"do": "urutkan"}).status_code == 404
