"""Which papers of each kind are checked: every form, every length, every way to sign, long titles and names."""

from typing import TypeVar

from documents.forms import Form
from tests.documents.checklist.kinds import (
    AMENDMENT,
    ATTENDANCE,
    CERTIFICATE,
    CHANGES,
    CONTROL_SHEET,
    COPY,
    CORRECTION,
    EXCERPT,
    INVITATION,
    ISSUED_LETTERS,
    MINUTES,
    PRODUK_HUKUM,
    REGENT,
    REGISTERS,
    REPORT,
    VILLAGE,
    YEAR,
    Kinds,
)  # fmt: skip
from tests.documents.checklist.specimen import Specimen

Item = TypeVar("Item", int, str)

USUAL = 15
"""Rows of a sample in every variant: more than a page in most kinds."""
LENGTHS: dict[Kinds, list[int]] = {
    REGENT: [1, 2, 15, 136, 500],
    VILLAGE: [1, 2, 15, 21, 136],
    COPY: [1, 2, 15, 136],
    CHANGES: [1, 2, 136],
    CORRECTION: [1, 2, 136],
    EXCERPT: [1, 15, 500],
    ISSUED_LETTERS - MINUTES - YEAR: [1, 2, 15, 40],
    YEAR - CERTIFICATE: [1, 15, 136],
    CERTIFICATE: [1],
    ATTENDANCE: [1, 15, 136],
    MINUTES: [1, 2, 15, 136],
    CONTROL_SHEET: [1, 2, 15, 40],
    REGISTERS: [1, 2, 15, 136, 500],
}
VARIANTS: dict[Kinds, list[str]] = {
    PRODUK_HUKUM: ["electronic", "u.b.", "long title", "A4"],
    PRODUK_HUKUM - CHANGES: ["signed in ink", "Plt.", "emblem"],
    REGENT | VILLAGE | COPY: ["Pj.", "a.n.", "1 July"],
    REGENT | VILLAGE | COPY | AMENDMENT: ["long names"],
    REGENT | VILLAGE: ["rahmat"],
    ISSUED_LETTERS - YEAR: ["electronic", "signed in ink", "Plt.", "u.b.", "long title", "long names", "emblem", "A4"],
    YEAR: ["electronic", "long title", "emblem"],
    INVITATION | REPORT: ["u.b."],
    YEAR - CERTIFICATE: ["long names"],
    ATTENDANCE: ["long names", "emblem"],
    CONTROL_SHEET: ["long title", "long names", "emblem"],
    frozenset({"buku_a2@1"}): ["long names"],
}  # fmt: skip


DAILY = {"usual", "electronic", "long names"}


def papers_by_day(template: str) -> list[Specimen]:
    """Of one kind, those on which most faults show."""
    return [paper for paper in papers_of(template) if paper.variant in DAILY and paper.rows in (1, USUAL)]


def papers_of(template: str) -> list[Specimen]:
    """All that are checked of one kind."""
    lengths = [Specimen(template, rows) for rows in _of(LENGTHS, template)]
    forms = [Specimen(template, USUAL, form) for form in (Form.DRAFT, Form.INK)]
    return [*lengths, *forms, *(Specimen(template, USUAL, Form.FINAL, name) for name in _of(VARIANTS, template))]


def _of(table: dict[Kinds, list[Item]], template: str) -> list[Item]:
    return [item for kinds, items in table.items() if template in kinds for item in items]
