"""One visit: reporting it in one form, with pictures and what villages need; or leaving it out for a reason."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from backend.access import needs_for, visits_for
from backend.pages import history
from backend.pages.acting import Acting, OfficialRequest, acting
from backend.pages.file_acts import FileActForm, FileButton, WithReason, do, file_act, file_offers
from backend.pages.forms import renew
from backend.pages.refusals import banner
from backend.uploads import keep_photo
from workflows.coaching.models import Visit, VisitPhoto
from workflows.coaching.needs import note_need
from workflows.coaching.states import NOT_VISITED
from workflows.core.door import problems
from workflows.core.errors import NotDone
from workflows.core.models import JournalSubject
from workflows.routes.drafts import drafted_once

from .visit_forms import PhotosForm, ReportForm, need_rows

SECTION = {"section": "year", "room": "plans"}
RECORD, COACHES = "record_visit", "coaches_there"
EXCUSING = {"excuse": FileButton(gettext_lazy("Kunjungan ini tidak ditagih lagi; alasannya tercatat."), WithReason, danger=True)}


def visit_or_404(request: OfficialRequest, pk: int) -> Visit:
    return get_object_or_404(visits_for(request.acting.scope).select_related("plan__office", "region__parent"), pk=pk)


def may_coach(visit: Visit, acting: Acting) -> bool:
    """Whether my office tells of this visit, whatever its state."""
    return all(problem.rule != COACHES for problem in problems(Visit.record_visit, visit, by=acting.mandate))


@require_GET
@acting
def visit(request: OfficialRequest, pk: int) -> HttpResponse:
    return show(request, visit_or_404(request, pk))


@require_POST
@acting
def report_visit(request: OfficialRequest, pk: int) -> HttpResponse:
    """What was typed stays on the page until all of it is on record; pictures have to be chosen again."""
    found = visit_or_404(request, pk)
    if not may_coach(found, request.acting):
        raise Http404
    form = report_form(request, found, request.POST, request.FILES)
    rows, refusal = need_rows(found, request.POST), None
    if all([form.is_valid(), rows.is_valid()]):
        try:
            record(found, form, [row.cleaned_data for row in rows if row.cleaned_data.get("what")], request.acting)
        except NotDone as error:
            refusal = error
            renew(form, version=visit_or_404(request, pk).version)
        else:
            messages.success(request, _("Kunjungan tercatat."))
            return redirect("visit", pk)
    return show(request, found, (RECORD, form), refusal, 422, rows=rows)


def report_form(request: OfficialRequest, found: Visit, data: Any = None, files: Any = None) -> ReportForm:
    form = ReportForm(data, name=RECORD, version=found.version, subject=found, acting=request.acting)
    form.files = files or form.files
    return form


@transaction.atomic
def record(found: Visit, form: ReportForm, needs: Iterable[dict[str, Any]], acting: Acting) -> None:
    """The visit, its pictures and the needs: all or nothing, and once however often it is sent. Raises what an act raises."""
    do(found, RECORD, form, acting)
    add_pictures(found, form.cleaned_data["photos"], acting)
    for number, told in enumerate(needs):
        key = f"{form.cleaned_data['key']}.{number}"
        drafted_once(key, acting.mandate.person, partial(noted, told, found, acting))


def noted(told: dict[str, Any], found: Visit, acting: Acting) -> int:
    return note_need(told["village"], acting.mandate, what=told["what"], aim=told["aim"], visit=found).pk


def add_pictures(found: Visit, pictures: Iterable[UploadedFile], acting: Acting) -> None:
    """The same picture again is the same. Raises `BadValues` for what is none."""
    for picture in pictures:
        VisitPhoto.objects.get_or_create(visit=found, attachment=keep_photo(picture, acting.mandate.person, "photos"))


@require_POST
@acting
def add_photos(request: OfficialRequest, pk: int) -> HttpResponse:
    """Pictures that come later than the report."""
    found = visit_or_404(request, pk)
    if not may_coach(found, request.acting):
        raise Http404
    form, refusal = PhotosForm(request.POST, request.FILES), None
    if form.is_valid():
        try:
            add_pictures(found, form.cleaned_data["photos"], request.acting)
            return redirect("visit", pk)
        except NotDone as error:
            refusal = error
    return show(request, found, refusal=refusal, status=422, photos=form)


@require_POST
@acting
def visit_act(request: OfficialRequest, pk: int, name: str) -> HttpResponse:
    return file_act(request, name, partial(visit_or_404, request, pk), show, "visit", EXCUSING)


def show(request: OfficialRequest, found: Visit, bound: tuple[str, FileActForm] | None = None, refusal: NotDone | None = None,
         status: int = 200, **typed: Any) -> HttpResponse:  # fmt: skip
    coaches, mine = may_coach(found, request.acting), found.plan.office_id == request.acting.mandate.office_id
    to_tell = coaches and found.state in NOT_VISITED
    context = SECTION | {
        "visit": found, "visitors": found.visitors.order_by("label"),
        "pictures": found.photos.select_related("attachment").order_by("pk"),
        "needs": needs_for(request.acting.scope).filter(visit=found).select_related("file", "kampung__region__parent", "owner"),
        "form": (bound[1] if bound and bound[0] == RECORD else report_form(request, found)) if to_tell else None,
        "rows": need_rows(found) if to_tell else None, "photos": PhotosForm() if coaches and not to_tell else None,
        "offers": file_offers(found, request.acting, bound, EXCUSING) if mine else [], "tried": bound and bound[0],
        "refusal": refusal and banner(refusal), "acts_at": "visit-act", "subject": found, "today": request.acting.today,
        "history": history.lines(JournalSubject.objects.filter(kind="visit", object_id=found.pk)),
    }  # fmt: skip
    return render(request, "coaching/visit.html", context | typed, status=status)
