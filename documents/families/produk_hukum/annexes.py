"""The tables of a lampiran: villages, Pokja members, tasks. Pure; cells are strings."""

from typing import Any

Annex = dict[str, Any]
Column = tuple[str, str]  # title, css class


def table_of(annex: Annex) -> dict[str, Any]:
    """Columns, rows and total of one annex; its last three rows stay with the signature."""
    columns, rows, total = TABLES[annex["kind"]](annex)
    styles = [css for _, css in columns]
    return {
        "kind": annex["kind"],
        "columns": [{"title": title, "css": css} for title, css in columns],
        "rows": [
            {"cells": _cells(row, styles), "keep": order > max(len(rows) - 3, 0)} for order, row in enumerate(rows)
        ],
        "total": total,
        "rest": str(len(columns) - 2),
    }


def _cells(texts: list[str], styles: list[str]) -> list[dict[str, str]]:
    return [{"text": text, "css": css} for text, css in zip(texts, styles, strict=True)]


def _villages(annex: Annex) -> tuple[list[Column], list[list[str]], str]:
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


def _pokja(annex: Annex) -> tuple[list[Column], list[list[str]], str]:
    """By person, or by office alone when nobody is named."""
    named = any(member.get("name") for member in annex["members"])
    columns = [("NO", "no center"), ("NAMA", "name"), ("JABATAN DALAM DINAS/UNSUR", "element"),
               ("KEDUDUKAN DALAM POKJA", "position")]  # fmt: skip
    rows = [
        [
            str(order),
            member.get("name") or "–",
            member.get("element") or "–",
            _position(member, annex.get("unit", "Seksi")),
        ]
        for order, member in enumerate(annex["members"], start=1)
    ]
    if not named:
        columns, rows = [columns[0], *columns[2:]], [[row[0], *row[2:]] for row in rows]
    return columns, rows, ""


def _position(member: dict[str, str], unit: str) -> str:
    section = member.get("section")
    return f"{member['position']} {unit} {section}" if section else member["position"]


def _tasks(annex: Annex) -> tuple[list[Column], list[list[str]], str]:
    columns = [("NO", "no center"), (annex.get("unit", "Seksi").upper(), "section"), ("URAIAN TUGAS", "task")]
    rows = [[str(order), row["section"], row["task"]] for order, row in enumerate(annex["rows"], start=1)]
    return columns, rows, ""


TABLES = {"villages": _villages, "pokja": _pokja, "tasks": _tasks}
