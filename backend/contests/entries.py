"""One entry: how far it has come, what speaks against it, its evidence, and what may be done."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from backend.access import appeals_for, juries_of
from backend.pages import history
from backend.pages.acting import OfficialRequest, acting
from backend.pages.file_acts import Bound, file_act
from backend.pages.letter_parts import letters_about
from backend.pages.refusals import banner
from workflows.contests.certificates import earns_certificate
from workflows.contests.collecting import bound_jurors
from workflows.contests.eligibility import reasons_against
from workflows.contests.models import Entry
from workflows.contests.states import EntryState
from workflows.core.errors import NotDone
from workflows.villages.models import Evidence

from .buttons import OF_ENTRY, offers_on
from .eligibility import WOULD_HELP
from .placing import newest, placed
from .room import SECTION, entry_or_404, organises

E = EntryState
WAY = [E.NOMINATED, E.CHECKED, E.SHORTLISTED, E.PRESENTED, E.FIELD_VERIFIED, E.RANKED, E.AWARDED]
"""The stations of an entry that gets through."""
REACHED = {E.FORWARDED: E.RANKED}


@require_GET
@acting
def entry(request: OfficialRequest, pk: int) -> HttpResponse:
    return show(request, entry_or_404(request, pk))


@require_POST
@acting
def entry_act(request: OfficialRequest, pk: int, name: str) -> HttpResponse:
    """Nominate, check, shortlist, present, disqualify, withdraw, object, forward."""
    return file_act(request, name, partial(entry_or_404, request, pk), show, "entry", OF_ENTRY)


def show(
    request: OfficialRequest, found: Entry, bound: Bound = None, refusal: NotDone | None = None, status: int = 200
) -> HttpResponse:
    contest, by = found.competition, request.acting.mandate
    ranking = newest(contest)
    context = {
        "entry": found,
        "file": found.file,
        "competition": contest,
        "subject": found,
        "acts_at": "entry-act",
        "tried": bound and bound[0],
        "offers": [] if contest.is_old else offers_on(found, request.acting, OF_ENTRY, contest.file.office_id, bound),
        "refusal": refusal and banner(refusal),
        "stations": stations(found),
        "against": against(found, by),
        "organises": organises(request, contest),
        "evidence": Evidence.objects.filter(file=found.pk).select_related("attachment").order_by("pk"),
        "visit": visit_of(found, request, locked=ranking is not None),
        "history": history.of_file(found.pk),
        "seats": juries_of(request.acting.scope).filter(competition=contest),
        "recusals": recusals_of(found),
        "bound": bound_jurors(found),
        "appeals": appeals_for(request.acting.scope).filter(participant=found).order_by("-pk"),
        "forwarded": found.forwarded_to.all(),
        "place": next((one for one in placed(ranking.published) if one.entry == found.pk), None) if ranking else None,
        **(letters_about(found.file, request.acting) if earns_certificate(found) else {}),
    }
    return render(request, "contests/entry.html", SECTION | context, status=status)


def stations(found: Entry) -> list[tuple[str, str]]:
    """Each station of the way in words, with `done`, `open` (where it stands) or nothing."""
    here = REACHED.get(E(found.state), found.state)
    at = WAY.index(E(here)) if here in WAY else -1
    return [(str(station.label), "done" if n < at else "open" if n == at else "") for n, station in enumerate(WAY)]


def against(found: Entry, by: Any) -> list[tuple[Any, Any]]:
    """While it is being checked: what keeps it out, and what would lift that."""
    if found.state not in (E.DRAFT, E.NOMINATED):
        return []
    return [
        (problem, WOULD_HELP[problem.rule])
        for problem in reasons_against(found.competition, [found.kampung], by)[found.kampung_id]
    ]


def visit_of(found: Entry, request: OfficialRequest, locked: bool) -> dict[str, Any] | None:
    """What was found on the spot; its points, which break ties, are the organiser's until all is locked."""
    visit = getattr(found, "visit", None)
    if visit is None:
        return None
    return {
        "visited_on": visit.visited_on,
        "note": visit.note,
        "points": visit.points if locked or organises(request, found.competition) else None,
    }


def recusals_of(found: Entry) -> Any:
    return found.recusals.select_related("juror").order_by("pk")
