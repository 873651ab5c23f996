"""The table of what a meeting asked for: what, of whom, until when (documents.md 2.8, notulen)."""

from typing import Any

from documents.families.naskah_dinas.letter import dated
from documents.families.naskah_dinas.table import table
from documents.families.shapes import day, record, text

FOLLOW_UP = record(what=text, owner=text, due_on=day)
COLUMNS = [("NO", "no center"), ("TINDAK LANJUT", "what"), ("PENANGGUNG JAWAB", "owner"), ("TENGGAT", "due")]


def follow_ups(given: list[dict[str, str]]) -> dict[str, Any] | None:
    """None where nothing was asked for."""
    rows = [[f"{order}.", one["what"], one["owner"], dated(one["due_on"])] for order, one in enumerate(given, start=1)]
    return table("follow-ups", COLUMNS, rows) if rows else None
