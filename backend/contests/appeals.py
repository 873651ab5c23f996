"""An objection to a locked ranking, and its answer."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from backend.access import appeals_for
from backend.pages.acting import OfficialRequest, acting
from backend.pages.file_acts import Bound, file_act
from backend.pages.refusals import banner
from workflows.contests.models import Appeal
from workflows.core.errors import NotDone

from .buttons import OF_APPEAL, offers_on
from .room import SECTION


def appeal_or_404(request: OfficialRequest, pk: int) -> Appeal:
    wanted = ("file__office", "file__competition", "participant__kampung__region", "participant__file__office")
    return get_object_or_404(appeals_for(request.acting.scope).select_related(*wanted), pk=pk)


@require_GET
@acting
def appeal(request: OfficialRequest, pk: int) -> HttpResponse:
    return show(request, appeal_or_404(request, pk))


@require_POST
@acting
def appeal_act(request: OfficialRequest, pk: int, name: str) -> HttpResponse:
    """Uphold it, which opens the judging again, or dismiss it."""
    return file_act(request, name, partial(appeal_or_404, request, pk), show, "appeal", OF_APPEAL)


def show(
    request: OfficialRequest, found: Appeal, bound: Bound = None, refusal: NotDone | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "appeal": found,
        "file": found.file,
        "competition": found.file.competition,
        "subject": found,
        "acts_at": "appeal-act",
        "tried": bound and bound[0],
        "offers": offers_on(found, request.acting, OF_APPEAL, found.file.office_id, bound),
        "refusal": refusal and banner(refusal),
    }
    return render(request, "contests/appeal.html", SECTION | context, status=status)
