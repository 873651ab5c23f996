"""The charts and tables of a yearly report. A percentage always stands beside what it is a percentage of."""

from typing import Any

from documents.families.naskah_dinas.bars import bars, percent
from documents.families.naskah_dinas.table import Column, table

Part = dict[str, Any]

COVERAGE = [("NO", "no center"), ("PENYEBUT", "what"), ("JUMLAH", "count center"), ("KAMPUNG KB", "count center"),
            ("CAKUPAN", "count center")]  # fmt: skip
COMPLETENESS = [("NO", "no center"), ("KECAMATAN", "what"), ("WAJIB LAPOR", "count center"), ("MELAPOR", "count center"),
                ("TEPAT WAKTU", "count center"), ("PERSEN MELAPOR", "count center")]  # fmt: skip
FOLLOW_UPS = [("NO", "no center"), ("PENANGGUNG JAWAB", "what"), ("DIMINTA", "count center"), ("SELESAI", "count center"),
              ("LEWAT TENGGAT", "count center")]  # fmt: skip
NEEDS = [("NO", "no center"), ("SASARAN", "what"), ("DICATAT", "count center"), ("DIJAWAB", "count center"),
         ("LEWAT TENGGAT", "count center")]  # fmt: skip
VILLAGES = [("NO", "no center"), ("KECAMATAN", "district"), ("KAMPUNG KB", "what"), ("TAHUN LALU", "class"),
            ("TAHUN INI", "class"), ("LAPORAN", "told center"), ("KEBUTUHAN", "needs center")]  # fmt: skip


def charts_of(body: Part) -> dict[str, Any]:
    """All charts and tables of the report's third part; None where there is nothing to count."""
    years = compared(body)
    return {
        "coverage": bars([], [cover(one) for one in body["coverage"]], whole=1),
        "coverage_table": numbered("coverage", COVERAGE, [coverage_row(one) for one in body["coverage"]]),
        "classes": bars([f"Tahun {year}" for year in years], [grade(one, len(years)) for one in body["classes"]]),
        "classes_table": classes_table(body),
        "completeness": bars(["Melapor", "Tepat waktu"], [told(one) for one in body["completeness"]], whole=1),
        "completeness_table": numbered("completeness", COMPLETENESS, completeness_rows(body["completeness"])),
        "follow_ups": numbered("counted", FOLLOW_UPS, [cells(one, "owner", "asked", "done", "late") for one in body["follow_ups"]]),
        "needs": numbered("counted", NEEDS, [cells(one, "aim", "noted", "answered", "late") for one in body["needs"]]),
    }  # fmt: skip


def numbered(kind: str, columns: list[Column], rows: list[list[str]]) -> dict[str, Any] | None:
    return table(kind, columns, [[f"{order}.", *row] for order, row in enumerate(rows, start=1)]) if rows else None


def cells(one: Part, name: str, *counts: str) -> list[str]:
    return [one[name], *(str(one[key]) for key in counts)]


def share(part: int, of: int) -> float:
    return part / of if of else 0


def cover(one: Part) -> tuple[str, list[tuple[float, str]]]:
    words = f"{percent(one['designated'], one['total'])} ({one['designated']} dari {one['total']})"
    return one["denominator"], [(share(one["designated"], one["total"]), words)]


def coverage_row(one: Part) -> list[str]:
    return [*cells(one, "denominator", "total", "designated"), percent(one["designated"], one["total"])]


def compared(body: Part) -> list[int]:
    """The year and, if it left any class, the one before: noughts would say that it had left none on purpose."""
    return [body["year"], body["year"] - 1] if any(one["last"] for one in body["classes"]) else [body["year"]]


def grade(one: Part, years: int) -> tuple[str, list[tuple[float, str]]]:
    return one["name"], [(one[key], str(one[key])) for key in ("now", "last")[:years]]


def classes_table(body: Part) -> dict[str, Any]:
    """With a row for those that the year left without a class, and the total of each year."""
    year, classes = body["year"], body["classes"]
    columns = [("NO", "no center"), ("KELAS", "what"), (f"TAHUN {year}", "count center"),
               (f"TAHUN {year - 1}", "count center"), ("SELISIH", "count center")]  # fmt: skip
    rows = [[*cells(one, "name", "now", "last"), difference(one["now"] - one["last"])] for one in classes]
    rows = rows if len(compared(body)) > 1 else [[*row[:2], "–", "–"] for row in rows]
    rows += [["Belum berkelas", str(body["undecided"]), "–", "–"]] if body["undecided"] else []
    return table("classes", columns, [[f"{order}.", *row] for order, row in enumerate(rows, start=1)])


def difference(count: int) -> str:
    """With its sign; nothing has none."""
    return f"{count:+d}" if count else "0"


def told(one: Part) -> tuple[str, list[tuple[float, str]]]:
    expected = one["expected"]
    return one["district"], [
        (share(one[key], expected), f"{percent(one[key], expected)} ({one[key]} dari {expected})")
        for key in ("reported", "in_time")
    ]


def completeness_rows(districts: list[Part]) -> list[list[str]]:
    return [
        [*cells(one, "district", "expected", "reported", "in_time"), percent(one["reported"], one["expected"])]
        for one in districts
    ]


def villages_table(villages: list[Part]) -> dict[str, Any] | None:
    """The annex: where every Kampung KB stands."""
    rows = [
        [one["district"], one["village"], one.get("last") or "–", one.get("now") or "–", str(one["reported"]), str(one["needs"])]
        for one in villages
    ]  # fmt: skip
    return numbered("villages", VILLAGES, rows)
