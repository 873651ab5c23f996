"""What the annexes of a decree must have: villages, rosters, tasks."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from documents.content import Content
from documents.families.produk_hukum.annexes import changes_rows, groups_of

MAX_ROWS = 1000  # of one annex; Indonesia's largest kabupaten have fewer than 900 desa

KEYS = {
    "villages": ("district", "label", "village", "kampung", "code"),
    "pokja": ("position",),
    "tasks": ("section", "task"),
}
CHANGES = ("add", "strike", "correct")

Row = dict[str, Any]


def annex_problems(content: Content) -> Iterator[str]:
    """What is wrong with any annex, by the annex's and the row's order on paper."""
    for order, annex in enumerate(content.get("annexes") or [], start=1):
        place = f"Lampiran {order}"
        if not annex.get("title"):
            yield f"{place}: belum berjudul"
        if annex.get("kind") not in KEYS:
            yield f"{place}: jenis “{annex.get('kind')}” tidak dikenal"
        elif annex["kind"] == "pokja":
            yield from _rosters(place, annex)
        else:
            yield from _rows(place, annex["kind"], annex.get("rows", []))
        if annex.get("kind") == "villages":
            yield from _village_rows(place, annex)


def _rosters(place: str, annex: dict[str, Any]) -> Iterator[str]:
    """One roster, or one for each village, which then has its name."""
    groups = groups_of(annex)
    if not groups:
        yield f"{place}: groups belum diisi"
    for order, group in enumerate(groups, start=1):
        inside = f"{place} kelompok {order}" if "groups" in annex else place
        if "groups" in annex and not group.get("name"):
            yield f"{inside}: belum bernama"
        yield from _rows(inside, "pokja", group.get("members", []))


def _rows(place: str, kind: str, rows: list[Row]) -> Iterator[str]:
    if not 0 < len(rows) <= MAX_ROWS:
        yield f"{place}: memuat {len(rows)} baris; harus 1 sampai {MAX_ROWS}"
    for order, row in enumerate(rows, start=1):
        for key in KEYS[kind]:
            if not row.get(key):
                yield f"{place} baris {order}: {key} belum diisi"


def _village_rows(place: str, annex: dict[str, Any]) -> Iterator[str]:
    """No village twice, but several hamlets of one; the JUMLAH row tells the truth. Rows that change a list keep its numbers."""
    rows, seen = annex.get("rows", []), set()
    coded: dict[str, Any] = {}
    for order, row in enumerate(rows, start=1):
        code, village = row.get("code", ""), row.get("village")
        if (code, row.get("kampung")) in seen or coded.setdefault(code, village) != village:
            yield f"{place} baris {order}: kode {code} sudah ada di baris lain"
        seen.add((code, row.get("kampung")))
    if changes_rows(annex):
        yield from _changes(place, rows)
    if changes_rows(annex) or annex.get("consolidated"):
        yield from _rising(place, rows)
    else:
        yield from _without_gap(place, rows)
    counted = sum(count for _, count in annex.get("totals", []))
    if counted != len(rows) and not changes_rows(annex):
        yield f"{place}: JUMLAH {counted} tidak sama dengan banyaknya baris {len(rows)}"


def _without_gap(place: str, rows: list[Row]) -> Iterator[str]:
    for order, row in enumerate(rows, start=1):
        if row.get("no") != order:
            yield f"{place} baris {order}: bernomor {row.get('no')}, seharusnya {order}"


def _rising(place: str, rows: list[Row]) -> Iterator[str]:
    numbers = [row.get("no") or 0 for row in rows]
    if numbers[:1] == [0] or any(later <= earlier for earlier, later in pairwise(numbers)):
        yield f"{place}: nomor baris harus nomor pada daftar semula, menaik dan tanpa ulangan"


def _changes(place: str, rows: list[Row]) -> Iterator[str]:
    for order, row in enumerate(rows, start=1):
        if row.get("change") not in CHANGES:
            yield f"{place} baris {order}: perubahan “{row.get('change')}” tidak dikenal; yang ada: {', '.join(CHANGES)}"
        elif row["change"] == "correct" and not row.get("was"):
            yield f"{place} baris {order}: was (isi semula) belum diisi"
