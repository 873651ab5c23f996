"""Old decrees are entered from paper, with their own number and date, through the same door."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues

from .issuing import number_row, series_for
from .numbering import Place, place_in
from .states import NumberState, SeriesMode


def number_from_paper(deed, decrees) -> dict[str, Any]:
    """The number as printed. One that does not follow today's pattern is kept as text, without a sequence.

    Raises `BadValues` for more than one decree, for a day to come or a number used before, and `Refused` when the issuer
    has no register.
    """
    if deed.on > deed.today:
        raise BadValues({"on": _("Keputusan lama bertanggal paling akhir hari ini.")})
    if len(deed.subjects) != 1:
        raise BadValues({"number": "one old decree at a time"})
    decree = decrees.select_related("issuer__region", "file").get()
    series, text = series_for(decree), deed.values["number"].strip()
    place = place_or_none(series.pattern, text, deed.on)
    same = Q(sequence=place.sequence, insert=place.insert) if place else Q(text=text)
    if series.numbers.filter(Q(text=text) | same, year=deed.on.year).exists():
        words = _("Nomor %(number)s sudah dipakai dalam buku tahun %(year)s.")
        raise BadValues({"number": words % {"number": text, "year": deed.on.year}})
    row = number_row(decree, series, place, text, deed.on)
    issue = {"number": text, "date": deed.on.isoformat(), "signatory": None, "signature": "paper"}
    return {"numbers": [row | {"state": NumberState.ISSUED}], "issues": {str(decree.pk): issue},
            "counters": caught_up(series, place, deed.on)}  # fmt: skip


def caught_up(series, place: Place | None, day) -> list[dict[str, int | None]]:
    """An own register that has given no number yet goes on after the highest that paper brings in.

    Raises `BadValues` once it has: from its first number on, every number is its own.
    """
    behind = series.mode == SeriesMode.OWN and place and (series.year, series.last) < (day.year, place.sequence)
    if not behind or place is None:
        return []
    if series.first is not None:
        words = _("Register ini sudah memberi nomor sendiri sampai %(last)s (%(year)s); nomor dari kertas tidak melampauinya.")
        raise BadValues({"number": words % {"last": series.last, "year": series.year}})
    return [{"series": series.pk, "year": day.year, "last": place.sequence, "first": None}]


def place_or_none(pattern: str, text: str, day) -> Place | None:
    try:
        return place_in(pattern, text, day)
    except BadValues:
        return None
