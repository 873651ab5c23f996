"""A report as it is read: each figure with what it is a part of, where it comes from, who told it and when; and its history."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from backend.pages import history
from backend.pages.acting import OfficialRequest, acting
from backend.pages.refusals import banner
from workflows.core.door import problems
from workflows.core.errors import NotDone
from workflows.core.models import JournalSubject
from workflows.core.wording import long_date
from workflows.reports.definition import Field, Section
from workflows.reports.drafting import may_report_for
from workflows.reports.models import Enclosure, Report
from workflows.reports.origins import line_of, origins
from workflows.reports.sending import denominators
from workflows.reports.states import Channel, EnclosureKind, ReportState, Span

from .found import SECTION, report_or_404
from .progress import progress_of
from .words import said, share_of


@dataclass(frozen=True)
class Told:
    """One figure of a report in words. `share`: how much of what it is; `first`: the report that told it."""

    label: str
    value: str
    share: str
    source: str
    first: Report

    @property
    def who(self) -> str:
        return teller(self.first)


@require_GET
@acting
def report(request: OfficialRequest, pk: int) -> HttpResponse:
    found = report_or_404(request, pk)
    return draft(request, found) if found.state == ReportState.DRAFT else read(request, found)


def draft(request: OfficialRequest, found: Report, refusal: NotDone | None = None) -> HttpResponse:
    """The look over all sections, with what still stands in the way of sending."""
    progress = progress_of(found)
    why_not = problems(Report.send, found, by=request.acting.mandate)
    context = SECTION | {
        "report": found, "progress": progress, "refusal": refusal and banner(refusal), "problems": why_not, "key": uuid4(),
        "parts": parts(found), "enclosed": enclosed([found]), "event": found.span == Span.EVENT,
        "paper": found.channel == Channel.PAPER, "plan": found.figures.get("work_plan"),
        "ready": not why_not and progress.first_open is None,
        "beside": Report.objects.filter(kampung=found.kampung_id, form=found.form, period=found.period, occasion=found.occasion,
                                        standing=True).first(),
    }  # fmt: skip
    return render(request, "reports/draft.html", context, status=422 if refusal else 200)


def read(request: OfficialRequest, found: Report) -> HttpResponse:
    line = line_of(found)
    may = may_report_for(found.kampung.region, request.acting.mandate)
    later = Report.objects.filter(replaces=found).first() or Report.objects.filter(merges=found).first()
    return render(request, "reports/report.html", SECTION | {
        "report": found, "parts": parts(found), "line": line, "later": later, "enclosed": enclosed(line), "teller": teller(found),
        "correctable": may and found.standing, "mergeable": may and found.conflicting, "history": history.lines(acts_on(line)),
    })  # fmt: skip


def acts_on(line: list[Report]) -> QuerySet[JournalSubject]:
    return JournalSubject.objects.filter(kind="report", object_id__in=[one.pk for one in line])


def enclosed(line: list[Report]) -> dict[str, list[Enclosure]]:
    """The photos, scans and plans of a report, and of those that it came from."""
    rows = Enclosure.objects.filter(report__in=line).select_related("attachment", "report").order_by("pk")
    return {kind: [row for row in rows if row.kind == kind] for kind in EnclosureKind.values}


def parts(found: Report) -> list[tuple[Section, list[Told]]]:
    """Section by section what was told; what was not asked is left out."""
    first = origins(found)
    known = denominators(found, found.definition) | found.figures
    return [
        (section, [told(found, field, first[field.key], known) for field in section.fields if field.key in found.figures])
        for section in found.definition.sections
    ]


def told(found: Report, field: Field, first: Report, known: dict[str, Any]) -> Told:
    value, whole = found.figures[field.key], known.get(field.of)
    share = ""
    if field.of and whole:
        given = {"share": share_of(value, whole), "whole": said(field, whole), "of": found.definition.name_of(field.of)}
        share = _("%(share)s dari %(whole)s (%(of)s)") % given
    return Told(field.label, said(field, value), share, found.told_from[field.key], first)


def teller(found: Report) -> str:
    """`Contoh Kader, kertas 2 Mei 2024; dicatat Contoh Gita 3 Mei 2024`."""
    if found.reported_on is None:
        return _("diisi %(who)s") % {"who": found.entered_by.full_name}
    if found.channel == Channel.APP:
        return _("%(who)s, aplikasi %(day)s") % {"who": found.entered_by.full_name, "day": long_date(found.reported_on)}
    given = {
        "who": found.reporter.full_name if found.reporter else found.reported_by, "day": long_date(found.reported_on),
        "keyer": found.entered_by.full_name, "entered": long_date(found.entered_on),
    }  # fmt: skip
    return _("%(who)s, kertas %(day)s; dicatat %(keyer)s %(entered)s") % given
