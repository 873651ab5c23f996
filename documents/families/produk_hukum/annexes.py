"""The tables of a lampiran: villages, changes of such a list, Pokja members, tasks. Pure; cells are strings."""

from string import ascii_uppercase
from typing import Any

Annex = dict[str, Any]
Column = tuple[str, str]  # title, css class
Table = tuple[list[Column], list[list[str]], str]  # columns, cells of each row, what JUMLAH says


def tables_of(annex: Annex) -> list[dict[str, Any]]:
    """One table, or one for each village's roster, each with its caption; the last three rows stay with what follows."""
    if annex["kind"] != "pokja":
        return [table(css_of(annex), *TABLES[css_of(annex)](annex))]
    unit, lettered = annex.get("unit", "Seksi"), "groups" in annex
    return [
        table(
            "pokja", *_pokja(group["members"], unit), f"{_letter(order)}. {group['name'].upper()}" if lettered else ""
        )
        for order, group in enumerate(groups_of(annex))
    ]


def table(css: str, columns: list[Column], rows: list[list[str]], total: str = "", caption: str = "") -> dict[str, Any]:
    """What `table.html` prints."""
    styles = [css for _, css in columns]
    return {
        "kind": css,
        "caption": caption,
        "columns": [{"title": title, "css": css} for title, css in columns],
        "rows": [
            {"cells": _cells(row, styles), "keep": order > max(len(rows) - 3, 0)} for order, row in enumerate(rows)
        ],
        "total": total,
        "rest": str(len(columns) - 2),
    }


def css_of(annex: Annex) -> str:
    """The table's style: a list of villages that changes another looks different."""
    return "changes" if changes_rows(annex) else annex["kind"]


def changes_rows(annex: Annex) -> bool:
    """Whether a list of villages says what changes in another list."""
    return annex["kind"] == "villages" and any("change" in row for row in annex.get("rows", []))


def groups_of(annex: Annex) -> list[dict[str, Any]]:
    """The rosters of a Pokja annex: one for each village, or the only one."""
    return annex["groups"] if "groups" in annex else [{"name": "", "members": annex.get("members", [])}]


def _cells(texts: list[str], styles: list[str]) -> list[dict[str, str]]:
    return [{"text": text, "css": css} for text, css in zip(texts, styles, strict=True)]


def _villages(annex: Annex) -> Table:
    """The kecamatan stands in each row: a merged cell would print it only on the page where it starts."""
    labels = list(dict.fromkeys(row["label"] for row in annex["rows"]))
    columns = [
        ("NO", "no center"),
        ("KECAMATAN", "district"),
        ("/".join(labels).upper(), "village"),
        ("NAMA KAMPUNG KB", "kampung"),
        ("KODE WILAYAH", "code center"),
        ("KETERANGAN", "note"),
    ]
    mixed = len(labels) > 1
    rows = [
        [
            str(row["no"]), row["district"], f"{row['label']} {row['village']}" if mixed else row["village"],
            row["kampung"], row["code"], row.get("note", ""),
        ]
        for row in annex["rows"]
    ]  # fmt: skip
    return columns, rows, ", ".join(f"{count} {label}" for label, count in annex["totals"])


def _changes(annex: Annex) -> Table:
    """Each row under its number in the list that is changed: as it was, as it becomes; what is struck stays as *dihapus*."""
    columns = [("NO", "no center"), ("KECAMATAN", "district"), ("SEMULA", "before"), ("MENJADI", "after"),
               ("KETERANGAN", "note")]  # fmt: skip
    rows = [[str(row["no"]), row["district"], *_before_and_after(row), row.get("note", "")] for row in annex["rows"]]
    return columns, rows, ""


def _before_and_after(row: Annex) -> tuple[str, str]:
    match row["change"]:
        case "add":
            return "–", _village(row)
        case "strike":
            return _village(row), "dihapus"
        case _:
            return _village(row | row["was"]), _village(row)


def _village(row: Annex) -> str:
    return f"{row['label']} {row['village']}, Kampung KB {row['kampung']}, kode {row['code']}"


def _pokja(members: list[dict[str, Any]], unit: str) -> Table:
    """By person, or by office alone when nobody is named."""
    named = any(member.get("name") for member in members)
    columns = [("NO", "no center"), ("NAMA", "name"), ("JABATAN DALAM DINAS/UNSUR", "element"),
               ("KEDUDUKAN DALAM POKJA", "position")]  # fmt: skip
    rows = [
        [str(order), member.get("name") or "–", member.get("element") or "–", _position(member, unit)]
        for order, member in enumerate(members, start=1)
    ]
    if not named:
        columns, rows = [columns[0], *columns[2:]], [[row[0], *row[2:]] for row in rows]
    return columns, rows, ""


def _position(member: dict[str, str], unit: str) -> str:
    section = member.get("section")
    return f"{member['position']} {unit} {section}" if section else member["position"]


def _tasks(annex: Annex) -> Table:
    columns = [("NO", "no center"), (annex.get("unit", "Seksi").upper(), "section"), ("URAIAN TUGAS", "task")]
    rows = [[str(order), row["section"], row["task"]] for order, row in enumerate(annex["rows"], start=1)]
    return columns, rows, ""


def _letter(order: int) -> str:
    """A to Z, then AA, AB, …; `order` counts from 0."""
    more, last = divmod(order, len(ascii_uppercase))
    return (_letter(more - 1) if more else "") + ascii_uppercase[last]


TABLES = {"villages": _villages, "changes": _changes, "tasks": _tasks}
