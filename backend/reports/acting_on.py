"""The three acts on reports: sending a draft, correcting what stands, and merging two that tell of the same."""

from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from backend.pages.acting import OfficialRequest, acting
from backend.pages.forms import area, key_sent
from backend.pages.refusals import banner
from workflows.core.door import perform
from workflows.core.errors import BadValues, Conflict, NotDone, Problem
from workflows.reports.conflicts import plain
from workflows.reports.models import Report
from workflows.reports.offered import offered_to
from workflows.reports.origins import last_before
from workflows.reports.sending import denominators
from workflows.reports.states import ReportState

from .fields import Figured, blame
from .found import SECTION, draft_or_404, report_or_404, sent_or_404, typed
from .reading import draft
from .side_by_side import Choosing, compared


@require_POST
@acting
def send(request: OfficialRequest, pk: int) -> HttpResponse:
    """Sent twice with one `key`, it is one act. `version`: of the draft that was looked over."""
    report = report_or_404(request, pk)
    key = key_sent(request.POST)
    try:
        if report.state == ReportState.DRAFT and request.POST.get("version") != str(report.version):
            raise Conflict([Problem(report.pk, "report", "version", _("Isian laporan ini berubah sejak Anda memeriksanya."))], [])
        perform(Report.send, report, by=request.acting.mandate, key=key)
    except NotDone as refusal:
        if report.state != ReportState.DRAFT:
            return redirect("report", report.pk)
        return draft(request, draft_or_404(request, pk), refusal)
    report.refresh_from_db()
    tell(request, report)
    return redirect("merge-report" if report.conflicting else "report", report.pk)


def tell(request: OfficialRequest, report: Report) -> None:
    if report.conflicting:
        messages.warning(request, _("Terkirim. Untuk masa ini sudah ada laporan lain; gabungkan keduanya."))
    else:
        messages.success(request, _("Terkirim."))


class Correcting(Figured):
    """Every figure of a report as it stands, and why some of them are put right."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    reason = forms.CharField(label=gettext_lazy("Alasan perbaikan"), widget=area(2), max_length=1000)

    def __init__(self, data: Any = None, *, report: Report) -> None:
        before, form = last_before(report), offered_to(report.region.kind, report.definition, report.figures)
        super().__init__(
            data, form=form, fields=form.fields, figures=report.figures, before=before.figures if before else None,
            when=before.period_words if before else "", known=denominators(report, form) | report.figures,
            initial={"key": str(uuid4())},
        )  # fmt: skip
        self.report = report
        self.order_fields([*(name for name in self.fields if name != "reason"), "reason"])

    @property
    def changed(self) -> dict[str, Any]:
        """The figures that are told otherwise now; None: there is none."""
        kept = self.report.figures
        said = {key: value for key, value in self.figures.items() if key in kept or value not in (None, [])}
        return {key: value for key, value in said.items() if plain(value) != plain(kept.get(key))}


@require_http_methods(["GET", "POST"])
@acting
def correct(request: OfficialRequest, pk: int) -> HttpResponse:
    report = sent_or_404(request, pk)
    if not report.standing:
        raise Http404
    form = Correcting(typed(request), report=report)
    refusal: NotDone | None = None
    if request.method == "POST" and form.is_valid():
        try:
            perform(Report.correct, report, by=request.acting.mandate, reason=form.cleaned_data["reason"],
                    key=form.cleaned_data["key"], values={"figures": form.changed})  # fmt: skip
        except BadValues as bad:
            left = blame(form, bad.fields)
            refusal = BadValues(left) if left else None
        except NotDone as error:
            refusal = error
        else:
            messages.success(request, _("Perbaikan tercatat; angka semula tetap dapat dibaca."))
            return redirect("report", Report.objects.get(replaces=report).pk)
    context = SECTION | {"report": report, "form": form, "refusal": refusal and banner(refusal)}
    return render(request, "reports/correct.html", context, status=422 if refusal or form.errors else 200)


@require_http_methods(["GET", "POST"])
@acting
def merge(request: OfficialRequest, pk: int) -> HttpResponse:
    """Two reports about the same side by side: of each figure that differs one is chosen."""
    report = sent_or_404(request, pk)
    if not report.conflicting:
        raise Http404
    two = compared(report)
    form = Choosing(typed(request), two=two)
    refusal: NotDone | None = None
    if request.method == "POST" and form.is_valid():
        try:
            perform(Report.merge, report, by=request.acting.mandate, key=form.cleaned_data["key"], values={"kept": form.kept})
        except BadValues as bad:
            left = blame(form, bad.fields)
            refusal = BadValues(left) if left else None
        except NotDone as error:
            refusal = error
        else:
            messages.success(request, _("Kedua laporan digabung menjadi satu; keduanya tetap dapat dibaca."))
            return redirect("report", Report.objects.get(merges=report).pk)
    context = SECTION | {"report": report, "two": two, "form": form, "refusal": refusal and banner(refusal)}
    return render(request, "reports/merge.html", context, status=422 if refusal or form.errors else 200)
