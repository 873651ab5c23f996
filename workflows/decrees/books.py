"""The book of a register, line by line: what the page, the CSV and the printed book show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from django.db.models import F, Func, IntegerField, QuerySet
from django.utils.translation import gettext as _

from workflows.core.wording import long_date

from .models import DecreeNumber, Series
from .states import DecreeState, EffectKind, NumberState, SeriesMode

ENDED = [DecreeState.AMENDED, DecreeState.REVOKED, DecreeState.EXPIRED]
GONE = [NumberState.VOID, NumberState.RELEASED]


@dataclass(frozen=True)
class Line:
    """One number with what the book says of its decree (columns of documents.md 3.2, and of Buku A.2)."""

    number: DecreeNumber
    subject: str
    summary: str  # *uraian singkat*: what the decree does
    initiator: str  # *pemrakarsa*: the office that drafted it
    signatory: str
    annexes: int | None  # None where no snapshot says it (entered from paper)
    copies_to: list[str]
    reported: tuple[str, date] | None  # number and date of the letter, once a village's decree was reported
    notes: list[str]

    @property
    def text(self) -> str:
        return self.number.text

    @property
    def day(self) -> date:
        return self.number.date

    @property
    def remarks(self) -> list[str]:
        """Why a number bears nothing, and whatever else is noted."""
        number = self.number
        gone = [f"{number.get_state_display()}: {number.reason}"] if number.state in GONE else []
        return [*gone, *self.notes]

    @property
    def reported_words(self) -> str:
        return f"{self.reported[0]}, {long_date(self.reported[1])}" if self.reported else ""


def lines_of(numbers: QuerySet[DecreeNumber]) -> Iterator[Line]:
    """In the book's order: by year, number, inserted number; those without a sequence by their day."""
    annexes = Func(F("file__snapshot__content__annexes"), function="jsonb_array_length", output_field=IntegerField())
    wanted = numbers.select_related("file__office", "file__decree", "file__letter").annotate(annexes=annexes)
    for number in wanted.order_by("year", F("sequence").asc(nulls_first=True), "insert", "date", "pk"):
        yield line_of(number)


def gaps(series: Series, lines: Iterable[Line]) -> list[tuple[int, int]]:
    """Stretches of one year that an own register ought to have given and has no line for; a book has others in between."""
    given = sorted({line.number.sequence for line in lines if line.number.sequence is not None})
    if series.mode != SeriesMode.OWN:
        return []
    return [(low + 1, high - 1) for low, high in pairwise(given) if high - low > 1]


def line_of(number: Any) -> Line:
    """Letters stand in books of their own; what a book asks of them they have as decrees do."""
    file = number.file
    decree, letter = getattr(file, "decree", None), getattr(file, "letter", None)
    paper = decree or letter
    copies = decree.copies_to if decree else letter.fields.get("copies_to", []) if letter else []
    return Line(
        number=number, subject=file.title, initiator=file.office.label, annexes=number.annexes,
        summary="; ".join(str(EffectKind(effect).label) for effect in decree.effects) if decree else "",
        signatory=signed_by(paper.issue if paper else None), copies_to=copies,
        reported=(decree.reported_number, decree.reported_on) if decree and decree.reported_on else None,
        notes=[*notes_on(number, decree)],
    )  # fmt: skip


def signed_by(issue: dict[str, Any] | None) -> str:
    signatory = (issue or {}).get("signatory")
    return ", ".join([*signatory["lines"], signatory["name"]]) if signatory else ""


def notes_on(number: DecreeNumber, decree: Any) -> Iterable[str]:
    """What became of the decree, and why its number stands out of order or was inserted."""
    if number.state == NumberState.ISSUED and decree and decree.state in ENDED:
        yield str(decree.get_state_display())
    if number.note:
        yield number.note
    if decree and decree.from_paper:
        yield _("dicatat dari kertas")
