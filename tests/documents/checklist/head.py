"""Checks 17 to 29: the head of a decree, what it considers, and on what it rests."""

import re
from string import ascii_lowercase

from tests.documents.checklist.registry import check
from tests.documents.checklist.specimen import Specimen
from tests.documents.reading import MM, Line, advance
from tests.documents.seeing import longest_rule
from workflows.core.wording import diktum

LABELS = {"Menimbang", "Mengingat", "Memperhatikan", "Menetapkan"}
RANKS = ("Undang-Undang", "Peraturan Pemerintah", "Peraturan Presiden", "Peraturan Menteri", "Peraturan Daerah")
AMENDED = re.compile(r"sebagaimana telah diubah (beberapa kali, terakhir )?dengan (Undang-Undang|Peraturan) ")


@check(17)
def the_head_has_its_lines_in_order(paper: Specimen) -> None:
    """Issuer, title of the decree, number, TENTANG, subject, issuer."""
    text, rahmat = paper.text, ["DENGAN RAHMAT TUHAN YANG MAHA ESA"] if paper.text.get("show_rahmat") else []
    issuer = text["issuer"]["title"].upper()
    word = {"salinan": ["SALINAN"]}.get(paper.kind.id, [])
    what = {"ralat": ["RALAT"], "petikan": ["PETIKAN", f"KEPUTUSAN {issuer}"]}.get(
        paper.kind.id, [f"KEPUTUSAN {issuer}"]
    )
    title = [paper.number_line, "TENTANG", text["subject"].upper()]
    again = [] if paper.kind.id == "ralat" else [*rahmat, f"{issuer},", "Menimbang"]
    head = " ".join([*word, *text["issuer"]["head_lines"], *what, *title, *again])
    assert " ".join(paper.reading.pages[0].text.split()).startswith(head)


@check(18)
def the_title_is_in_capitals_without_full_stop_or_line(paper: Specimen) -> None:
    """The title is in capitals, ends without a stop, is not underlined."""
    page = paper.reading.pages[0]
    title = _title_lines(page.lines, paper.text["subject"].upper())
    assert " ".join(line.text for line in title) == paper.text["subject"].upper()
    assert re.search(r"\w$", title[-1].text)
    assert longest_rule(paper.reading, 1, title[0].y0, title[-1].y0 + 18) < 8  # mm: no letter has a longer stroke


def _title_lines(lines: list[Line], title: str) -> list[Line]:
    """Those after TENTANG that make up the title."""
    start = next(order for order, line in enumerate(lines) if line.text == "TENTANG") + 1
    for end in range(start + 1, len(lines)):
        if len(" ".join(line.text for line in lines[start:end])) >= len(title):
            return lines[start:end]
    raise AssertionError("no title")


@check(19)
def rahmat_only_where_the_district_wants_it(paper: Specimen) -> None:
    """DENGAN RAHMAT TUHAN YANG MAHA ESA only where the district's data asks for it."""
    assert paper.reading.flowing.count("DENGAN RAHMAT TUHAN YANG MAHA ESA") == bool(paper.text.get("show_rahmat"))


@check(20)
def the_issuer_before_menimbang_ends_with_one_comma(paper: Specimen) -> None:
    """The issuer before Menimbang ends with exactly one comma."""
    lines = paper.reading.pages[0].lines
    before = next(order for order, line in enumerate(lines) if line.text.startswith("Menimbang")) - 1
    assert re.search(r"[^,],$", lines[before].text)


@check(21)
def labels_and_colons_stand_in_columns(paper: Specimen) -> None:
    """Labels and their colons each share one column."""
    clauses = min(len(paper.text["clauses"]), 2) if paper.kind.id == "petikan" else len(paper.text["clauses"])
    labels = {*LABELS, *(diktum(order) for order in range(1, clauses + 1))}
    rows = [line for page in paper.reading.pages for line in page.lines if is_labelled(line, labels)]
    assert len(rows) == len(labels) - (not paper.text["notes"])
    for column in (0, 1):
        places = [row.words[column].x0 for row in rows]
        assert max(places) - min(places) < 1


def is_labelled(line: Line, labels: set[str]) -> bool:
    return len(line.words) > 1 and line.words[0].text in labels and line.words[1].text == ":"


@check(22)
def considerations_are_lettered_begin_with_bahwa_and_end_with_a_semicolon(paper: Specimen) -> None:
    """Each consideration begins with bahwa and ends with a semicolon; letters run without gap, one alone has none."""
    texts = paper.text["considerations"]
    marks = [f"{letter}. " for letter in ascii_lowercase[: len(texts)]] if len(texts) > 1 else [""]
    items = " ".join(f"{mark}{text};" for mark, text in zip(marks, texts, strict=True))
    assert f"Menimbang : {items} Mengingat" in paper.reading.flowing
    assert all(text.startswith("bahwa ") for text in texts)


@check(23)
def the_last_consideration_sums_up_and_names_the_title(paper: Specimen) -> None:
    """The last consideration refers to all earlier letters and names the title."""
    *others, last = paper.text["considerations"]
    for letter in ascii_lowercase[: len(others)]:
        assert f"huruf {letter}" in last
    assert paper.text["subject"] in last
    assert f"{last};" in paper.reading.flowing


@check(24)
def bases_are_numbered_and_end_with_a_semicolon(paper: Specimen) -> None:
    """Bases are numbered from 1 without gap, each ends with a semicolon."""
    items = " ".join(f"{number}. {text};" for number, text in enumerate(paper.text["bases"], start=1))
    assert f"Mengingat : {items} {'Memperhatikan' if paper.text['notes'] else 'MEMUTUSKAN:'}" in paper.reading.flowing


@check(25)
def bases_stand_by_rank_then_by_year(paper: Specimen) -> None:
    """Bases stand by rank, then by year."""
    found = [re.match(rf"({'|'.join(RANKS)}) Nomor \d+ Tahun (\d+)", text) for text in _printed_bases(paper)]
    assert all(found)
    order = [(RANKS.index(basis[1]), int(basis[2])) for basis in found if basis]
    assert order == sorted(order)


@check(26)
def undang_undang_has_two_capitals(paper: Specimen) -> None:
    """Undang-Undang is written with two capitals."""
    assert not re.search(r"\bUndang-undang\b|\bundang-Undang\b", paper.reading.text)


@check(27)
def an_amended_regulation_is_cited_with_its_last_change(paper: Specimen) -> None:
    """What was amended is cited with the formula and the last change."""
    for text in _printed_bases(paper):
        assert text.count("telah diubah") == len(AMENDED.findall(text)), text


def _printed_bases(paper: Specimen) -> list[str]:
    """As they are read on the paper."""
    text = re.search(r"Mengingat : 1\. (.*?); (?:Memperhatikan|MEMUTUSKAN)", paper.reading.flowing)
    assert text
    return re.split(r"; \d+\. ", text[1])


@check(28)
def memutuskan_stands_once_in_the_middle(paper: Specimen) -> None:
    """MEMUTUSKAN: once, in the middle, its letters not spaced out."""
    found = [(page, line) for page in paper.reading.pages for line in page.lines if "MEMUTUSKAN" in line.text]
    ((page, line),) = found
    assert line.text == "MEMUTUSKAN:"
    margins = paper.geometry["margins"]
    assert abs(line.middle - (page.width + (margins["left"] - margins["right"]) * MM) / 2) < 2 * MM
    assert abs((line.x1 - line.x0) - advance("MEMUTUSKAN:", paper.kind.family)) < 2


@check(29)
def menetapkan_repeats_the_title(paper: Specimen) -> None:
    """Menetapkan repeats the title in capitals with a full stop."""
    title = f"KEPUTUSAN {paper.text['issuer']['title'].upper()} TENTANG {paper.text['subject'].upper()}."
    assert f"Menetapkan : {title} KESATU" in paper.reading.flowing
