"""What a decree's content must have before it is printed; every problem names its place, all are told at once."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from documents.content import Content
from documents.errors import ContentError
from documents.families.geometry import page_problems
from documents.families.printable import text_problems

MAX_ROWS = 1000  # of one annex; Indonesia's largest kabupaten have fewer than 900 desa

ROW_KEYS = {
    "villages": ("rows", ("district", "label", "village", "kampung", "code")),
    "pokja": ("members", ("position",)),
    "tasks": ("rows", ("section", "task")),
}


def check_decree(content: Content) -> None:
    """Raise ContentError unless the layout can print this content faithfully."""
    annexes = content.get("annexes", [])
    if problems := (
        *_missing(content),
        *text_problems(content),
        *_annexes(annexes),
        *_issue(content),
        *page_problems(content),
    ):
        raise ContentError(problems=problems)


def _missing(content: Content) -> Iterator[str]:
    for key in ("title", "place", "head_lines"):
        if not content.get("issuer", {}).get(key):
            yield f"issuer.{key}: belum diisi"
    for key in ("subject", "considerations", "bases", "clauses"):
        if not content.get(key):
            yield f"{key}: belum diisi"
    for key in ("annexes", "copies_to"):
        if not isinstance(content.get(key), list):
            yield f"{key}: harus berupa daftar, boleh kosong"


def _issue(content: Content) -> Iterator[str]:
    """Once there is an issue, its signatory is complete and its date a date."""
    issue = content.get("issue") or {}
    if signatory := issue.get("signatory"):
        yield from (f"issue.signatory.{key}: belum diisi" for key in ("lines", "name") if not signatory.get(key))
    try:
        date.fromisoformat(issue.get("date") or "2000-01-01")
    except ValueError:
        yield f"issue.date: “{issue['date']}” bukan tanggal (tahun-bulan-hari)"


def _annexes(annexes: list[dict[str, Any]]) -> Iterator[str]:
    for order, annex in enumerate(annexes, start=1):
        place = f"Lampiran {order}"
        if annex.get("kind") not in ROW_KEYS:
            yield f"{place}: jenis “{annex.get('kind')}” tidak dikenal"
        else:
            yield from _rows(place, annex)


def _rows(place: str, annex: dict[str, Any]) -> Iterator[str]:
    name, keys = ROW_KEYS[annex["kind"]]
    rows = annex.get(name, [])
    if not 0 < len(rows) <= MAX_ROWS:
        yield f"{place}: memuat {len(rows)} baris; harus 1 sampai {MAX_ROWS}"
    if not annex.get("title"):
        yield f"{place}: belum berjudul"
    for order, row in enumerate(rows, start=1):
        for key in keys:
            if not row.get(key):
                yield f"{place} baris {order}: {key} belum diisi"
    if annex["kind"] == "villages":
        yield from _village_rows(place, rows, annex.get("totals", []))


def _village_rows(place: str, rows: list[dict[str, Any]], totals: list[list[Any]]) -> Iterator[str]:
    """Numbered 1..N, no village twice, and the JUMLAH row tells the truth."""
    seen: set[str] = set()
    for order, row in enumerate(rows, start=1):
        if row.get("no") != order:
            yield f"{place} baris {order}: bernomor {row.get('no')}, seharusnya {order}"
        if row.get("code") in seen:
            yield f"{place} baris {order}: kode {row['code']} sudah ada di baris lain"
        seen.add(row.get("code", ""))
    counted = sum(count for _, count in totals)
    if counted != len(rows):
        yield f"{place}: JUMLAH {counted} tidak sama dengan banyaknya baris {len(rows)}"
