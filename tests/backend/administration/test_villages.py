"""A messy list of villages: everything that is wrong is said at once, with cell, cause and what to type."""

import io

import openpyxl
import pytest

from backend.administration.imports.applying import apply
from backend.administration.imports.checking import counts, take_in
from backend.administration.imports.returned import with_errors
from backend.administration.imports.template import template_of
from tests.backend.administration.books import applied, book, checked, findings, packed, warnings
from workflows.core.errors import BadValues
from workflows.villages.models import KampungKB

MESSY = book(
    [1, "99.01.01.2001", "contoh satu", "Contoh Hilir"], [], [], [2, 9901012002, "Contoh Dua", "Contoh Hilir"],
    [3, "9901011003", "Contoh Tiga", ""], [4, "99.01.01.2001", "Contoh Satu", ""], [5, "61.12.01.2014", "Contoh Dua", ""],
    [6, "99.01.01.2O01", "Contoh Empat", ""], [7, "", "Contoh Tiga", ""], [8, "99.01.01.2001", "Lain Sekali", ""],
    title="DAFTAR PEKON 2024",
)  # fmt: skip


def test_every_error_is_said_at_once_with_its_cell_and_what_to_type(world):
    source = checked("desa", world, MESSY)
    assert counts(source) == {"new": 3, "changed": 0, "same": 0, "wrong": 5}
    assert (source.header, source.lines, source.blank, source.sure) == (3, 8, 2, False)
    found = findings(source)
    assert set(found) == {"B9", "B10", "B11", "B12", "B13"}
    assert "Sama dengan baris 4" in found["B9"]
    assert "kabupaten/kota lain" in found["B10"]
    assert "Tulis 99.01.01.2002 (Contoh Dua)" in found["B10"]
    assert "Tulis 99.01.01.2001" in found["B11"]
    assert "Tulis 99.01.01.1003 (Contoh Tiga)" in found["B12"]
    assert "adalah Contoh Satu, bukan Lain Sekali" in found["B13"]
    assert "huruf kecil" in warnings(source)["C4"]


def test_nothing_is_written_while_a_row_is_wrong(world, lia):
    source = checked("desa", world, MESSY)
    with pytest.raises(BadValues, match="Masih ada baris yang salah"):
        apply(source, lia)
    assert not KampungKB.objects.exists()


def test_the_users_own_workbook_comes_back_with_a_red_column_and_its_formatting(world):
    sheet = openpyxl.load_workbook(io.BytesIO(with_errors(checked("desa", world, MESSY)))).active
    assert sheet["A1"].value == "DAFTAR PEKON 2024"
    assert sheet["E3"].value == "Kesalahan"
    assert sheet["E9"].value.startswith("B9: Sama dengan baris 4")
    assert sheet["E4"].value is None
    assert sheet["B3"].font.bold
    assert sheet["B3"].fill.fgColor.rgb == "00FFFF00"
    assert sheet["B10"].fill.fgColor.rgb == "00FDECEC"


def test_the_error_workbook_is_mended_and_handed_in_again_and_then_nothing_changes(world, lia):
    made = openpyxl.load_workbook(io.BytesIO(with_errors(checked("desa", world, MESSY))))
    made.active.delete_rows(9, 5)
    source = applied("desa", world, packed(made), lia)
    assert KampungKB.objects.count() == 3
    assert source.changes.count() == 3
    again = checked("desa", world, packed(made))
    assert counts(again) == {"new": 0, "changed": 0, "same": 3, "wrong": 0}
    with pytest.raises(BadValues, match="Tidak ada perubahan"):
        apply(again, lia)


def test_a_name_that_differs_is_shown_old_and_new_before_it_is_changed(world, lia):
    header = ["Kode", "Nama desa", "Nama Kampung KB"]
    applied("desa", world, book(["99.01.01.2001", "Contoh Satu", "Melati"], header=header), lia)
    source = checked("desa", world, book(["99.01.01.2001", "Contoh Satu", "Mawar"], header=header))
    assert source.rows.get().differences == [["Nama Kampung KB", "Melati", "Mawar"]]
    assert KampungKB.objects.get().name == "Melati"
    apply(source, lia)
    assert KampungKB.objects.get().name == "Mawar"


def test_a_list_that_was_overtaken_is_checked_anew(world, lia):
    content = book(["99.01.01.2001", "Contoh Satu"], header=["Kode", "Nama desa"])
    first = checked("desa", world, content)
    applied("desa", world, content, lia)
    with pytest.raises(BadValues, match="berubah sejak diperiksa"):
        apply(first, lia)


def test_our_own_template_can_be_handed_in_as_it_is(world):
    source = checked("desa", world, template_of("desa", world.regency))
    assert source.sure
    assert counts(source) == {"new": 3, "changed": 0, "same": 0, "wrong": 0}


@pytest.mark.parametrize("separator", [";", ","])
def test_a_csv_file_is_read_with_either_separator(world, separator):
    content = f"Kode{separator}Nama desa\n9901012001{separator}Contoh Satu\n{separator}\n99.01.01.2002{separator}Contoh Dua\n"
    source = checked("desa", world, content.encode("utf-8-sig"), name="daftar.csv")
    assert counts(source)["new"] == 2
    assert source.blank == 1


def test_a_status_is_compared_and_never_taken(world):
    source = checked("desa", world, book(["99.01.01.2001", "Contoh Satu", "Ditetapkan"], header=["Kode", "Nama desa", "Status"]))
    assert "Daftar menyebut “Ditetapkan”" in warnings(source)["C2"]
    assert counts(source)["new"] == 1


def test_a_list_without_a_header_says_what_one_has(world):
    with pytest.raises(BadValues, match="Kode desa/kelurahan"):
        take_in("desa", world.regency, world.by("ani").person, "a.xlsx", book([1, 2], header=["x", "y"]))
