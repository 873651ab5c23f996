"""The winners' decree: drafted from the locked ranking, then a decree like others."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from backend.access import issuers_for
from backend.pages.acting import OfficialRequest, acting
from workflows.contests.awarding import draft_winners_decree
from workflows.contests.models import Competition
from workflows.core.errors import NotDone
from workflows.organisation.models import Mandate, Role
from workflows.routes.drafts import drafted_once

from .room import competition_or_404
from .views import show
from .winners_decrees import key_of


@require_POST
@acting
def draft_decree(request: OfficialRequest, pk: int) -> HttpResponse:
    found, by = competition_or_404(request, pk), request.acting.mandate
    try:
        return redirect("decree", drafted_once(key_of(found), by.person, partial(begun, found, by)))
    except NotDone as refusal:
        return show(request, found, refusal=refusal, status=422)


def begun(found: Competition, by: Mandate) -> int:
    return draft_winners_decree(found, issuers_for(by).filter(role=Role.REGENT).first(), by).pk
