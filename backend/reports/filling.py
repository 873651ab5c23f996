"""Filling in a draft, one section a page: what was told the last time beside each field, saved on the server."""

from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from backend.offline import contract
from backend.offline.contract import wants_data
from backend.pages.acting import OfficialRequest, acting
from backend.pages.forms import renew
from backend.pages.refusals import banner
from workflows.core.errors import BadValues, NotDone
from workflows.reports.definition import Section
from workflows.reports.models import Report
from workflows.reports.origins import last_before
from workflows.reports.sections import Saved, SectionConflict, save_section, saved_of, source_of
from workflows.reports.sending import denominators
from workflows.reports.states import Span

from .fields import SectionForm, blame, initial_of
from .found import SECTION, draft_or_404
from .progress import Progress, progress_of
from .words import said


@require_http_methods(["GET", "POST"])
@acting
def section(request: OfficialRequest, pk: int, key: str) -> HttpResponseBase:
    """`?salin=1` fills in what was told the last time."""
    report = draft_or_404(request, pk)
    part = report.offered.section(key)
    if part is None:
        raise Http404
    if request.method == "POST":
        return saved(request, report, part)
    form = form_of(report, part, copied="salin" in request.GET)
    return shown(request, report, part, form)


def form_of(report: Report, part: Section, data: Any = None, *, copied: bool = False) -> SectionForm:
    before = last_before(report)
    figures = part.of(report.figures)
    if copied and before:
        figures = part.of(before.figures) | figures
    return SectionForm(
        data, form=report.offered, fields=part.fields, figures=figures, before=before.figures if before else None,
        when=before.period_words if before else "", known=denominators(report, report.offered) | report.figures,
        read=saved_of(report, part.key).version, source=source_of(report, part),
    )  # fmt: skip


def saved(request: OfficialRequest, report: Report, part: Section) -> HttpResponseBase:
    form = form_of(report, part, request.POST)
    if not form.is_valid():
        return unfit(request, report, part, form)
    given = form.cleaned_data
    try:
        done = save_section(report, request.acting.mandate, part, form.figures, read=given["read"], key=given["key"],
                            source=given["source"])  # fmt: skip
    except SectionConflict as conflict:
        return both(request, report, part, form, conflict)
    except BadValues as bad:
        blame(form, bad.fields)
        return unfit(request, report, part, form)
    except NotDone as refusal:
        return contract.unfit({"": str(refusal)}) if wants_data(request) else shown(request, report, part, form, refusal, 422)
    report.refresh_from_db()
    return kept(request, report, part, done)


def kept(request: OfficialRequest, report: Report, part: Section, done: Saved) -> HttpResponseBase:
    if wants_data(request):
        return contract.kept(done.version, done.at, progress_of(report).words)
    return redirect(address_after(report, part))


def address_after(report: Report, part: Section) -> str:
    """Of the next section, and of the look over all after the last."""
    following = report.offered.sections[report.offered.sections.index(part) + 1 :]
    return reverse("report-section", args=[report.pk, following[0].key]) if following else reverse("report", args=[report.pk])


def unfit(request: OfficialRequest, report: Report, part: Section, form: SectionForm) -> HttpResponseBase:
    if wants_data(request):
        return contract.unfit(contract.faults(form))
    return shown(request, report, part, form, status=422)


def both(request: OfficialRequest, report: Report, part: Section, form: SectionForm, conflict: SectionConflict) -> HttpResponseBase:
    """What the other wrote, beside what was typed here; sent once more, this one counts."""
    there = conflict.saved
    if wants_data(request):
        return contract.saved_elsewhere(initial_of(part.fields, conflict.theirs), there.by, there.at, there.version)
    renew(form, read=there.version)
    differing = [field for field in part.fields if form.figures[field.key] != conflict.theirs.get(field.key)]
    theirs = [{"label": field.label, "words": said(field, conflict.theirs.get(field.key))} for field in differing]
    return shown(request, report, part, form, conflict, 409, {"theirs": theirs})


def shown(request: OfficialRequest, report: Report, part: Section, form: SectionForm, refusal: NotDone | None = None,
          status: int = 200, more: dict[str, Any] | None = None) -> HttpResponse:  # fmt: skip
    before, progress = last_before(report), progress_of(report)
    context = SECTION | {
        "report": report, "part": part, "form": form, "refusal": refusal and banner(refusal), "progress": progress,
        "number": report.offered.sections.index(part) + 1, "before": before, "saved": saved_of(report, part.key),
        "copyable": bool(before) and report.offered.every == Span.YEAR and not part.of(report.figures),
        "wrong": faults_seen(progress, part), "next": address_after(report, part),
    } | (more or {})  # fmt: skip
    return render(request, "reports/section.html", context, status=status)


def faults_seen(progress: Progress, part: Section) -> list[str]:
    """What is wrong with a section that was saved before: nobody is blamed for what he has not come to yet."""
    stand = next(one for one in progress.sections if one.section == part)
    return list(stand.faults.values()) if stand.begun else []
