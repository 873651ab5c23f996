"""What a decree about another decree must say, so that a reader knows which one, what happens to it, and since when.

Formulas of UU 12/2011 (Lampiran II) as practised for keputusan: checks 35 and 37 of docs/documents.md. The sentences are
the drafter's; only what they must contain is demanded.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from documents.content import Content
from documents.errors import ContentError
from documents.families.geometry import page_problems
from documents.families.printable import text_problems
from documents.families.produk_hukum.completeness import (
    Problems,
    head_problems,
    issue_problems,
    operative_problems,
    refuse,
)
from documents.families.produk_hukum.lists import annex_problems
from documents.families.shapes import day, optional
from workflows.core.wording import diktum, long_date

OTHER = ("title", "number", "date", "subject")
REVOKED = "dicabut dan dinyatakan tidak berlaku"
TODAY = "mulai berlaku pada tanggal ditetapkan"
DEFECTS = ("cacat wewenang", "cacat prosedur", "cacat substansi")  # UU 30/2014 Pasal 66 (1)


def check_changing(kind: str, opening: str, formula: Problems) -> Callable[[Content], None]:
    """The check of one kind of change: its title opens so, and its clauses satisfy the formula."""

    def check(content: Content) -> None:
        refuse(content, head_problems, operative_problems, lambda content: changes_problems(content, kind))
        refuse(content, annex_problems, issue_problems, text_problems, page_problems)
        refuse(content, lambda content: title_problems(content, opening), formula, entry_problems)

    return check


def check_amendment(content: Content) -> None:
    """The title tells which change it is: the first, or *Kedua*, *Ketiga*, …"""
    order = (content.get("changes") or {}).get("order")
    if not isinstance(order, int) or order < 1:
        raise ContentError(problems=("changes.order: urutan perubahan harus 1, 2, 3, …",))
    check_changing("amends", amendment_opening(order), amends)(content)


def changes_problems(content: Content, kind: str) -> Iterator[str]:
    """The other decree is named whole, and what happens to it is what this kind of paper does."""
    changes = content.get("changes") or {}
    if changes.get("kind") != kind:
        yield f"changes.kind: “{changes.get('kind')}”, padahal naskah ini memerlukan “{kind}”"
    for key in OTHER:
        if not changes.get("other", {}).get(key):
            yield f"changes.other.{key}: belum diisi"
    yield from optional(day)("changes.other.date", changes.get("other", {}).get("date"))
    for key in ("effective_on", "expires_on"):
        yield from optional(day)(key, content.get(key))
    if changes.get("retroactive") and not content.get("effective_on"):
        yield "effective_on: daya laku surut memerlukan tanggal sejak kapan"


def title_problems(content: Content, opening: str) -> Iterator[str]:
    """*Perubahan atas Keputusan … Nomor … tentang …*"""
    if not _said(content["subject"]).startswith(_said(opening)):
        yield f"subject: harus berawal “{opening}”"
    if not names_other(content, content["subject"]):
        yield f"subject: harus menyebut “{other_in_words(content)}”"


def entry_problems(content: Content) -> Iterator[str]:
    """Exactly one clause says when the decree takes effect, in the permitted words, and it is the last one."""
    entries = [text for text in content["clauses"] if "mulai berlaku" in text]
    if len(entries) != 1 or entries[0] != content["clauses"][-1]:
        yield "clauses: tepat satu diktum, yaitu yang terakhir, menyatakan kapan keputusan mulai berlaku"
    if (wanted := entry_formula(content)) not in content["clauses"][-1]:
        yield f"clauses: diktum terakhir harus memuat “{wanted}”"
    if any("berlaku efektif" in text for text in content["clauses"]):
        yield "clauses: “berlaku efektif” tidak dipakai; tulis “mulai berlaku”"


def entry_formula(content: Content) -> str:
    """Since its date; since a later one; or backwards, which a person chose (`changes.retroactive`)."""
    since = content.get("effective_on")
    if not since:
        return TODAY
    if content["changes"].get("retroactive"):
        return f"{TODAY} dan mempunyai daya laku surut sejak tanggal {spelled(since)}"
    return f"mulai berlaku pada tanggal {spelled(since)}"


def amends(content: Content) -> Iterator[str]:
    """KESATU changes the other decree."""
    first = content["clauses"][0]
    if not first.startswith("Mengubah ") or not names_other(content, first):
        yield f"clauses: Diktum KESATU harus berbunyi “Mengubah … {other_in_words(content)} …”"


def revokes(content: Content) -> Iterator[str]:
    """A clause names number, year and title of the other decree and says the formula (check 37)."""
    yield from _one_clause(content, REVOKED)


def annuls(content: Content) -> Iterator[str]:
    """Only for a defect of authority, procedure or substance, which a consideration names."""
    yield from _one_clause(content, "dibatalkan", "Membatalkan")
    if not any(defect in text for text in content["considerations"] for defect in DEFECTS):
        yield f"considerations: pembatalan memerlukan alasan ({', '.join(DEFECTS)}; UU 30/2014 Pasal 66)"


def suspends(content: Content) -> Iterator[str]:
    """From a day, until a day or something that happens."""
    yield from _one_clause(content, "ditunda", "Menunda")
    if not any("sampai dengan" in text for text in content["clauses"]):
        yield "clauses: penundaan harus menyebut “sampai dengan” kapan"
    if (until := content.get("expires_on")) and not any(spelled(until) in text for text in content["clauses"]):
        yield f"clauses: penundaan harus menyebut tanggal berakhirnya, {spelled(until)}"


def amendment_opening(order: int) -> str:
    """How the title of the n-th change begins: *Perubahan atas*, *Perubahan Kedua atas*, …"""
    return "Perubahan atas" if order == 1 else f"Perubahan {diktum(order).title()} atas"


def other_in_words(content: Content) -> str:
    """*Keputusan Bupati … Nomor … tentang …*"""
    other: dict[str, Any] = content["changes"]["other"]
    return f"{other['title']} Nomor {other['number']} tentang {other['subject']}"


def names_other(content: Content, text: str) -> bool:
    """Whether a text gives the other decree's number, year and subject."""
    other = content["changes"]["other"]
    return all(_said(part) in _said(text) for part in (other["number"], other["date"][:4], other["subject"]))


def spelled(iso: str) -> str:
    """`2024-05-06` as a decree writes it."""
    return long_date(date.fromisoformat(iso))


def _one_clause(content: Content, *formulas: str) -> Iterator[str]:
    """One clause has one of these words and names the other decree."""
    if not any(names_other(content, text) and any(words in text for words in formulas) for text in content["clauses"]):
        yield f"clauses: harus ada diktum yang memuat “{formulas[0]}” dan menyebut “{other_in_words(content)}”"


def _said(text: str) -> str:
    """As it sounds: a title in capitals says the same."""
    return " ".join(text.split()).casefold()
