"""What reports say of stunting, family planning and groups: of the whole territory, and of each of its parts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.charts.chart import Length, Lengths
from workflows.organisation.models import Region
from workflows.reports.completeness import completeness
from workflows.reports.indicators import Told, together, told_by
from workflows.reports.periods import period_words
from workflows.reports.states import Span

from .asked import Asked
from .figure import Figure, Origin, Table, cells, percent
from .reporting import MONTHLY, due_on

GROUPS = {
    "stunting": gettext_lazy("Stunting"),
    "kb": gettext_lazy("Keluarga berencana (KB)"),
    "poktan": gettext_lazy("Kelompok kegiatan"),
}
"""In the order of the page. The first indicator of a group stands for it."""


@dataclass(frozen=True)
class Reported:
    """What was told of a month: in each part (its id), and of how many Kampung KB (`units`) it was expected."""

    asked: Asked
    month: date
    by_part: dict[int, list[Told]]
    units: int

    def whole(self, group: str) -> list[Told]:
        return of_group(together(self.by_part.values()), group)

    def parts(self, group: str) -> list[tuple[Region, list[Told]]]:
        """Those that told what stands for the group, the largest share first."""
        found = [(part, of_group(told, group)) for part, told in self.asked.there(self.by_part)]
        return sorted((pair for pair in found if pair[1][0].units), key=lambda pair: -(pair[1][0].share or 0))


def of_group(told: list[Told], group: str) -> list[Told]:
    return [one for one in told if one.indicator.group == group]


def figures(asked: Asked) -> Iterator[Figure]:
    form, month = due_on(MONTHLY, asked.day)
    units = completeness(asked.region, form, month, asked.day).expected
    reported = Reported(asked, month, told_by(asked.region, asked.below, month, asked.day), units)
    for group, title in GROUPS.items():
        yield of_all(reported, group, str(title))
        if parts := reported.parts(group):
            yield of_parts(reported, group, str(title), parts)


def of_all(reported: Reported, group: str, title: str) -> Figure:
    told = reported.whole(group)
    shown = [one for one in told if one.share is not None]
    if not shown:
        return Figure(group, title, lacking(told[0]), origin(reported))
    chart = Lengths([Length(one.indicator.title, one.share or 0, percent(one.share)) for one in shown], full=1)
    header = [_("Angka"), _("Pembilang"), _("Penyebut"), "%", _("Kampung KB yang melaporkan"), _("Pembagi"), _("Pengertian")]
    table = Table(header, [cells(*row(one)) for one in told])
    return Figure(group, title, sentence(told[0], reported), origin(reported), table, chart)


def lacking(one: Told) -> str:
    """Reports there may be: a share needs its denominator from the same Kampung KB, perhaps from another form."""
    words = _("Belum dapat dihitung: belum ada Kampung KB yang melaporkan angka ini beserta penyebutnya: %(of)s.")
    return words % {"of": one.indicator.of_words}


def row(one: Told) -> tuple[str | int, ...]:
    told_of = one.indicator
    return told_of.title, one.part, one.whole, percent(one.share), one.units, told_of.of_words, told_of.definition


def of_parts(reported: Reported, group: str, title: str, parts: list[tuple[Region, list[Told]]]) -> Figure:
    """A bar for what stands for the group; all of it in the table."""
    asked, indicators = reported.asked, [one.indicator for one in parts[0][1]]
    first = [(part, told[0].share) for part, told in parts]
    chart = Lengths([Length(part.name, shown or 0, percent(shown), asked.href(part)) for part, shown in first], full=1)
    rows = [[asked.cell(part), *cells(*(share(one, asked) for one in told))] for part, told in parts]
    words = _("%(indicator)s, dari yang terbesar.") % {"indicator": indicators[0].title}
    table = Table([_("Wilayah"), *(one.title for one in indicators)], rows)
    name = _("%(title)s per wilayah") if asked.has_larger_parts else _("%(title)s per desa")
    return Figure(f"{group}-wilayah", name % {"title": title}, words, origin(reported), table, chart)


def share(one: Told, asked: Asked) -> str:
    """`61,2 % (12)`: in brackets of how many Kampung KB, where there may be several."""
    return f"{percent(one.share)} ({number_format(one.units)})" if one.units and asked.has_larger_parts else percent(one.share)


def sentence(first: Told, reported: Reported) -> str:
    """With how many Kampung KB it comes from."""
    month = period_words(Span.MONTH, reported.month)
    if first.share is None:
        return _("%(title)s: belum dapat dihitung dari laporan %(month)s.") % {"title": first.indicator.title, "month": month}
    words = _("%(title)s: %(share)s, dari laporan %(told)s dari %(units)s Kampung KB, %(month)s.")
    counts = {"told": number_format(first.units), "units": number_format(reported.units)}
    return words % {"title": first.indicator.title, "share": percent(first.share), "month": month, **counts}


def origin(reported: Reported) -> Origin:
    month = reported.month
    return Origin(
        _("laporan desa yang berlaku: perkembangan bulanan (SIGA; balita dari posyandu, UNVERIFIED), data kependudukan "
          "(Pendataan Keluarga, Dukcapil), profil"),
        _("%(month)s; data kependudukan dan profil terbaru sejak 1 Januari "
          "%(year)s") % {"month": period_words(Span.MONTH, month), "year": month.year - 1},
        _("yang disebut di tiap angka, dijumlahkan hanya dari Kampung KB yang melaporkan pembilang dan penyebutnya"),
        reported.asked.day, _("Hanya angka gabungan; tidak ada data orang."),
    )  # fmt: skip
