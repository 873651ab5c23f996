"""Who may enter a contest, who not and why, and what would let them in; nominating is one button beside it."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from backend.access import villages_for
from backend.keyset import page_or_first
from backend.pages.acting import OfficialRequest, acting
from backend.pages.refusals import banner
from workflows.contests.drafting import start_entry
from workflows.contests.eligibility import may_nominate, reasons_against, takes_nominations
from workflows.contests.models import Competition, Entry
from workflows.contests.states import ContestLevel, EntryState
from workflows.core.door import perform
from workflows.core.errors import NotDone, Problem
from workflows.villages.models import KampungKB

from .room import SECTION, competition_or_404

WOULD_HELP: dict[str, str | Promise] = {
    "designated_on_the_cutoff": gettext_lazy(
        "Keputusan penetapan yang berlaku paling lambat pada tanggal acuan, tanpa penangguhan."
    ),
    "pokja_current_on_the_cutoff": gettext_lazy("Keputusan Pokja yang berlaku pada tanggal acuan."),
    "profile_complete": gettext_lazy("Profil Kampung KB yang dilengkapi oleh Pokjanya."),
    "not_lately_a_winner": gettext_lazy("Menunggu sampai masa jedanya lewat, atau lomba kategori lain."),
    "in_the_contests_territory": gettext_lazy("Lomba di wilayahnya sendiri."),
}


@dataclass(frozen=True)
class Candidate:
    """A village with what stands against it; `entry` where it is in the contest already."""

    unit: KampungKB
    against: list[Problem]
    entry: Entry | None
    nominable: bool

    @property
    def told(self) -> list[tuple[Problem, Any]]:
        """Each reason with what would lift it."""
        return [(problem, WOULD_HELP[problem.rule]) for problem in self.against]


@require_GET
@acting
def eligibility(request: OfficialRequest, pk: int) -> HttpResponse:
    return show(request, competition_or_404(request, pk))


def show(request: OfficialRequest, found: Competition, refusal: NotDone | None = None) -> HttpResponse:
    units, after = page_or_first(units_of(request, found), ["region__path", "pk"], request.GET.get("sesudah"))
    candidates = candidates_of(request, found, units)
    context = {
        "competition": found, "file": found.file, "candidates": candidates, "after": after, "refusal": refusal and banner(refusal),
        "fit": sum(not one.against for one in candidates), "open": takes_nominations(found),
    }  # fmt: skip
    return render(request, "contests/eligibility.html", SECTION | context, status=422 if refusal else 200)


def units_of(request: OfficialRequest, found: Competition) -> QuerySet[KampungKB]:
    """Those in reach of whoever asks, within the contest's area."""
    units: Any = villages_for(request.acting.scope).select_related("region__parent")
    inside = {} if found.level == ContestLevel.NATION else {"region__path__startswith": found.file.region.path}
    return units.filter(**inside)


def candidates_of(request: OfficialRequest, found: Competition, units: list[KampungKB]) -> list[Candidate]:
    by = request.acting.mandate
    against = reasons_against(found, units, by)
    standing = Entry.objects.filter(competition=found, kampung__in=units).exclude(
        state__in=[EntryState.DRAFT, EntryState.WITHDRAWN]
    )
    entries = {entry.kampung_id: entry for entry in standing}
    return [
        Candidate(unit, against[unit.pk], entries.get(unit.pk), not against[unit.pk] and may_nominate(found, unit, by))
        for unit in units
    ]


@require_POST
@acting
def nominate(request: OfficialRequest, pk: int) -> HttpResponse:
    """The village (`desa`: id of its Kampung KB) enters in one step: its entry is begun and nominated."""
    found = competition_or_404(request, pk)
    asked = request.POST.get("desa", "")
    if not asked.isascii() or not asked.isdigit() or len(asked) > 18:
        raise Http404
    unit = get_object_or_404(units_of(request, found), pk=asked)
    try:
        entry = nominated(found, unit, request)
    except NotDone as refusal:
        return show(request, found, refusal)
    messages.success(request, _("%(village)s dicalonkan.") % {"village": unit.region.name})
    return redirect("entry", entry.pk)


def nominated(found: Competition, unit: KampungKB, request: OfficialRequest) -> Entry:
    """The draft that my office has begun before, or a new one. Raises what drafting and the act raise."""
    by = request.acting.mandate
    begun = Entry.objects.filter(
        competition=found, kampung=unit, state=EntryState.DRAFT, file__office=by.office
    ).first()
    entry = begun or start_entry(found, unit, by)
    perform(Entry.nominate, entry, by=by)
    return entry
