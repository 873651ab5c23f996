"""Saving one section of an evaluation: by its form, or by a script that was without a network and sends it later."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from backend.offline import contract
from backend.offline.contract import wants_data
from backend.pages.about import remarks_on
from backend.pages.acting import OfficialRequest, acting
from backend.pages.forms import renew
from workflows.core.errors import BadValues, NotDone, Refused
from workflows.evaluations.drafting import SectionChanged, save_section, version_of
from workflows.evaluations.models import Evaluation, SavedSection
from workflows.evaluations.questionnaire import Section
from workflows.organisation.models import Mandate
from workflows.routes.remarks import answer_remarks

from .answers import as_sent
from .forms import SectionForm
from .sections import by_place, form_of, last_saved, page_of
from .showing import evaluation_or_404, mine_or_404, section_or_404, show
from .wording import in_words

SAME = "same"
"""The button that takes the answer of last year over."""


@require_http_methods(["GET", "POST"])
@acting
def section(request: OfficialRequest, pk: int, key: str) -> HttpResponse:
    """Answers 200, 409 where somebody else saved the section since it was read, or 422 with what is wrong with which field."""
    found = mine_or_404(request, pk)
    asked = section_or_404(found, key)
    if request.method == "GET":
        return to_section(pk, key)
    remarks = by_place(remarks_on(found.file), found)[key]
    form = form_of(found, asked, last_saved(found).get(key), remarks, with_last_years(found, asked, request))
    if not form.is_valid():
        return wrong(request, found, form, contract.faults(form))
    try:
        saved = save(found, form, request.acting.mandate)
    except SectionChanged as changed:
        return both(request, found, form, changed)
    except BadValues as bad:
        return wrong(request, found, form, bad.fields, bad)
    except Refused as refused:
        return wrong(request, found, form, {"": str(refused)}, refused)
    return kept(request, pk, key, saved)


def with_last_years(found: Evaluation, asked: Section, request: OfficialRequest) -> Any:
    """What was sent, with the answer of last year where *Masih sama* was pressed."""
    target = request.POST.get(SAME, "")
    part = next(part for part in page_of(found).parts if part.section == asked) if target else None
    same = next((one.same for one in part.asked if one.target == target), None) if part else None
    if same is None:
        return request.POST
    sent = request.POST.copy()
    sent[target] = same
    return sent


@transaction.atomic
def save(found: Evaluation, form: SectionForm, by: Mandate) -> SavedSection:
    """Raises what `save_section` and `answer_remarks` raise."""
    given = form.cleaned_data
    saved = save_section(found, by, form.section.key, form.given(), read=given["read"], key=given["key"])
    if replies := form.replies():
        answer_remarks(found.file, by, replies)
    return saved


def kept(request: OfficialRequest, pk: int, key: str, saved: SavedSection) -> HttpResponse:
    page = page_of(evaluation_or_404(request, pk))
    if wants_data(request):
        return contract.kept(saved.version, saved.at, page.progress)
    same = request.POST.get(SAME)
    return to_section(pk, key if same else after(key, [part.section.key for part in page.parts]))


def after(key: str, keys: list[str]) -> str:
    """The section that follows; after the last one, the last."""
    return [*keys[keys.index(key) + 1 :], key][0]


def to_section(pk: int, key: str) -> HttpResponse:
    return redirect(f"{reverse('evaluation', args=[pk])}?bagian={key}#{key}")


def wrong(request: OfficialRequest, found: Evaluation, form: SectionForm, problems: dict[str, str],
          refusal: NotDone | None = None) -> HttpResponse:  # fmt: skip
    if wants_data(request):
        return contract.unfit(problems)
    return show(request, evaluation_or_404(request, found.pk), form, refusal, status=422)


def both(request: OfficialRequest, found: Evaluation, form: SectionForm, changed: SectionChanged) -> HttpResponse:
    """Nothing was written: what stands is shown beside what was typed."""
    version, who, at = version_of(changed.saved), saver(changed.saved), moment(changed.saved)
    if wants_data(request):
        theirs = {f"{form.section.key}.{one.key}": as_sent(one, changed.answers.get(one.key)) for one in form.section.questions}
        return contract.saved_elsewhere(theirs, who, at, version)
    renew(form, read=version)
    theirs_shown = [{"label": one.label, "words": in_words(one, changed.answers.get(one.key))} for one in form.section.questions
                    if changed.answers.get(one.key) != form.given()[one.key]]  # fmt: skip
    more: dict[str, Any] = {"theirs": theirs_shown, "their_name": who, "their_time": at}
    return show(request, evaluation_or_404(request, found.pk), form, status=409, **more)


def saver(saved: SavedSection | None) -> str:
    return saved.person.full_name if saved else _("Sistem")


def moment(saved: SavedSection | None) -> datetime | None:
    return saved.at if saved else None
