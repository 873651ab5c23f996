"""A register as a book: every number with what became of it, and the printed books of a regency and a village."""

from datetime import date

import pytest

from documents.kinds import find
from tests.decree_world import VILLAGE, fresh
from tests.documents.conftest import printed
from tests.world import on_day
from workflows.core.door import perform
from workflows.decrees.books import lines_of
from workflows.decrees.control_sheet import control_sheet
from workflows.decrees.models import Decree, DecreeNumber, Series
from workflows.decrees.printed_books import book_of
from workflows.routes.models import Assignment

pytestmark = pytest.mark.django_db
DAY = date(2024, 3, 4)


def series(kind="keputusan_bupati"):
    return Series.objects.get(doc_class=kind)


@pytest.fixture
def book(world):
    """An issued decree, a void number, a reserved one, and one from paper."""
    world.register(last=8)
    world.issued(villages=[0], copies_to=["Gubernur Contoh", "Camat Contoh Hilir"])
    taken_back = world.walked(villages=[1], effects=[])
    world.decide(taken_back)
    step = Assignment.objects.get(file=taken_back.pk, kind="sign")
    perform(Assignment.withdraw_decision, step, by=world.by("citra"), reason="Diktum keliru.")
    world.decide(taken_back)
    old = world.decree_draft(villages=[2], effects=[])
    perform(Decree.enter_old, old, by=world.drafter(), values={"number": "3 TAHUN 2024"}, on=date(2024, 1, 9))
    return series()


def test_every_number_has_its_line_in_order(book):
    lines = [*lines_of(book.numbers.all())]
    assert [(line.text, line.number.state, line.remarks) for line in lines] == [
        ("3 TAHUN 2024", "issued", ["dicatat dari kertas"]), ("9 TAHUN 2024", "issued", []),
        ("10 TAHUN 2024", "void", ["batal: Diktum keliru."]), ("11 TAHUN 2024", "reserved", []),
    ]  # fmt: skip
    issued = lines[1]
    assert issued.initiator == "Kepala Perangkat Daerah KB Kabupaten Contoh Raya"
    assert issued.signatory == "BUPATI CONTOH RAYA, CONTOH CITRA"
    assert (issued.annexes, issued.copies_to) == (1, ["Gubernur Contoh", "Camat Contoh Hilir"])
    assert issued.summary == "menetapkan Kampung KB"


def test_the_whole_book_costs_one_question(book, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert len([*lines_of(book.numbers.all())]) == 4


def test_the_printed_book_of_a_running_year_is_open(book):
    content = book_of(book, 2024, DAY)
    assert (content["kind"], content["closed_on"], content["signatories"]) == ("buku_keputusan", None, [])
    words = printed(content).text.split()
    assert {"CITRA", "keliru.", "Gubernur", "Camat", "kertas", "dipesan"} <= set(words)
    assert words.count("2024") == 1 + 4 + 4  # the year, its numbers, their days


def test_a_year_that_is_over_is_closed_by_who_held_the_office_then(world, book):
    content = book_of(book, 2024, date(2025, 1, 2))
    assert content["closed_on"] == "2024-12-31"
    assert [person["name"] for person in content["signatories"]] == ["Contoh Budi"]


def test_a_villages_book_is_a2_and_says_to_whom_it_was_reported(world):
    decree = world.issued(VILLAGE, effects=["form"])
    values = {"number": "140/12/2024", "reported_on": "2024-03-04"}
    perform(Decree.report, decree, by=world.by("kartika"), values=values)
    on_day(date(2025, 1, 2))
    content = book_of(series(VILLAGE), 2024, date(2025, 1, 2))
    find(content["template"]).check(content)
    assert content["office"]["region"] == "DESA CONTOH SATU KECAMATAN CONTOH HILIR KABUPATEN CONTOH RAYA"
    [row] = content["rows"]
    assert (row["reported_number"], row["reported_on"]) == ("140/12/2024", "2024-03-04")
    assert [(person["role"], person["name"]) for person in content["signatories"]] == [
        ("Mengetahui", "Contoh Fitri"), ("", "Contoh Kartika"),
    ]  # fmt: skip


def test_the_control_sheet_names_who_initialled_and_leaves_room_for_the_others(world):
    decree = world.walked(until="assistant")
    content = control_sheet(fresh(decree), "0a1b2c3d", DAY)
    ladder = [(rung["name"], rung["on"]) for rung in content["body"]["ladder"]]
    assert ladder == [("Contoh Hadi", "2024-03-04"), ("Contoh Budi", "2024-03-04"), ("", ""), ("", "")]
    assert content["body"]["received_on"] == "2024-03-04"
    words = printed(content).text.split()
    assert (words.count("disetujui"), "Hadi" in words, "Joko" in words) == (2, True, False)


def test_a_late_number_says_why_in_the_book(world):
    DecreeNumber.objects.filter(file=world.issued().pk).update(note="Ditandatangani saat dinas luar.")
    [line] = lines_of(series().numbers.all())
    assert line.remarks == ["Ditandatangani saat dinas luar."]
