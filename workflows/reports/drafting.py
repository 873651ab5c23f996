"""Reports are begun and filled in by ordinary saves of the office that reports; they never set a state."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from workflows.core.clock import today
from workflows.core.errors import BadValues, Conflict, Problem, Refused
from workflows.organisation.models import Mandate, Region, Role
from workflows.routes.drafts import in_force_today
from workflows.villages.drafting import may_draft_for
from workflows.villages.models import KampungKB

from .input import readable_day, readable_figures, readable_name, readable_reporter, readable_sources
from .models import Report
from .sending import occasion_of
from .shipped import form_named
from .states import Channel, ReportState
from .worded import worded_in

ON_PAPER = {"reporter_id": readable_reporter, "reported_by": readable_name, "reported_on": readable_day}
"""What only a report keyed from paper has of its own, and how what is given becomes what is kept."""


@transaction.atomic
def start_report(kampung: KampungKB, form: str, day: date, by: Mandate, *, channel: str = Channel.APP) -> Report:
    """A new report about the month, the year or the event that holds `day`, on the newest version of the form and of its lists.

    Raises `BadValues` for a form or channel that there is not, `Refused` when the office does not report for that village.
    """
    definition = worded_in(form_named(form), kampung.region)
    if channel not in Channel.values:
        raise BadValues({"channel": _("Pilih saluran: aplikasi atau kertas.")})
    check_office(kampung.region, by)
    return Report.objects.create(
        kampung=kampung, form=definition.code, form_version=definition.version, aims=definition.aims, span=definition.span,
        period=definition.period_of(day), channel=channel, office=by.office, entered_by=by.person,
        entered_on=today(kampung.region.zone),
    )  # fmt: skip


def check_office(region: Region, by: Mandate) -> None:
    if not may_report_for(region, by):
        words = _("Laporan %(name)s dibuat oleh desa/kelurahan itu, penyuluh KB-nya, kecamatan, atau OPD KB.") % {"name": region}
        raise Refused([Problem(region.pk, "region", "may_report_for", words, _("kantor desa/kelurahan itu"))])


def may_report_for(region: Region, by: Mandate) -> bool:
    """The village's own offices, the field officer who serves it, kecamatan and agency of its territory; their staff too."""
    above = by.office.role in (Role.CAMAT, Role.AGENCY) and region.path.startswith(by.office.territory.path)
    return may_draft_for(region, by) or (above and in_force_today(by, region.zone))


@transaction.atomic
def save_report(
    report: Report, by: Mandate, *, version: int | None = None, figures: Any = None, sources: Any = None, **on_paper: Any
) -> None:
    """Fill in a draft: `figures` and `sources` are added to those there are (null takes one away), the rest is as in `ON_PAPER`.

    `version` is what the editor saw. Raises `BadValues` naming each field, `Conflict`, and `Refused`.
    """
    draft = opened(report, by, version)
    given = readable_figures(draft.offered, figures)
    draft.figures = {key: value for key, value in {**draft.figures, **given}.items() if value is not None}
    draft.sources |= readable_sources(draft.definition, sources)
    for name, value in paper_columns(draft, on_paper).items():
        setattr(draft, name, value)
    draft.occasion = occasion_of(draft.definition, draft.figures)
    draft.version, draft.entered_by, draft.entered_on = draft.version + 1, by.person, today(draft.kampung.region.zone)
    draft.save(update_fields=["figures", "sources", "occasion", "version", "entered_by", "entered_on", *ON_PAPER])
    report.refresh_from_db()


def opened(report: Report, by: Mandate, version: int | None) -> Report:
    """The draft, locked for an edit."""
    draft = Report.objects.select_for_update(of=("self",)).select_related("kampung__region").get(pk=report.pk)
    if version is not None and version != draft.version:
        words = _("Laporan ini berubah sejak Anda membukanya. Muat ulang dan periksa perubahannya.")
        raise Conflict([Problem(draft.pk, "report", "version", words)], [])
    if by.office_id != draft.office_id or not in_force_today(by, draft.kampung.region.zone):
        words = _("Konsep laporan ini milik kantor lain, atau penugasan Anda tidak berlaku hari ini.")
        raise Refused([Problem(draft.pk, "report", "of_my_office", words, str(draft.office))])
    if draft.state != ReportState.DRAFT:
        words = _("Laporan ini sudah dikirim; gunakan Perbaiki bila ada angka yang salah.")
        raise Refused([Problem(draft.pk, "report", "state", words)])
    return draft


def paper_columns(draft: Report, given: dict[str, Any]) -> dict[str, Any]:
    """What is kept of it. Raises `BadValues` for what is unknown, or given although the report does not come from paper."""
    columns = {"reporter_id" if name == "reporter" else name: value for name, value in given.items()}
    if strange := [name for name in columns if name not in ON_PAPER or draft.channel != Channel.PAPER]:
        raise BadValues({name: _("Hanya laporan dari kertas yang mencatat ini.") for name in strange})
    return {name: ON_PAPER[name](value) for name, value in columns.items()}
