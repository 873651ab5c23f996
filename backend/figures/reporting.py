"""How many Kampung KB have reported, and how many in time: of each form, and of the monthly one in each part of a territory."""

from datetime import date

from django.utils.translation import gettext as _

from backend.charts.chart import Bar, Part, Stacked
from workflows.reports.completeness import Completeness, completeness, completeness_by, due_period
from workflows.reports.definition import Form
from workflows.reports.periods import period_words
from workflows.reports.shipped import form_named

from .asked import Asked
from .figure import Cell, Figure, Origin, Table, cells, of_all, percent

FORMS = ("progress", "profile", "population")
MONTHLY = FORMS[0]


def due_on(code: str, day: date) -> tuple[Form, date]:
    """A form and the newest of its periods that had to be told of by a day."""
    form = form_named(code)
    return form, due_period(form, day)


def by_form(asked: Asked) -> Figure:
    asked_for = [due_on(code, asked.day) for code in FORMS]
    found = [(form, period, completeness(asked.region, form, period, asked.day)) for form, period in asked_for]
    rows = [[Cell(title(form, period)), *shares(one)] for form, period, one in found]
    chart = Stacked([Bar(title(form, period), parts_of(one)) for form, period, one in found])
    told_of = origin(asked, _("masa terakhir yang sudah jatuh tempo"), *(one for _form, _period, one in found))
    return Figure("laporan", _("Laporan"), sentence(*found[0]), told_of, table_of(_("Laporan"), rows), chart)


def by_part(asked: Asked) -> Figure:
    form, period = due_on(MONTHLY, asked.day)
    found = {one.region: one for one in completeness_by(asked.region, asked.below, form, period, asked.day)}
    there = sorted(asked.there(found), key=lambda pair: pair[1].share or 0)
    rows = [[asked.cell(part), *shares(one)] for part, one in there]
    chart = Stacked([Bar(part.name, parts_of(one), asked.href(part)) for part, one in there])
    words = _("%(title)s; yang paling belum lengkap di atas.") % {"title": title(form, period)}
    told_of = origin(asked, title(form, period), *found.values())
    return Figure("laporan-wilayah", _("Laporan per wilayah"), words, told_of, table_of(_("Wilayah"), rows), chart)


def title(form: Form, period: date) -> str:
    return f"{form.title}, {period_words(form.every, period)}" if form.every else form.title


def sentence(form: Form, period: date, found: Completeness) -> str:
    if not found.expected:
        return _("%(title)s: belum ada Kampung KB yang wajib melapor.") % {"title": title(form, period)}
    words = _("%(title)s: %(of_all)s melapor, %(in_time)s di antaranya tepat waktu.")
    told = of_all(found.reported, found.expected, _("Kampung KB"))
    return words % {"title": title(form, period), "of_all": told, "in_time": found.in_time}


def parts_of(found: Completeness) -> list[Part]:
    return [
        Part(_("tepat waktu"), found.in_time, "solid"), Part(_("terlambat"), found.reported - found.in_time, "slash"),
        Part(_("belum"), found.expected - found.reported, "empty"),
    ]  # fmt: skip


def shares(found: Completeness) -> list[Cell]:
    both = (found.reported, percent(found.share), found.in_time, percent(found.share_in_time))
    return cells(found.expected, *both, found.conflicting)


def table_of(first: str, rows: list[list[Cell]]) -> Table:
    header = [first, _("Wajib melapor"), _("Melapor"), _("% melapor"), _("Tepat waktu"), _("% tepat waktu"), _("Menunggu digabung")]
    return Table(header, rows)


def origin(asked: Asked, period: str, *found: Completeness) -> Origin:
    denominators = list(dict.fromkeys(one.denominator for one in found)) or [_("Kampung KB yang ditetapkan")]
    return Origin(
        _("laporan desa yang berlaku, lewat aplikasi atau kertas"), period, "; ".join(denominators), asked.day,
        _("Tepat waktu: pertama kali dilaporkan paling lambat tanggal 3 bulan berikutnya (bulanan) atau 3 Januari (tahunan; "
          "UNVERIFIED). Yang dihitung tanggal pada kertas, bukan tanggal dicatat."),
    )  # fmt: skip
