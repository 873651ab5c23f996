"""Checks 47 to 52: the annexes and their tables."""

import re
from collections import Counter

from tests.documents.checklist.registry import check
from tests.documents.checklist.specimen import Specimen
from tests.documents.reading import Line, Page
from workflows.core.wording import roman

CODE = re.compile(r"\b99\.\d\d\.\d\d\.\d{4}\b")
ROW = re.compile(r"\d+\.? (Contoh (Tengah|Warga)|Keputusan |Lampiran nomor|Berita Acara|Desa Contoh)|\d+ TAHUN")
FULL_ROSTER = 21  # five posts, and two in each of eight seksi


@check(47)
def each_annex_starts_a_page_headed_in_the_right_half(paper: Specimen) -> None:
    """Each annex starts a page, headed in the right half; Roman numerals only if there are several."""
    firsts = _first_pages(paper)
    names = [f"LAMPIRAN {roman(order)}" for order in range(1, len(paper.annexes) + 1)]
    assert [page.lines[0].text for page in firsts] == (names if len(names) > 1 else ["LAMPIRAN"])
    assert all(page.lines[0].x0 >= 0.45 * page.width for page in firsts)


@check(48)
def the_annex_bears_number_and_title_of_the_decree(paper: Specimen) -> None:
    """Its heading is the number and title of page 1, without stops, and is not repeated on the next page."""
    issuer, subject = paper.text["issuer"]["title"].upper(), paper.text["subject"].upper()
    head = f"KEPUTUSAN {issuer} {paper.number_line} TENTANG {subject} "
    for page in _first_pages(paper):
        text = " ".join(" ".join(line.text for line in page.lines).split())
        assert re.sub(r"^LAMPIRAN( [IVX]+)? ", "", text).startswith(head)
    headings = sum(line.text.startswith("LAMPIRAN") for page in paper.reading.pages for line in page.lines)
    assert headings == len(paper.annexes)


def _first_pages(paper: Specimen) -> list[Page]:
    return [page for page in paper.reading.pages if page.lines[0].text.startswith("LAMPIRAN")]


@check(49)
def the_head_of_a_table_stands_on_every_page_of_it(paper: Specimen) -> None:
    """The head row repeats on every page of its table."""
    heads = 0
    for page in paper.reading.pages:
        ruled = [line for line in page.lines if _is_row(line)]
        head = next((line for line in page.lines if _is_head(line)), None)
        assert not ruled or (head and head.y0 < ruled[0].y0), page.text[:200]
        heads += head is not None
    assert heads or paper.rows == 1  # a single village is recommended in the text


def _is_row(line: Line) -> bool:
    """The first line of a row: its number or that of a decree, and a cell beside it."""
    return bool(ROW.match(line.text))


def _is_head(line: Line) -> bool:
    return line.words[0].text in ("NO", "NOMOR") and line.text.isupper() and not re.search(r"\d", line.text)


@check(50)
def rows_are_numbered_without_gap_and_no_village_is_listed_twice(paper: Specimen) -> None:
    """Rows run from 1 without gap, each with its kecamatan, no village twice; a list that changes another keeps its numbers."""
    annex = [annex for annex in paper.text["annexes"] if annex["kind"] == "villages"][-1]
    start = paper.reading.pages.index(_first_pages(paper)[-1])
    found = [line for page in paper.reading.pages[start:] for line in page.lines if CODE.search(line.text)]
    assert [line.words[0].text for line in found] == [str(row["no"]) for row in annex["rows"]]
    assert [CODE.findall(line.text) for line in found] == [[row["code"]] for row in annex["rows"]]
    assert all(row["district"].split()[0] in line.text for line, row in zip(found, annex["rows"], strict=True))
    numbers = [row["no"] for row in annex["rows"]]
    assert numbers == sorted(set(numbers)) if annex.get("consolidated") else numbers == [*range(1, len(numbers) + 1)]
    assert max(Counter(row["code"] for row in annex["rows"]).values()) == 1


@check(51)
def a_roster_has_each_post_once_and_every_seksi(paper: Specimen) -> None:
    """One Ketua, one Sekretaris, one Bendahara; every seksi; nobody twice in one post."""
    (roster,) = [annex for annex in paper.text["annexes"] if annex["kind"] == "pokja"]
    last = Counter(
        line.words[-1].text for page in paper.reading.pages for line in page.lines if re.match(r"\d+ ", line.text)
    )
    members = roster["members"]
    for order, post in enumerate(("Pelindung", "Penasihat", "Ketua", "Sekretaris", "Bendahara")):
        assert last[post] == (len(members) > order), post
    if len(members) >= FULL_ROSTER:
        sections = {row["section"] for annex in paper.text["annexes"] for row in annex.get("rows", [])}
        assert {member["section"] for member in members} == {"", *sections}
    assert max(Counter((member["name"], member["position"]) for member in members).values()) == 1


@check(52)
def each_annex_ends_with_the_signature_without_place_and_date(paper: Specimen) -> None:
    """Each annex ends with the office and name of the body, without place and date."""
    starts = [order for order, page in enumerate(paper.reading.pages) if page.lines[0].text.startswith("LAMPIRAN")]
    for following in [*starts[1:], len(paper.reading.pages)]:
        texts = [line.text for line in paper.reading.pages[following - 1].lines]
        assert f"{paper.office_lines[-1]}," in texts
        if paper.text_form.value != "draft":
            assert paper.text["issue"]["signatory"]["name"].upper() in texts
        assert not [text for text in texts if text.startswith(("Ditetapkan di", "pada tanggal"))]
