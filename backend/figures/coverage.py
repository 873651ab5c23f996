"""Coverage over the years, and in each part of a territory."""

from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.charts.chart import Bar, Columns, Part, Share, Stacked
from workflows.core.wording import long_date
from workflows.villages.coverage import Coverage, coverages, coverages_by

from .asked import Asked
from .figure import Cell, Figure, Origin, Table, cells, of_all, percent, whole_percent

YEARS = 6
NAMES = {"desa": gettext_lazy("desa"), "kelurahan": gettext_lazy("kelurahan"), "semua": gettext_lazy("desa dan kelurahan")}
"""What people call the denominators."""
ByName = dict[str, Coverage]


def days_of(day: date) -> list[date]:
    """The last days of the years before, and the day itself."""
    return [*(date(day.year - ago, 12, 31) for ago in range(YEARS - 1, 0, -1)), day]


def over_years(asked: Asked) -> Figure:
    found = [coverages(asked.region, day) for day in days_of(asked.day)]
    rows = [[Cell(long_date(one["semua"].on)), *shares(one)] for one in found]
    period = _("31 Desember tiap tahun, dan %(day)s (bergaris)") % {"day": long_date(asked.day)}
    chart = Columns([column(one["semua"], asked) for one in found])
    return Figure("cakupan", _("Cakupan"), sentence(found[-1]), origin(asked, period), table_of(_("Pada"), rows), chart)


def by_part(asked: Asked) -> Figure:
    found = coverages_by(asked.region, asked.below, asked.day)
    there = asked.there(found)
    rows = [[asked.cell(part), *shares(one)] for part, one in there]
    chart = Stacked([Bar(part.name, parts_of(one["semua"]), asked.href(part)) for part, one in there])
    words = _("Tiap batang: desa dan kelurahan satu wilayah.")
    return Figure("cakupan-wilayah", _("Cakupan per wilayah"), words, origin(asked, long_date(asked.day)),
                  table_of(_("Wilayah"), rows), chart)  # fmt: skip


def sentence(found: ByName) -> str:
    """Every denominator is named: `87 dari 178 desa (48,9 %) · …`."""
    told = [one for one in found.values() if one.villages]
    return " · ".join(
        f"{of_all(one.designated, one.villages, str(NAMES[one.denominator]))} ({percent(one.share)})" for one in told
    )


def column(one: Coverage, asked: Asked) -> Share:
    return Share(str(one.on.year), one.share, whole_percent(one.share), "slash" if one.on == asked.day else "solid")


def parts_of(one: Coverage) -> list[Part]:
    return [Part(_("Kampung KB"), one.designated, "solid"), Part(_("belum"), one.villages - one.designated, "empty")]


def shares(found: ByName) -> list[Cell]:
    return cells(*(text for one in found.values() for text in (f"{one.designated} / {one.villages}", percent(one.share))))


def table_of(first: str, rows: list[list[Cell]]) -> Table:
    return Table([first, *(text for name in NAMES.values() for text in (capfirst(str(name)), "%"))], rows)


def origin(asked: Asked, period: str) -> Origin:
    return Origin(
        _("penetapan yang berlaku menurut keputusan di Siklus; desa dan kelurahan menurut kode wilayah Kemendagri"), period,
        _("semua desa dan kelurahan yang ada pada tanggal itu; desa dengan beberapa Kampung KB tingkat RW/dusun dihitung sekali"),
        asked.day,
    )  # fmt: skip
