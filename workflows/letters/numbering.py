"""The numbers of letters: drawn from the office's register of their class, or typed from its book."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.act import all_of
from workflows.core.errors import BadValues
from workflows.decrees.issuing import number_row
from workflows.decrees.numbering import check_order, next_in, number_text, sequence_in
from workflows.decrees.states import SeriesMode


class Registers:
    """The registers of some letters, under their locks: they count on within one act."""

    def __init__(self, letters: list, day: date, typed: str | None):
        found = all_of("decrees.Series").filter(office__in=[letter.office_id for letter in letters])
        self.series = {(s.office_id, s.doc_class): s for s in found}
        self.day, self.typed = day, (typed or "").strip()
        self.rows: list[dict[str, Any]] = []
        if self.typed and len(letters) > 1:
            raise BadValues({"number": _("Nomor dari buku diketik untuk satu surat sekali tindakan.")})

    def draw(self, letter) -> str:
        """The number of a letter; "" for a kind that bears none. Raises `BadValues` naming `number`."""
        if letter.is_copy:
            return letter.concerns.decree.issue["number"]
        if not letter.doc_class:
            return ""
        series = self.series[letter.office_id, letter.doc_class]
        sequence = self.next(series) if series.mode == SeriesMode.OWN else self.from_book(series)
        text = number_text(series.pattern, sequence, self.day) if series.mode == SeriesMode.OWN else self.typed
        self.rows.append(number_row(letter, series, sequence, text, self.day))
        return text

    def next(self, series) -> int:
        if self.typed:
            raise BadValues({"number": _("Surat ini bernomor dari register Siklus; kosongkan nomornya.")})
        series.year, series.last = self.day.year, next_in(series, self.day)
        return series.last

    def from_book(self, series) -> int:
        if not self.typed:
            raise BadValues({"number": _("Ketik nomor surat dari buku agenda kantor.")})
        sequence = sequence_in(series.pattern, self.typed, self.day)
        check_order(series, sequence, self.day)
        return sequence

    @property
    def counters(self) -> list[dict[str, int]]:
        """What the own registers are counted to."""
        drawn = {row["series"] for row in self.rows}
        return [{"series": s.pk, "year": s.year, "last": s.last} for s in self.series.values()
                if s.pk in drawn and s.mode == SeriesMode.OWN]  # fmt: skip
