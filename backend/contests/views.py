"""*Lomba*: the list, and one contest with all that may be known of it so far."""

from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from backend.access import appeals_for, competitions_for, entries_for, juries_of
from backend.keyset import page_or_first
from backend.pages.acting import OfficialRequest, acting
from backend.pages.file_acts import Bound, file_act
from backend.pages.letter_parts import letters_about
from workflows.contests.models import Competition, Entry
from workflows.contests.states import EntryState, Need
from workflows.core.errors import NotDone

from .buttons import OF_COMPETITION, competition_shown
from .old_results import show_old
from .placing import newest, placed
from .room import SECTION, competition_or_404, may_hold, organises
from .tie_words import ties_of
from .winners_decrees import winners_decrees


@require_GET
@acting
def competitions(request: OfficialRequest) -> HttpResponse:
    """The newest year first; results of before Siklus have a page of their own."""
    seen = competitions_for(request.acting.scope).filter(source_on=None).select_related("file__office", "file__region")
    rows, after = page_or_first(seen, ["-year", "-pk"], request.GET.get("sesudah"))
    return render(
        request,
        "contests/competitions.html",
        SECTION | {"competitions": rows, "after": after, "holds": may_hold(request)},
    )


@require_GET
@acting
def competition(request: OfficialRequest, pk: int) -> HttpResponse:
    return show(request, competition_or_404(request, pk))


@require_POST
@acting
def competition_act(request: OfficialRequest, pk: int, name: str) -> HttpResponse:
    """Announce, begin to judge, lock, award, cancel."""
    return file_act(request, name, partial(competition_or_404, request, pk), show, "competition", OF_COMPETITION)


def show(
    request: OfficialRequest, found: Competition, bound: Bound = None, refusal: NotDone | None = None, status: int = 200
) -> HttpResponse:
    if found.is_old:
        return show_old(request, found, bound, refusal, status)
    ranking = newest(found)
    context = competition_shown(found, request.acting, bound, refusal) | {
        "organises": organises(request, found),
        "entries": entries_shown(request, found),
        "jurors": jurors_of(found),
        "seats": juries_of(request.acting.scope).filter(competition=found),
        "ranking": ranking,
        "placed": placed(ranking.published) if ranking else [],
        "appeals": appeals_shown(request, found),
        "needs": [Need(need).label for need in found.needs],
        "ties": ties_of(found.ranking_rules.ties),
        "criteria": found.rubric.rubric.criteria,
        "drafts": winners_decrees(found, request.acting.scope),
        **(letters_about(found.file, request.acting) if ranking else {}),
    }
    return render(request, "contests/competition.html", SECTION | context, status=status)


def entries_shown(request: OfficialRequest, found: Competition) -> QuerySet[Entry]:
    """Those that may be seen, in their places once there are any."""
    seen = entries_for(request.acting.scope).filter(competition=found).exclude(state=EntryState.DRAFT)
    return seen.select_related("kampung__region__parent", "file__office").order_by("rank", "pk")


def appeals_shown(request: OfficialRequest, found: Competition) -> Any:
    return (
        appeals_for(request.acting.scope)
        .filter(file=found.pk)
        .select_related("participant__kampung__region")
        .order_by("-pk")
    )


def jurors_of(found: Competition) -> Any:
    """Everybody with the decree of his appointment and what he stays out of; his reasons once all is locked."""
    seated = found.jurors.select_related("office", "territory", "decree__file", "person")
    return seated.prefetch_related("recusals__participant__kampung__region").order_by("number")
