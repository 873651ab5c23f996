"""The page of an evaluation: the village answers there, everybody else reads; and the look over all before it is handed in."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from backend.pages.acting import OfficialRequest, acting
from backend.pages.file_acts import FileActForm, file_act, file_offers
from backend.pages.refusals import banner
from workflows.core.errors import NotDone
from workflows.evaluations.computing import computed
from workflows.evaluations.gathering import reports_behind
from workflows.evaluations.models import Evaluation

from . import showing
from .buttons import OF_EVALUATIONS
from .explaining import explained_of
from .sections import page_of, unseen_places
from .showing import HANDING_IN, YEAR, evaluation_or_404, is_answered_by


@require_GET
@acting
def evaluation(request: OfficialRequest, pk: int) -> HttpResponse:
    return showing.show(request, evaluation_or_404(request, pk))


@require_GET
@acting
def look_over(request: OfficialRequest, pk: int) -> HttpResponse:
    """Everything that will be handed in with the class to be expected, what is missing, and the button."""
    found = evaluation_or_404(request, pk)
    if not is_answered_by(found, request):
        return redirect("evaluation", pk)
    return before_handing_in(request, found)


@require_POST
@acting
def act(request: OfficialRequest, pk: int, name: str) -> HttpResponse:
    """Hand in, hand in again; late, once more, compute again."""
    return file_act(request, name, partial(evaluation_or_404, request, pk), refused, "evaluation", OF_EVALUATIONS)


def refused(request: OfficialRequest, found: Evaluation, bound: tuple[str, FileActForm], refusal: NotDone | None = None,
            status: int = 422) -> HttpResponse:  # fmt: skip
    if bound[0] in HANDING_IN and is_answered_by(found, request):
        return before_handing_in(request, found, bound, refusal, status)
    return showing.show(request, found, refusal=refusal, status=status, tried=bound)


def before_handing_in(request: OfficialRequest, found: Evaluation, bound: tuple[str, FileActForm] | None = None,
                      refusal: NotDone | None = None, status: int = 200) -> HttpResponse:  # fmt: skip
    offers = [one for one in file_offers(found, request.acting, bound, OF_EVALUATIONS) if one.name in HANDING_IN]
    expected = computed([found])[found.pk]
    behind = reports_behind(found.kampung, found.round.cutoff_on)
    context: dict[str, Any] = YEAR | {
        "evaluation": found, "file": found.file, "page": page_of(found), "unseen": unseen_places(found), "offers": offers,
        "refusal": refusal and banner(refusal),
        "why": explained_of(found, expected.facts, expected.outcome, behind), "expecting": True,
    }  # fmt: skip
    return render(request, "rounds/look_over.html", context, status=status)
