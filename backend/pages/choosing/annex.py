"""The list as its annex prints it: as a workbook, and read back from one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import FileResponse
from django.utils.translation import gettext as _

from backend.workbook import Table, as_workbook
from workflows.core.clock import today
from workflows.core.errors import BadValues
from workflows.decrees.models import Decree
from workflows.decrees.snapshot import names_of, villages_annex
from workflows.organisation.models import Region

from .finding import Found, Gazetteer

COLUMNS = {"no": ("No.", 6), "district": ("Kecamatan", 22), "label": ("Sebutan", 12), "village": ("Desa/Kelurahan", 26),
           "kampung": ("Kampung KB", 26), "code": ("Kode Wilayah", 16), "note": ("Keterangan", 30)}  # fmt: skip
KNOWN_AS = {"district": r"kecamatan|kec", "village": r"desa|kelurahan|pekon|nagari|gampong|kampung$|nama", "code": r"kode",
            "kampung": r"kampung kb", "note": r"keterangan|catatan|ket"}  # fmt: skip
"""What the heads of people's own tables say, the closer meanings last."""


def printed_rows(decree: Decree) -> list[dict[str, Any]]:
    """The rows of the annex, each with its `region`."""
    rows = list(decree.rows.filter(struck=False, kampung__scope="village").select_related("kampung__region__parent").order_by("order"))
    annex = villages_annex(rows, names_of(rows), today(decree.file.zone), "")
    return [printed | {"region": row.kampung.region} for row, printed in zip(rows, annex["rows"], strict=True)]


def exported(decree: Decree) -> FileResponse:
    heads, widths = zip(*COLUMNS.values(), strict=True)
    rows = ([row[key] for key in COLUMNS] for row in printed_rows(decree))
    return as_workbook(f"daftar-{decree.pk}", heads, rows, widths)


def columns_of(table: Table) -> dict[str, int]:
    """Which column is what, by its head; empty when the first row is no head."""
    found: dict[str, int] = {}
    for n, head in enumerate(next(iter(table.values()), [])):
        plain = re.sub(r"\s+", " ", head.strip().lower())
        meant = [name for name, words in KNOWN_AS.items() if re.match(rf"({words})", plain.removeprefix("nama "))]
        if meant and not re.search(r"\d", plain):
            found.setdefault(meant[-1], n)
    return found


@dataclass
class Read:
    """What a table says: the villages in its order with what stands beside each, and the lines that are not understood."""

    wanted: list[tuple[Region, dict[str, str]]] = field(default_factory=list)
    unclear: list[Found] = field(default_factory=list)

    @property
    def lines(self) -> list[Found]:
        return [Found(region.name, [region]) for region, _data in self.wanted] + self.unclear


def read(table: Table, gazetteer: Gazetteer) -> Read:
    """Codes are believed before names. Raises `BadValues` for a table without villages."""
    columns = columns_of(table)
    done, there = Read(), set()
    for number, row in list(table.items())[bool(columns) :]:
        found = replace(gazetteer.find_line(line_of(row, columns)), number=number)
        if found.meant is None:
            done.unclear.append(found)
        elif found.meant.pk not in there:
            there.add(found.meant.pk)
            done.wanted.append((found.meant, {key: cell(row, columns, key) for key in ("kampung", "note") if key in columns}))
    if not done.wanted and not done.unclear:
        raise BadValues({"file": _("Berkas ini tidak berisi desa; isi kolom Kode Wilayah atau Desa/Kelurahan.")})
    return done


def line_of(row: list[str], columns: Mapping[str, int]) -> str:
    if code := cell(row, columns, "code"):
        return code
    if not columns:
        return " | ".join(filter(None, row))
    district = cell(row, columns, "district")
    return cell(row, columns, "village") + (f" | Kecamatan {district}" if district else "")


def cell(row: list[str], columns: Mapping[str, int], key: str) -> str:
    place = columns.get(key, len(row))
    return row[place].strip() if place < len(row) else ""


@dataclass(frozen=True)
class Difference:
    """In what a list that was read differs from the one there is, in words; `wanted` is the whole list as read.

    `changed` tells village, column, and its text before and after.
    """

    added: list[Region]
    removed: list[Region]
    changed: list[tuple[Region, str, str, str]]
    moved: bool
    wanted: list[tuple[Region, dict[str, str]]]

    @property
    def nothing(self) -> bool:
        return not (self.added or self.removed or self.changed or self.moved)


def compare(decree: Decree, done: Read) -> Difference:
    now = {row["region"].pk: row for row in printed_rows(decree)}
    keys = [region.pk for region, _data in done.wanted]
    changed, wanted = [], []
    for region, data in done.wanted:
        row = now.get(region.pk, {"kampung": region.name, "note": ""})
        new = {key: value for key, value in data.items() if value != row[key]}
        changed += [(region, COLUMNS[key][0], row[key], value) for key, value in new.items() if region.pk in now]
        wanted.append((region, {{"kampung": "name"}.get(key, key): value for key, value in new.items()}))
    kept = [key for key in now if key in set(keys)]
    return Difference(
        added=[region for region, _data in done.wanted if region.pk not in now],
        removed=[row["region"] for key, row in now.items() if key not in set(keys)],
        changed=changed, moved=kept != [key for key in keys if key in now], wanted=wanted,
    )  # fmt: skip
