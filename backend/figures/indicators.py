"""What reports say of family planning, groups and stunting, added up."""

from datetime import date

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from backend.charts.chart import Length, Lengths
from workflows.reports.completeness import completeness
from workflows.reports.indicators import Told, together, told_by
from workflows.reports.periods import period_words
from workflows.reports.shipped import form_named
from workflows.reports.states import Span

from .asked import Asked
from .figure import Cell, Figure, Origin, Table, cells, percent
from .reporting import MONTHLY, due_on

HEADLINES = ("kb", "stunting")


def figures(asked: Asked) -> list[Figure]:
    """Of the whole territory, and of each part that is larger than a village."""
    month = due_on(MONTHLY, asked.day)[1]
    by_part = told_by(asked.region, asked.below, month, asked.day)
    form = form_named(MONTHLY)
    units = completeness(asked.region, form, month, asked.day).expected
    return [
        of_all(asked, month, together(by_part.values()), units),
        *([of_parts(asked, month, by_part)] if by_part and asked.has_larger_parts else []),
    ]


def of_all(asked: Asked, month: date, told: list[Told], units: int) -> Figure:
    """`units`: how many Kampung KB there were to tell it."""
    shown = [one for one in told if one.share is not None]
    chart = Lengths([Length(one.indicator.title, one.share or 0, percent(one.share)) for one in shown])
    header = [
        _("Angka"),
        _("Pembilang"),
        _("Penyebut"),
        "%",
        _("Kampung KB yang melaporkan keduanya"),
        _("Pembagi"),
        _("Pengertian"),
    ]
    words = sentence(month, told, units) if shown else _("Belum ada laporan bulan itu.")
    return Figure("indikator", _("KB, kelompok kegiatan dan stunting"), words, origin(asked, month),
                  Table(header, [row(one) for one in told]), chart if shown else None)  # fmt: skip


def row(one: Told) -> list[Cell]:
    shown = [
        one.indicator.title,
        one.part,
        one.whole,
        percent(one.share),
        one.units,
        one.indicator.of_words,
        one.indicator.definition,
    ]
    return cells(*shown)


def of_parts(asked: Asked, month: date, by_part: dict[int, list[Told]]) -> Figure:
    """Without a chart: so many shares for each part are read in a table."""
    rows = [[asked.cell(part), *cells(*(share(one) for one in told))] for part, told in asked.there(by_part)]
    titles = [one.indicator.title for one in together([])]
    return Figure("indikator-wilayah", _("KB, kelompok kegiatan dan stunting per wilayah"), "", origin(asked, month),
                  Table([_("Wilayah"), *titles], rows))  # fmt: skip


def share(one: Told) -> str:
    """`61,2 % (12)`: in brackets of how many Kampung KB."""
    return f"{percent(one.share)} ({number_format(one.units)})" if one.units else "–"


def sentence(month: date, told: list[Told], units: int) -> str:
    """The two that are asked for first, with how many Kampung KB they come from."""
    first = " · ".join(headline(one, units) for one in told if one.indicator.key in HEADLINES)
    return _("%(month)s. %(told)s.") % {"month": period_words(Span.MONTH, month), "told": first}


def headline(one: Told, units: int) -> str:
    if one.share is None:
        return _("%(title)s: belum dilaporkan") % {"title": one.indicator.title}
    words = _("%(title)s: %(share)s, dari laporan %(told)s dari %(units)s Kampung KB")
    given = {"title": one.indicator.title, "share": percent(one.share)}
    return words % {**given, "told": number_format(one.units), "units": number_format(units)}


def origin(asked: Asked, month: date) -> Origin:
    return Origin(
        _("laporan desa yang berlaku: perkembangan bulanan (SIGA; balita dari posyandu, UNVERIFIED), data kependudukan "
          "(Pendataan Keluarga, Dukcapil), profil"),
        _("%(month)s; data kependudukan dan profil terbaru sejak 1 Januari "
          "%(year)s") % {"month": period_words(Span.MONTH, month), "year": month.year - 1},
        _("yang disebut di tiap angka, dijumlahkan hanya dari Kampung KB yang melaporkan pembilang dan penyebutnya"), asked.day,
        _("Hanya angka gabungan; tidak ada data orang."),
    )  # fmt: skip
