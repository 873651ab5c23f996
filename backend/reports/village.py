"""What one Kampung KB tells: what is due now, what was late, what waits to be merged, its activities and its year."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from backend.access import reports_for, scope_of, villages_for
from backend.keyset import page_or_first
from backend.pages.acting import OfficialRequest, acting
from workflows.organisation.models import Level
from workflows.reports.drafting import may_report_for
from workflows.reports.duties import Duty, duties
from workflows.reports.models import Report
from workflows.reports.states import ReportState, Span
from workflows.villages.models import KampungKB

from .found import SECTION, unit_or_404

ACTIVITIES = 10


@require_GET
@acting
def reports(request: OfficialRequest) -> HttpResponse:
    """Where reports begin for whoever acts: at the completeness of his territory, or, where he serves villages, at these."""
    region, scope = request.acting.region, request.acting.scope
    if region.level != Level.VILLAGE and scope_of(scope).reaches(region):
        return redirect("completeness", region.pk)
    units = villages_for(scope).select_related("region__parent__parent")
    page, after = page_or_first(units, ["region__path", "pk"], request.GET.get("sesudah"))
    if len(page) == 1:
        return show(request, page[0])
    return render(request, "reports/units.html", SECTION | {"units": page, "after": after, "region": region})


@require_GET
@acting
def village_reports(request: OfficialRequest, pk: int) -> HttpResponse:
    return show(request, unit_or_404(request, pk))


def show(request: OfficialRequest, unit: KampungKB) -> HttpResponse:
    mine, mandate = reports_for(request.acting.scope).filter(kampung=unit), request.acting.mandate
    asked = [owned(duty, mandate.office_id) for duty in duties(unit, request.acting.today)]
    activities = mine.filter(span=Span.EVENT, standing=True).order_by("-period", "-pk")
    drafts = mine.filter(span=Span.EVENT, state=ReportState.DRAFT, office=mandate.office_id).order_by("-period", "-pk")
    return render(request, "reports/village.html", SECTION | {
        "unit": unit, "region": unit.region, "may_report": may_report_for(unit.region, mandate), "today": request.acting.today,
        "open": sorted((duty for duty in asked if duty.state in ("late", "due")), key=lambda duty: duty.due_on),
        "coming": [duty for duty in asked if duty.state == "coming"], "told": [duty for duty in asked if duty.told_on],
        "conflicts": conflicts(mine), "activities": activities[:ACTIVITIES], "drafts": drafts,
    })  # fmt: skip


def owned(duty: Duty, office: int) -> Duty:
    """With those drafts only that this office fills in."""
    duty.drafts = [report for report in duty.drafts if report.office_id == office]
    return duty


def conflicts(reports: Any) -> list[Report]:
    return list(reports.filter(state=ReportState.SENT, standing=False).select_related("office").order_by("period", "pk"))
