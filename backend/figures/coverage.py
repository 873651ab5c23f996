"""Coverage over the years, and in each part of a territory."""

from datetime import date

from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.charts.chart import Bar, Columns, Part, Share, Stacked
from workflows.core.wording import long_date
from workflows.organisation.models import Level, Region
from workflows.villages.coverage import (
    Coverage,
    Since,
    coverages,
    coverages_by,
    known_on,
    known_since,
    partly,
    worth_telling,
)

from .asked import Asked
from .figure import Cell, Figure, Origin, Table, cells, of_all, percent, whole_percent

YEARS = 6
NAMES = {"desa": gettext_lazy("desa"), "kelurahan": gettext_lazy("kelurahan"), "semua": gettext_lazy("desa dan kelurahan")}
"""What people call the denominators."""
ByName = dict[str, Coverage]
UNKNOWN = gettext_lazy("belum ada data")
"""Instead of a nought that nobody has counted."""


def days_of(day: date) -> list[date]:
    """The last days of the years before, and the day itself."""
    return [*(date(day.year - ago, 12, 31) for ago in range(YEARS - 1, 0, -1)), day]


def over_years(asked: Asked) -> Figure:
    since = known_since(asked.region)
    found = [coverages(asked.region, day, since) for day in days_of(asked.day)]
    rows = [[Cell(long_date(one["semua"].on)), *shares(one)] for one in found]
    period = _("31 Desember tiap tahun, dan %(day)s (bergaris)") % {"day": long_date(asked.day)}
    chart = Columns([column(one["semua"], asked) for one in found])
    says = " ".join(filter(None, [sentence(asked.region, found[-1], since), before_words(found, since)]))
    return Figure("cakupan", _("Cakupan"), says, origin(asked, period), table_of(_("Pada"), rows), chart)


def before_words(found: list[ByName], since: Since) -> str:
    """Why columns are missing."""
    if found[0]["semua"].known or not found[-1]["semua"].known:
        return ""
    return _("Sebelum %(day)s belum ada data di Siklus.") % {"day": long_date(min(since.values()))}


def by_part(asked: Asked) -> Figure:
    """Each part there is; of a province those too that nothing is known of."""
    found = coverages_by(asked.region, asked.below, asked.day)
    province = asked.region.level == Level.PROVINCE
    there = [(part, found.get(part.pk)) for part in asked.parts if province or part.pk in found]
    rows = [[asked.cell(part), *(shares(one) if one else unknown())] for part, one in there]
    chart = Stacked([Bar(part.name, parts_of(one["semua"]) if one else [], asked.href(part)) for part, one in there])
    words = _("Tiap batang: desa dan kelurahan satu wilayah.")
    return Figure("cakupan-wilayah", _("Cakupan per wilayah"), words, origin(asked, long_date(asked.day)),
                  table_of(_("Wilayah"), rows), chart)  # fmt: skip


def sentence(region: Region, found: ByName, since: Since) -> str:
    """Every denominator is named: `87 dari 178 desa (48,9 %) · …`. Then what is not counted, or not whole."""
    whole = found["semua"]
    if not whole.known:
        words = _("Belum ada data: sampai %(day)s belum ada penetapan Kampung KB di %(name)s yang tercatat di Siklus.")
        return words % {"day": long_date(whole.on), "name": region.name}
    shares = " · ".join(map(share_words, worth_telling(found)))
    more = (regencies_words(region, known_on(whole.on, since)), hamlets_words(region, whole.on))
    return " ".join(filter(None, (f"{shares}.", *more)))


def share_words(one: Coverage) -> str:
    return f"{of_all(one.designated, one.villages, str(NAMES[one.denominator]))} ({percent(one.share)})"


def regencies_words(region: Region, known: list[int]) -> str:
    """A province is counted as far as designations are known: nobody takes these regencies for all of it."""
    if region.level != Level.PROVINCE:
        return ""
    words = _("Dihitung dari %(n)s kabupaten/kota yang penetapannya tercatat di Siklus.")
    return words % {"n": number_format(len(known))}


def hamlets_words(region: Region, day: date) -> str:
    """A hamlet is no village: nobody takes its desa for covered as a whole."""
    villages, units = partly(region, day)
    words = _("%(villages)s di antaranya baru sebagian wilayahnya: %(units)s Kampung KB tingkat RW/dusun.")
    return words % {"villages": number_format(villages), "units": number_format(units)} if units else ""


def column(one: Coverage, asked: Asked) -> Share:
    return Share(str(one.on.year), one.share, whole_percent(one.share), "slash" if one.on == asked.day else "solid")


def parts_of(one: Coverage) -> list[Part]:
    if not one.known:
        return []
    return [Part(_("Kampung KB"), one.designated, "solid"), Part(_("belum"), one.villages - one.designated, "empty")]


def shares(found: ByName) -> list[Cell]:
    if not found["semua"].known:
        return unknown()
    return cells(*(text for one in found.values() for text in (f"{one.designated} / {one.villages}", percent(one.share))))


def unknown() -> list[Cell]:
    """In each column but the first, for tables are read by columns."""
    return cells(*(text for _name in NAMES for text in (UNKNOWN, "–")))


def table_of(first: str, rows: list[list[Cell]]) -> Table:
    return Table([first, *(text for name in NAMES.values() for text in (capfirst(str(name)), "%"))], rows)


def origin(asked: Asked, period: str) -> Origin:
    return Origin(
        _("penetapan yang berlaku menurut keputusan di Siklus; desa dan kelurahan menurut kode wilayah Kemendagri"), period,
        _("semua desa dan kelurahan yang ada pada tanggal itu; desa dengan beberapa Kampung KB tingkat RW/dusun dihitung sekali"),
        asked.day,
    )  # fmt: skip
