"""What takes the place of a report: its figures corrected, or those of two reports put together. No figure is lost."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues

from .conflicts import differences, newer_form, standing_for
from .definition import Form
from .input import readable_figures, readable_sources
from .offered import offered_to
from .sending import faults_of, occasion_of


def corrected(deed: Any, reports: QuerySet) -> dict[str, Any]:
    """The corrected report whole. Raises `BadValues` naming each wrong field, or where nothing changes."""
    report = only(reports)
    changed = deed.values["figures"]
    figures = {key: value for key, value in {**report.figures, **changed}.items() if value is not None}
    readable_figures(offered_to(report.region.kind, report.definition, report.figures), changed)
    asked = report.definition.only_asked(figures) | {key: figures[key] for key in changed if key in figures}
    given = readable_sources(report.definition, deed.values.get("sources"))
    sources = report.sources | given
    if asked == report.figures and sources == report.sources:
        raise BadValues({"figures": _("Tidak ada angka yang berubah.")})
    return successor(report, report.definition, asked, sources)


def merged(deed: Any, reports: QuerySet) -> dict[str, Any]:
    """The two reports as one. Raises `BadValues` for a figure that differs and is not chosen, or that does not fit the others."""
    second = only(reports)
    standing = standing_for(second)
    if standing is None:
        raise BadValues({"kept": _("Tidak ada laporan lain untuk masa ini; muat ulang halaman ini.")})
    form = newer_form(standing, second)
    kept = chosen(form, standing, second, deed.values.get("kept") or {})
    worded = as_chosen(form, origins_of(form, standing, second, kept))
    return successor(second, worded, *put_together(worded, standing, second, kept)) | {"kept": kept}


def as_chosen(form: Form, origins: dict[str, Any]) -> Form:
    """The form of the report whose choices from a region's list are kept: a choice means what its own list says."""
    return next((origins[key].definition for key in form.listed if key in origins), form)


def put_together(form: Form, standing: Any, second: Any, kept: dict[str, int]) -> tuple[dict[str, Any], dict[str, str]]:
    """The figures of both and where each comes from, without what the answers that were kept leave no room for."""
    origins = origins_of(form, standing, second, kept)
    figures = form.only_asked({key: report.figures[key] for key, report in origins.items()})
    return figures, {key: origins[key].sources[key] for key in figures if key in origins[key].sources}


def origins_of(form: Form, standing: Any, second: Any, kept: dict[str, int]) -> dict[str, Any]:
    """Every figure of both, in the order of the form, with the report that it is taken from."""
    taken = dict.fromkeys(second.figures, second) | dict.fromkeys(standing.figures, standing)
    taken |= {key: second for key, pk in kept.items() if pk == second.pk}
    return {key: taken[key] for key in form.by_key if key in taken}


def chosen(form: Form, standing: Any, second: Any, kept: dict[str, Any]) -> dict[str, int]:
    """For each figure that differs the id of one of the two reports."""
    differ = {one.key for one in differences(form, standing.figures, second.figures)}
    wrong = {key: _("Angka ini tidak berbeda; tidak perlu dipilih.") for key in kept if key not in differ}
    for key in differ:
        if kept.get(key) not in (standing.pk, second.pk):
            wrong[key] = _("%(label)s berbeda; pilih angka dari salah satu laporan.") % {"label": form.by_key[key].label}
    if wrong:
        raise BadValues(wrong)
    return kept


def successor(report: Any, form: Form, figures: dict[str, Any], sources: dict[str, str]) -> dict[str, Any]:
    """What a new report in the place of `report` holds. Raises `BadValues` for figures that cannot be."""
    occasion = occasion_of(form, figures)
    if wrong := faults_of(report, form, figures) or told_already(report, occasion):
        raise BadValues(wrong)
    held = {key: source for key, source in sources.items() if key in figures}
    return {"figures": figures, "sources": held, "form_version": form.version, "aims": form.aims, "occasion": occasion}


def told_already(report: Any, occasion: str) -> dict[str, str]:
    """What is wrong with another title that an event gets: another event of that day has it."""
    if occasion == report.occasion:
        return {}
    others = type(report).objects.filter(kampung=report.kampung_id, form=report.form, period=report.period, standing=True)
    taken = others.filter(occasion=occasion).exists()
    return {"title": _("Kegiatan dengan nama ini pada hari itu sudah dilaporkan.")} if taken else {}


def only(reports: QuerySet) -> Any:
    """Figures are corrected and merged one report at a time."""
    found = list(reports[:2])
    if len(found) > 1:
        raise BadValues({"reports": _("Pilih satu laporan saja.")})
    return found[0]
