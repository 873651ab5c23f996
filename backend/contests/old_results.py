"""*Hasil sebelum Siklus*: what papers and the press tell of earlier contests, apart from all that was ranked here."""

from functools import partial

from django.db.models import Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from backend.access import competitions_for, entries_for, villages_for
from backend.keyset import page_or_first
from backend.pages.acting import OfficialRequest, acting
from backend.pages.beginning import begun_once
from backend.pages.file_acts import Bound
from backend.pages.refusals import answered
from workflows.contests.models import Competition
from workflows.contests.old_results import enter_old_result
from workflows.contests.states import CompetitionState
from workflows.core.errors import NotDone

from .buttons import competition_shown
from .old_result_form import OldResultForm, region_of
from .room import SECTION, may_hold


@require_GET
@acting
def old_results(request: OfficialRequest) -> HttpResponse:
    """The newest year first; each with who came where, and from which source that is known."""
    scope = request.acting.scope
    placed = entries_for(scope).exclude(rank=None).select_related("kampung__region__parent").order_by("rank", "pk")
    found = competitions_for(scope).filter(source_on__isnull=False).exclude(state=CompetitionState.CANCELLED)
    found = found.select_related("file__office").prefetch_related(Prefetch("entries", placed, to_attr="placed"))
    rows, after = page_or_first(found, ["-year", "-pk"], request.GET.get("sesudah"))
    return render(
        request, "contests/old_results.html", SECTION | {"results": rows, "after": after, "holds": may_hold(request)}
    )


@require_http_methods(["GET", "POST"])
@acting
def enter_old(request: OfficialRequest) -> HttpResponse:
    if not may_hold(request):
        raise Http404
    form, refusal = OldResultForm(request.POST or None, acting=request.acting), None
    if request.method == "POST" and request.POST.get("tekan") != "tambah" and form.is_valid():
        try:
            return redirect("competition", begun_once(request, form, partial(begun, form, request)))
        except NotDone as error:
            refusal = error
    return answered(SECTION, request, "contests/enter_old.html", {"form": form}, refusal)


def begun(form: OldResultForm, request: OfficialRequest) -> int:
    """Raises what drafting and the act raise."""
    given, now = form.fields_to_save(), request.acting
    units = villages_for(now.scope).select_related("region").in_bulk([unit for unit, _rank in form.came()])
    came = [(units[unit], rank) for unit, rank in form.came()]
    return enter_old_result(region_of(given["level"], now), now.mandate, came, **given).pk


def show_old(
    request: OfficialRequest, found: Competition, bound: Bound = None, refusal: NotDone | None = None, status: int = 200
) -> HttpResponse:
    """One of them: its source and its ranks; nothing of rubrics, juries and computing, which it never had here."""
    entries = entries_for(request.acting.scope).filter(competition=found)
    context = competition_shown(found, request.acting, bound, refusal)
    context["entries"] = entries.select_related("kampung__region__parent").order_by("rank", "pk")
    return render(request, "contests/old_result.html", SECTION | context, status=status)
