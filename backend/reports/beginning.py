"""Beginning a report: by app with one button, or from paper with who told it and when."""

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from backend.pages.acting import OfficialRequest, acting
from backend.pages.beginning import begun_once
from backend.pages.forms import Day
from backend.pages.refusals import banner
from workflows.core.errors import NotDone
from workflows.reports.definition import Form
from workflows.reports.drafting import save_report, start_report
from workflows.reports.models import Report
from workflows.reports.states import Channel, ReportState, Span
from workflows.villages.models import KampungKB

from .asked import periods
from .found import SECTION, form_or_404, typed, unit_or_404

ON_PAPER = ("reported_by", "reported_on")


class Beginning(forms.Form):
    """Of which period, and how it came. What comes from paper names who told it there."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    period = forms.DateField(label=_("Masa"))
    channel = forms.ChoiceField(label=_("Laporan ini"), widget=forms.RadioSelect, choices=[
        (Channel.APP, _("Diisi langsung di sini")), (Channel.PAPER, _("Disalin dari kertas")),
    ])  # fmt: skip
    reported_by = forms.CharField(label=_("Pelapor di kertas: jabatan dan nama"), max_length=200, required=False)
    reported_on = forms.DateField(label=_("Tanggal laporan di kertas"), widget=Day(), required=False)

    def __init__(self, data: Any = None, *, form: Form, today: date, initial: dict[str, Any]) -> None:
        super().__init__(data, initial={"key": str(uuid4())} | initial)
        for name in ON_PAPER:
            self.fields[name].owed = True  # type: ignore[attr-defined]  # where they are shown at all (siklus.css)
        if form.span == Span.EVENT:
            self.fields["period"] = forms.DateField(label=_("Tanggal kegiatan"), widget=Day())
        else:
            self.fields["period"].widget = forms.Select(choices=periods(form.span, today))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for name in ON_PAPER:
            if given.get("channel") == Channel.PAPER and not given.get(name) and name not in self.errors:
                self.add_error(name, _("Isi seperti tertulis di kertas."))
        return given


@require_http_methods(["GET", "POST"])
@acting
def new_report(request: OfficialRequest, pk: int, code: str) -> HttpResponse:
    """`?masa=2026-10-01&saluran=paper` is what the page begins with."""
    unit, form = unit_or_404(request, pk), form_or_404(code)
    asked = {"period": request.GET.get("masa", request.acting.today), "channel": request.GET.get("saluran", Channel.APP)}
    beginning, refusal = Beginning(typed(request), form=form, today=request.acting.today, initial=asked), None
    if request.method == "POST" and beginning.is_valid():
        try:
            report = begun(request, unit, form, beginning)
        except NotDone as error:
            refusal = error
        else:
            return redirect("report-section", report.pk, report.definition.sections[0].key)
    context = {"unit": unit, "definition": form, "form": beginning, "refusal": refusal and banner(refusal)}
    return render(request, "reports/new.html", SECTION | context, status=422 if refusal or beginning.errors else 200)


@transaction.atomic
def begun(request: OfficialRequest, unit: KampungKB, form: Form, beginning: Beginning) -> Report:
    """The draft of my office about that period that there is, else a new one."""
    by, given = request.acting.mandate, beginning.cleaned_data
    period = form.period_of(given["period"])
    there = Report.objects.filter(kampung=unit, form=form.code, period=period, channel=given["channel"], office=by.office,
                                  state=ReportState.DRAFT).exclude(span=Span.EVENT)  # fmt: skip

    def start() -> int:
        return start_report(unit, form.code, period, by, channel=given["channel"]).pk

    report = there.first() or Report.objects.get(pk=begun_once(request, beginning, start))
    if given["channel"] == Channel.PAPER and report.state == ReportState.DRAFT:
        save_report(report, by, reported_by=given["reported_by"], reported_on=given["reported_on"].isoformat())
    return report
