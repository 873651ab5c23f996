"""Checks 9, 10 and 39 to 46: where a paper is signed, by whom, when, and under which number."""

import re
from datetime import date

from documents.forms import Form
from tests.documents.checklist.registry import check
from tests.documents.checklist.specimen import Specimen
from tests.documents.reading import Line, Page
from workflows.core.wording import long_date


@check(9)
def the_closing_has_company(paper: Specimen) -> None:
    """On the page of the signature stand at least two lines of what is signed, of a register three rows."""
    page, at = _closing(paper)
    least = min(3, len(paper.text["rows"])) + 1 if "rows" in paper.text else 2
    assert len([line for line in page.lines if line.y0 < at.y0]) >= least


def _closing(paper: Specimen) -> tuple[Page, Line]:
    """The line with which the closing begins, and its page; the last one that looks so."""
    openings = ["Ditetapkan di ", "Buku ini ", "Diterima tanggal", "Hadir "] + [
        line.split(" ")[0] for line in paper.office_lines[:1]
    ]
    for opening in openings:
        found = [(page, line) for page in paper.reading.pages for line in page.lines if line.text.startswith(opening)]
        if found:
            return found[-1]
    raise AssertionError("no closing")


@check(10)
def who_decides_signs_in_the_right_half(paper: Specimen) -> None:
    """The signature stands in the right half."""
    if paper.is_decree:
        office, times = f"{paper.office_lines[-1]},", 1 + len(paper.annexes)
        blocks = [line for page in paper.reading.pages for line in page.find(office) if line.x0 >= 0.45 * page.width]
        assert len(blocks) == times
    else:
        opening = " ".join(paper.office_lines[0].split()[:2])
        page, last = [(page, line) for page in paper.reading.pages for line in page.find(opening)][-1]
        assert last.x0 >= 0.45 * page.width


@check(39)
def place_then_date_as_it_is_stored(paper: Specimen) -> None:
    """Ditetapkan di, then pada tanggal, with the stored day, the month's name and no leading zero."""
    page, at = next(
        (page, line) for page in paper.reading.pages for line in page.lines if line.text.startswith("Ditetapkan di ")
    )
    day = {Form.DRAFT: "…", Form.INK: ""}.get(paper.text_form, _day(paper))
    assert at.text == f"Ditetapkan di {(paper.text.get('issuer') or paper.text['office'])['place']}"
    assert page.lines[page.lines.index(at) + 1].text == f"pada tanggal {day}".strip()
    assert paper.reading.text.count("Ditetapkan di ") == 1


def _day(paper: Specimen) -> str:
    day: str = long_date(date.fromisoformat(paper.text["issue"]["date"]))
    return day


@check(40)
def the_number_is_of_the_year_of_its_date(paper: Specimen) -> None:
    """The year in the number is the year of the date; the order of numbers and dates is the register's."""
    if paper.text_form is Form.FINAL:
        assert paper.text["issue"]["number"] in paper.reading.flowing
        assert paper.text["issue"]["date"][:4] in paper.text["issue"]["number"]


@check(41)
def the_name_stands_in_capitals_without_title_or_nip(paper: Specimen) -> None:
    """The office ends with a comma; the name stands in capitals, without titles, rank and NIP, under every signature."""
    name = paper.text["issue"]["signatory"]["name"].upper()
    signatures = 0 if paper.text_form is Form.DRAFT else 1 + len(paper.annexes)
    expected = (
        2 * signatures if paper.electronic and not paper.is_copy else signatures
    )  # named by the code, and below it
    assert len(_lines(paper, name)) == expected
    assert len(_right(paper, f"{paper.office_lines[-1]},")) == 1 + len(paper.annexes)
    for page, line in _lines(paper, name):
        below = [under.text for under in page.lines if under.y0 > line.y0][:1]
        assert not [text for text in below if re.match(r"NIP|Pembina|Penata", text)]


def _right(paper: Specimen, text: str) -> list[tuple[Page, Line]]:
    """Wherever it stands as a line of its own in the right half: not in the head."""
    return [(page, line) for page, line in _lines(paper, text) if line.x0 >= 0.45 * page.width]


def _lines(paper: Specimen, text: str) -> list[tuple[Page, Line]]:
    return [(page, line) for page in paper.reading.pages for line in page.lines if line.text == text]


@check(42)
def on_whose_behalf_stands_before_the_office(paper: Specimen) -> None:
    """a.n. precedes the delegate's office, u.b. never comes without a.n.; Plt., Plh. and Pj. precede the office."""
    *above, last = paper.office_lines
    block = " ".join([*above, f"{last},"])
    times = 1 + len(paper.annexes) if paper.is_decree else 1
    assert _columns(paper).count(block) >= times
    opening = [line.split(" ")[0] for line in paper.office_lines]
    assert "u.b." not in opening or "a.n." in opening[: opening.index("u.b.")]
    assert not [line for line in paper.office_lines if re.search(r" (Plt|Plh|Pj)\.", line)]


def _columns(paper: Specimen) -> str:
    """The text read block by block, as columns of signatures stand in it."""
    return " ".join(paper.reading.raw.split())


@check(44)
def nothing_that_only_a_regulation_has(paper: Specimen) -> None:
    """No Diundangkan, no Lembaran Daerah, no Berita Daerah: these are for regulations."""
    assert not re.search(r"Diundangkan|LEMBARAN DAERAH|BERITA DAERAH", paper.reading.text)


@check(45)
def neither_boxes_for_initials_nor_a_nik(paper: Specimen) -> None:
    """No boxes for initials but on the control sheet, and nowhere a NIK."""
    assert not re.search(r"(?<!\d)\d{16}(?!\d)", paper.reading.text)
    assert ("PARAF" in paper.reading.text.split()) == (paper.kind.id == "lembar_kendali")


@check(46)
def one_number_wherever_it_stands(paper: Specimen) -> None:
    """The same number on page 1, on each annex and in the copy; its pattern and that it is unique are the register's."""
    if paper.is_decree:
        assert paper.reading.flowing.count(f"{paper.number_line} TENTANG") == 1 + len(paper.annexes)
    else:
        assert (paper.text["issue"]["number"] in paper.reading.pages[0].text) == (paper.form is Form.FINAL)
