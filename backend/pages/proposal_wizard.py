"""Filling in a proposal section by section, saved as one types, with a look over all before it is handed in."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from backend.uploads import keep
from workflows.core.errors import NotDone
from workflows.villages.drafting import EDITABLE, attach, detach, save_draft
from workflows.villages.models import Evidence, Proposal

from .acting import OfficialRequest, acting
from .autosave import Saving, differing, is_autosave
from .file_acts import file_offers
from .forms import renew
from .proposal_forms import checklist_of
from .proposal_sections import BY_RULE, REVIEW, Section, after, progress_of, sections_of
from .proposals import answer, proposal_or_404


@require_GET
@acting
def edit_proposal(request: OfficialRequest, pk: int) -> HttpResponse:
    """On to where the work was left."""
    return redirect("proposal-section", pk, progress_of(draft_or_404(request, pk)).first_open)


def draft_or_404(request: OfficialRequest, pk: int) -> Proposal:
    """A proposal that my office is still writing."""
    found = proposal_or_404(request, pk)
    if found.file.office_id != request.acting.mandate.office_id:
        raise Http404
    return found


@require_http_methods(["GET", "POST"])
@acting
def section(request: OfficialRequest, pk: int, slug: str) -> HttpResponse:
    """One section: a form, or the papers of one kind; last of all the look over everything."""
    found = draft_or_404(request, pk)
    if found.state not in EDITABLE:
        return redirect("proposal", pk)
    if slug == REVIEW:
        return look_over(request, found)
    asked = next((one for one in sections_of(found) if one.slug == slug), None)
    if asked is None:
        raise Http404
    return papers(request, found, asked) if asked.uploads else fields(request, found, asked)


def fields(request: OfficialRequest, found: Proposal, asked: Section) -> HttpResponse:
    def fresh(data: Any) -> Any:
        form: Any = asked.form
        return form(data, proposal=proposal_or_404(request, found.pk))

    def save(form: Any) -> None:
        save_draft(found, request.acting.mandate, version=form.cleaned_data.get("version"), **form.given())

    if is_autosave(request):
        return Saving(fresh, save, lambda: version_of(found)).answer(request.POST)
    form, refusal, theirs = fresh(request.POST or None), None, []
    if request.method == "POST" and form.is_valid():
        try:
            save(form)
        except NotDone as error:
            refusal, theirs = error, differing(fresh, request.POST)
            renew(form, version=version_of(found))
        else:
            return redirect("proposal-section", found.pk, after(found, asked.slug))
    return page(request, found, asked, form, refusal, theirs=theirs)


def version_of(found: Proposal) -> int:
    found.file.refresh_from_db(fields=["version"])
    return found.file.version


def papers(request: OfficialRequest, found: Proposal, asked: Section) -> HttpResponse:
    """Put papers or photos beside a draft, several at once; one that is there already stays one."""
    form, refusal = asked.form(request.POST or None, request.FILES or None), None
    if request.method == "POST" and form.is_valid():
        try:
            attach_all(found, form, request)
        except NotDone as error:
            refusal = error
        else:
            return redirect("proposal-section", found.pk, asked.slug)
    return page(request, found, asked, form, refusal)


def attach_all(found: Proposal, form: forms.Form, request: OfficialRequest) -> None:
    """Raises `BadValues` for what is no whole picture or PDF; then none is attached."""
    given, by = form.cleaned_data, request.acting.mandate
    kept = [keep(upload, by.person, "upload") for upload in given["upload"]]
    for attachment in kept:
        attach(found, by, given["kind"], attachment, given["note"])


def page(request: OfficialRequest, found: Proposal, asked: Section, form: forms.Form, refusal: NotDone | None = None,
         **more: Any) -> HttpResponse:  # fmt: skip
    shown = found.file.evidence.filter(kind__in=asked.kinds).select_related("attachment").order_by("pk")
    context = {"form": form, "proposal": found, "file": found.file, "section_shown": asked, "progress": progress_of(found),
               "evidence": shown, "next": after(found, asked.slug)}  # fmt: skip
    return answer(request, "proposals/section.html", context | more, refusal)


def look_over(request: OfficialRequest, found: Proposal) -> HttpResponse:
    """Everything that will be handed in, what stands in the way with the section that answers it, and the button."""
    offers = [one for one in file_offers(found, request.acting) if one.name in ("submit", "resubmit")]
    problems = [(problem, BY_RULE.get(problem.rule)) for one in offers for problem in one.problems]
    context = {"proposal": found, "file": found.file, "progress": progress_of(found), "offers": offers, "problems": problems,
               "checklist": checklist_of(found), "evidence": found.file.evidence.select_related("attachment").order_by("pk")}  # fmt: skip
    return answer(request, "proposals/look_over.html", context, None)


@require_POST
@acting
def detach_evidence(request: OfficialRequest, pk: int, evidence: int) -> HttpResponse:
    found = draft_or_404(request, pk)
    item = get_object_or_404(Evidence.objects.select_related("attachment"), pk=evidence, file=pk)
    asked = next((one for one in sections_of(found) if item.kind in one.kinds), sections_of(found)[-1])
    try:
        detach(item, request.acting.mandate)
    except NotDone as refusal:
        return page(request, found, asked, asked.form(), refusal)
    return redirect("proposal-section", pk, asked.slug)
