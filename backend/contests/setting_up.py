"""Preparing a contest: a new draft, and changing it until it is announced."""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from backend.pages.acting import OfficialRequest, acting
from backend.pages.beginning import begun_once
from backend.pages.forms import renew
from backend.pages.refusals import answered
from workflows.contests import drafting
from workflows.contests.models import Competition
from workflows.core.errors import NotDone

from .competition_form import CompetitionForm, NewCompetition, initial_of
from .room import SECTION, competition_or_404, may_hold, organises

TEMPLATE = "contests/edit.html"


@require_http_methods(["GET", "POST"])
@acting
def new_competition(request: OfficialRequest) -> HttpResponse:
    """A draft in my office, of its own region."""
    if not may_hold(request):
        raise Http404
    form, refusal = NewCompetition(request.POST or None, acting=request.acting), None
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("competition", begun_once(request, form, partial(begun, form, request)))
        except NotDone as error:
            refusal = error
    return answered(SECTION, request, TEMPLATE, {"form": form, "title": _("Lomba baru")}, refusal)


def begun(form: NewCompetition, request: OfficialRequest) -> int:
    return drafting.start_competition(request.acting.region, request.acting.mandate, **form.fields_to_save()).pk


@require_http_methods(["GET", "POST"])
@acting
def edit_competition(request: OfficialRequest, pk: int) -> HttpResponse:
    found = competition_or_404(request, pk)
    if found.state not in drafting.EDITABLE or not organises(request, found):
        raise Http404
    form, refusal = CompetitionForm(request.POST or None, region=found.file.region, initial=initial_of(found)), None
    if request.method == "POST" and form.is_valid():
        try:
            drafting.edit_competition(
                found, request.acting.mandate, version=form.cleaned_data["version"], **form.fields_to_save()
            )
        except NotDone as error:
            refusal = error
            renew(form, version=version_of(found))
        else:
            return redirect("competition", pk)
    return answered(
        SECTION,
        request,
        TEMPLATE,
        {"form": form, "title": found.file.title, "competition": found, "file": found.file},
        refusal,
    )


def version_of(found: Competition) -> int:
    found.file.refresh_from_db(fields=["version"])
    return found.file.version
