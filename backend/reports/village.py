"""What one Kampung KB tells: what is due now, what was late, what waits to be merged, its activities and its year."""

from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from backend.access import reports_for
from backend.pages.acting import OfficialRequest, acting
from workflows.organisation.models import Level
from workflows.reports.drafting import may_report_for
from workflows.reports.duties import Duty, duties
from workflows.reports.models import Report
from workflows.reports.states import ReportState, Span
from workflows.villages.models import KampungKB

from .found import SECTION, unit_or_404

ACTIVITIES = 10
OPEN = ("late", "due", "coming")


@require_GET
@acting
def reports(request: OfficialRequest) -> HttpResponse:
    """Where reports begin for whoever acts: a village at its own, everybody else at the completeness of the territory."""
    region = request.acting.region
    if region.level != Level.VILLAGE:
        return redirect("completeness", region.pk)
    units = list(KampungKB.objects.filter(region=region).select_related("region__parent__parent").order_by("scope", "hamlet", "pk"))
    if len(units) == 1:
        return show(request, units[0])
    return render(request, "reports/units.html", SECTION | {"units": units, "region": region})


@require_GET
@acting
def village_reports(request: OfficialRequest, pk: int) -> HttpResponse:
    return show(request, unit_or_404(request, pk))


def show(request: OfficialRequest, unit: KampungKB) -> HttpResponse:
    mine, mandate = reports_for(request.acting.scope).filter(kampung=unit), request.acting.mandate
    asked = [owned(duty, mandate.office_id) for duty in duties(unit, request.acting.today)]
    activities = mine.filter(span=Span.EVENT, standing=True).order_by("-period", "-pk")
    drafts = mine.filter(span=Span.EVENT, state=ReportState.DRAFT, office=mandate.office_id)
    return render(request, "reports/village.html", SECTION | {
        "unit": unit, "region": unit.region, "may_report": may_report_for(unit.region, mandate), "today": request.acting.today,
        "open": [duty for duty in reversed(asked) if duty.state in OPEN[:2]], "coming": [duty for duty in asked if duty.state == OPEN[2]],
        "told": [duty for duty in asked if duty.told_on], "duties": asked, "conflicts": conflicts(mine),
        "activities": activities[:ACTIVITIES], "drafts": drafts, "key": uuid4(),
    })  # fmt: skip


def owned(duty: Duty, office: int) -> Duty:
    """With those drafts only that this office fills in."""
    duty.drafts = [report for report in duty.drafts if report.office_id == office]
    return duty


def conflicts(reports: Any) -> list[Report]:
    return list(reports.filter(state=ReportState.SENT, standing=False).select_related("office").order_by("period", "pk"))
