"""What of this room a request reaches; whatever is foreign does not exist."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from backend.access import reports_for, villages_for
from backend.pages.acting import OfficialRequest
from workflows.reports.definition import Form
from workflows.reports.drafting import may_report_for
from workflows.reports.models import Report
from workflows.reports.shipped import newest
from workflows.reports.states import ReportState
from workflows.villages.models import KampungKB

SECTION = {"section": "year"}
RELATED = ("kampung__region__parent__parent", "office", "entered_by", "reporter")


def reports_of(request: OfficialRequest) -> QuerySet[Report]:
    return reports_for(request.acting.scope).select_related(*RELATED)


def report_or_404(request: OfficialRequest, pk: int) -> Report:
    return get_object_or_404(reports_of(request), pk=pk)


def draft_or_404(request: OfficialRequest, pk: int) -> Report:
    """A draft of the acting office: of others there are none."""
    return get_object_or_404(reports_of(request).filter(office=request.acting.mandate.office_id), pk=pk, state=ReportState.DRAFT)


def sent_or_404(request: OfficialRequest, pk: int) -> Report:
    """One that was sent, for whoever may do something about it."""
    report = report_or_404(request, pk)
    if report.state == ReportState.DRAFT or not may_report_for(report.region, request.acting.mandate):
        raise Http404
    return report


def typed(request: OfficialRequest) -> Any:
    """What was sent, even if it is nothing; None while the page is only asked for."""
    return request.POST if request.method == "POST" else None


def unit_or_404(request: OfficialRequest, pk: int) -> KampungKB:
    return get_object_or_404(villages_for(request.acting.scope).select_related("region__parent__parent"), pk=pk)


def form_or_404(code: str) -> Form:
    try:
        return newest()[code]
    except KeyError:
        raise Http404 from None
