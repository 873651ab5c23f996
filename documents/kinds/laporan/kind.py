"""Laporan evaluasi tahunan (documents.md D17): a regency's year in charts, each with its table and its denominator."""

from pathlib import Path
from typing import Any

from documents.content import Content
from documents.families import NASKAH_DINAS
from documents.families.naskah_dinas.completeness import letter_check
from documents.families.naskah_dinas.letter import dated, letter_context, marked
from documents.families.shapes import amount, count, day, optional, record, several, text
from documents.forms import Form
from documents.kind import Kind
from documents.kinds.laporan.figures import charts_of, villages_table
from documents.kinds.laporan.sample import sample

MOST = 1000  # Kampung KB of one regency
PAGE = {"size": "A4", "margins": {"top": 20, "right": 20, "bottom": 25, "left": 30}}

BODY = record(
    year=count,
    data_on=day,
    general=text,
    bases=several(text),
    purpose=text,
    activities=several(text),
    coverage=several(record(denominator=text, total=amount, designated=amount)),
    classes=several(record(name=text, now=amount, last=amount)),
    undecided=amount,
    reports=text,
    completeness=several(record(district=text, expected=amount, reported=amount, in_time=amount), least=0),
    follow_ups=several(record(owner=text, asked=amount, done=amount, late=amount), least=0),
    needs=several(record(aim=text, noted=amount, answered=amount, late=amount), least=0),
    villages=several(
        record(district=text, village=text, last=optional(text), now=optional(text), reported=amount, needs=amount),
        least=0,
        most=MOST,
    ),
    conclusions=several(text),
    suggestions=several(text),
    closing=optional(text),
)
"""`reports` says which report `completeness` counts, `undecided` how many Kampung KB the year left without a class."""


def context(content: Content, form: Form) -> dict[str, Any]:
    body = content["body"]
    return {
        **letter_context(content, form, "Laporan"),
        **{key: body[key] for key in ("general", "purpose", "reports")},
        "year": str(body["year"]),
        "data_on": dated(body["data_on"]),
        **{key: marked(body[key]) for key in ("bases", "activities", "conclusions", "suggestions")},
        "ending": body.get("closing") or "Demikian laporan ini disampaikan untuk menjadi bahan pertimbangan lebih lanjut.",
        **charts_of(body),
        "villages": villages_table(body["villages"]),
    }


KIND = Kind(
    id="laporan",
    version=1,
    title="Laporan Evaluasi Tahunan",
    folder=Path(__file__).parent,
    family=NASKAH_DINAS,
    check=letter_check(body=BODY),
    context=context,
    sample=sample,
    headline=lambda content: "LAPORAN",
    usual_page=PAGE,
)
