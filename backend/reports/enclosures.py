"""Photos of an activity, scans of a paper and the plan of work, put beside a draft one by one."""

from typing import Any
from uuid import uuid4

from django import forms
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from backend.offline import contract
from backend.offline.contract import wants_data
from backend.pages.acting import OfficialRequest, acting
from backend.pages.forms import Photos
from backend.pages.refusals import answered
from backend.uploads import keep, keep_photo
from workflows.core.errors import BadValues, NotDone
from workflows.reports.enclosing import already_sent, enclose, take_away
from workflows.reports.models import Enclosure, Report
from workflows.reports.states import EnclosureKind

from .found import SECTION, draft_or_404, typed

TITLES = {
    "foto": (EnclosureKind.PHOTO, _("Foto kegiatan")), "pindaian": (EnclosureKind.SCAN, _("Pindaian laporan kertas")),
    "rencana": (EnclosureKind.PLAN, _("Rencana kerja")),
}  # fmt: skip
ADDRESSES = {kind: what for what, (kind, _title) in TITLES.items()}


class Upload(forms.Form):
    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    file = forms.FileField(label=_("Foto atau PDF"), widget=Photos())

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, initial={"key": str(uuid4())})


@require_http_methods(["GET", "POST"])
@acting
def enclosures(request: OfficialRequest, pk: int, what: str) -> HttpResponseBase:
    """Sent again with the same `key`, it is the same picture."""
    if what not in TITLES:
        raise Http404
    report, (kind, _title) = draft_or_404(request, pk), TITLES[what]
    form, refusal = Upload(typed(request), request.FILES or None), None
    if request.method == "POST" and form.is_valid():
        try:
            made = put(request, report, kind, form)
        except NotDone as error:
            refusal = error
        else:
            return contract.photo_kept(made.pk) if wants_data(request) else redirect("report-enclosures", pk, what)
    if request.method == "POST" and wants_data(request):
        return contract.unfit(wrong(form, refusal))
    return beside(request, report, kind, form, refusal)


def beside(request: OfficialRequest, report: Report, kind: str, form: Upload, refusal: NotDone | None) -> HttpResponse:
    what = ADDRESSES[EnclosureKind(kind)]
    rows = report.enclosures.filter(kind=kind).select_related("attachment").order_by("pk")
    context = {"report": report, "form": form, "rows": rows, "title": TITLES[what][1], "what": what}
    return answered(SECTION, request, "reports/enclosures.html", context, refusal)


def put(request: OfficialRequest, report: Report, kind: str, form: Upload) -> Enclosure:
    """What came with this key before is not looked at again."""
    given, by = form.cleaned_data, request.acting.mandate
    kept = keep_photo if kind == EnclosureKind.PHOTO else keep
    return already_sent(report, given["key"]) or enclose(report, by, kind, kept(given["file"], by.person, "file"), given["key"])


def wrong(form: Upload, refusal: NotDone | None) -> dict[str, str]:
    if isinstance(refusal, BadValues):
        return refusal.fields
    if refusal:
        return {"file": str(refusal)}
    return {name: " ".join(map(str, words)) for name, words in form.errors.items()}


@require_POST
@acting
def remove(request: OfficialRequest, pk: int, enclosure: int) -> HttpResponse:
    report = draft_or_404(request, pk)
    found = get_object_or_404(report.enclosures, pk=enclosure)
    try:
        take_away(found, request.acting.mandate)
    except NotDone as refusal:  # sent meanwhile, or the mandate ended
        return beside(request, report, found.kind, Upload(), refusal)
    return redirect("report-enclosures", report.pk, ADDRESSES[EnclosureKind(found.kind)])
