"""The Kampung KB of a kecamatan one by one, each a tap away."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from workflows.core.wording import long_date
from workflows.evaluations.classes import class_labels, classes_of, years_with_classes
from workflows.evaluations.states import EvaluationState
from workflows.reports.completeness import counted_on, reporting
from workflows.reports.periods import period_words
from workflows.villages.facts import KampungQuerySet
from workflows.villages.models import KampungKB

from .asked import Asked
from .figure import Cell, Figure, Origin, Table
from .reporting import MONTHLY, due_on
from .running import running


def listed(asked: Asked) -> Figure:
    years = years_with_classes(asked.region, asked.day, 2)
    told, now = classes_told(asked, years), under_way(asked)
    rows = [
        [name_of(unit), reported(unit), *(Cell(told.get((unit.pk, year), "–")) for year in years),
         *([Cell(now.get(unit.pk, "–"))] if now else [])]
        for unit in units_of(asked)
    ]  # fmt: skip
    form, period = due_on(MONTHLY, asked.day)
    told_on = _("Melapor %(period)s") % {"period": period_words(form.span, period)}
    header = [_("Kampung KB"), told_on, *(_("Kelas %(year)s") % {"year": year} for year in years)]
    header += [_("Evaluasi yang berjalan")] if now else []
    words = _("%(n)s Kampung KB yang ditetapkan.") % {"n": len(rows)}
    return Figure("satuan", _("Kampung KB satu per satu"), words, origin(asked), Table(header, rows))


def units_of(asked: Asked) -> KampungQuerySet:
    """Those that have to report, with the day on which they did."""
    form, period = due_on(MONTHLY, asked.day)
    units = KampungKB.objects.filter(region__in=asked.parts).select_related("region").order_by("region__name", "hamlet", "pk")
    return reporting(units, form, period, counted_on(form, period, asked.day), asked.day)


def name_of(unit: KampungKB) -> Cell:
    words = f"{unit.region.name} ({unit.hamlet})" if unit.hamlet else unit.region.name
    return Cell(words, reverse("village", args=[unit.pk]))


def reported(unit: Any) -> Cell:
    return Cell(long_date(unit.reported_on) if unit.reported_on else _("belum"))


def classes_told(asked: Asked, years: list[int]) -> dict[tuple[int, int], str]:
    """By Kampung KB and year."""
    labels = {"": _("tidak dapat dihitung"), **class_labels(asked.region, years)}
    rows = classes_of(asked.region, asked.day).filter(year__in=years).values_list("kampung", "year", "decided")
    return {(unit, year): labels.get(key, key) for unit, year, key in rows}


def under_way(asked: Asked) -> dict[int, str]:
    """How far the evaluation of each Kampung KB in a running round is; known of today alone."""
    found = running(asked).values_list("kampung", "state") if asked.is_today else []
    return {unit: str(EvaluationState(state).label) for unit, state in found}


def origin(asked: Asked) -> Origin:
    return Origin(
        _("keputusan penetapan, laporan bulanan yang berlaku, kelas dari putaran evaluasi yang ditutup"),
        _("masa laporan terakhir yang sudah jatuh tempo; dua putaran terakhir"), _("Kampung KB yang ditetapkan"), asked.day,
    )  # fmt: skip
