"""Checks 30 to 38: what the decree orders."""

import re

from tests.documents.checklist.registry import check
from tests.documents.checklist.specimen import Specimen
from workflows.core.wording import diktum, number_in_words, roman, words

REVOKED = "dicabut dan dinyatakan tidak berlaku"
BUDGETS = {"APBN": "Anggaran Pendapatan dan Belanja Negara", "APBD": "Anggaran Pendapatan dan Belanja Daerah"}


@check(30)
def clauses_run_from_kesatu_without_gap(paper: Specimen) -> None:
    """Diktum words run KESATU, KEDUA, … without gap; none is a Pasal."""
    lines = [
        line for page in paper.reading.pages for line in page.lines if len(line.words) > 1 and line.words[1].text == ":"
    ]
    found = [line.words[0].text for line in lines if re.match(r"KE[A-Z]+$", line.words[0].text)]
    assert found == [diktum(order) for order in range(1, len(paper.text["clauses"]) + 1)]
    assert not [line for page in paper.reading.pages for line in page.lines if re.match(r"Pasal \d+", line.text)]


@check(31)
def each_clause_ends_with_a_full_stop(paper: Specimen) -> None:
    """Each diktum ends with a full stop, none is empty."""
    texts = paper.text["clauses"][:1] if paper.kind.id == "petikan" else paper.text["clauses"]
    for order, text in enumerate(texts, start=1):
        assert text
        assert f"{diktum(order)} : {text}." in paper.reading.flowing


@check(32)
def every_diktum_that_is_referred_to_exists(paper: Specimen) -> None:
    """Every diktum that is referred to exists."""
    there = {diktum(order) for order in range(1, len(paper.text["clauses"]) + 1)}
    assert set(re.findall(r"Diktum (KE[A-Z]+)", paper.reading.flowing)) <= there


@check(33)
def the_clauses_name_each_annex_and_no_other(paper: Specimen) -> None:
    """The clauses name each annex as an inseparable part, and no other."""
    text = paper.reading.flowing.partition("MEMUTUSKAN:")[2].partition("Ditetapkan di")[0]
    named = re.findall(r"tercantum dalam Lampiran( [IVX]+)? ?", text)
    several = len(paper.annexes) > 1
    assert named == ([f" {roman(order)}" for order in range(1, len(paper.annexes) + 1)] if several else [""])
    assert "bagian tidak terpisahkan dari" in text


@check(34)
def figures_and_words_agree(paper: Specimen) -> None:
    """Figures and the words in brackets behind them agree."""
    for figure, spelled in re.findall(r"(?<![\d.,/])(\d+) \(([a-z ]+)\)", paper.reading.flowing):
        assert words(int(figure)) == spelled


@check(35)
def the_last_clause_says_once_when_it_takes_effect(paper: Specimen) -> None:
    """One diktum, the last, says in the permitted words when the decree takes effect."""
    flowing, last = paper.reading.flowing, paper.text["clauses"][-1]
    assert flowing.count("mulai berlaku") == 1
    assert re.search(r"mulai berlaku pada tanggal (ditetapkan|\d)", last)
    assert f"{diktum(len(paper.text['clauses']))} : {last}." in flowing
    assert "berlaku efektif" not in flowing


@check(36)
def the_cost_names_its_budget(paper: Specimen) -> None:
    """One diktum names the budget that pays; its name is spelled out at first use."""
    (clause,) = [text for text in paper.text["clauses"] if "dibebankan" in text]
    assert "Anggaran Pendapatan dan Belanja" in clause
    for short, whole in BUDGETS.items():
        before, found, _ = paper.reading.flowing.partition(short)
        assert not found or whole in before


@check(37)
def only_a_revocation_revokes_and_names_what(paper: Specimen) -> None:
    """A revocation names number, year and title and says the formula; no other decree says it."""
    other = paper.text.get("changes", {}).get("other", {})
    revokes = paper.text.get("changes", {}).get("kind") == "revokes"
    named = f"{other.get('title')} Nomor {other.get('number')} tentang {other.get('subject')} {REVOKED}."
    assert paper.reading.flowing.count(REVOKED) == revokes
    assert (named in paper.reading.flowing) == revokes


@check(38)
def the_count_of_villages_is_the_same_everywhere(paper: Specimen) -> None:
    """The count in KESATU, the rows of the annex and the sum of JUMLAH agree."""
    (annex,) = [annex for annex in paper.text["annexes"] if annex["kind"] == "villages"]
    assert f"KESATU : Menetapkan {number_in_words(len(annex['rows']))} " in paper.reading.flowing
    (total,) = [line for page in paper.reading.pages for line in page.lines if line.text.startswith("JUMLAH ")]
    assert sum(map(int, re.findall(r"\d+", total.text))) == len(annex["rows"])
    assert len(re.findall(r"99\.\d\d\.\d\d\.\d{4}", paper.reading.text)) == len(annex["rows"])
