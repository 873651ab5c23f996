"""*Penilaian*: a juror's own list with how far he is, his recusals, and the chair's vote. No points of anybody are shown."""

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from backend.access import juries_of
from backend.pages.acting import OfficialRequest, acting
from backend.pages.forms import area
from backend.pages.refusals import answered, banner
from workflows.contests.collecting import bound_jurors
from workflows.contests.models import Competition, Entry, Juror, Score
from workflows.contests.states import FINAL, IN_THE_RUNNING, SCORED
from workflows.core.door import perform
from workflows.core.errors import NotDone

from .room import SECTION, competition_or_404, entry_or_404, organises

SHOWN = [*IN_THE_RUNNING, *FINAL]


@dataclass(frozen=True)
class ToScore:
    """One entry on a juror's list. `out`: why he stays out of it; else how many of the criteria he has given."""

    entry: Entry
    given: int
    criteria: int
    out: str = ""

    @property
    def done(self) -> bool:
        return self.given == self.criteria

    @property
    def ready(self) -> bool:
        """Whether points are taken of it now."""
        return not self.out and self.entry.state in SCORED


@require_GET
@acting
def judging(request: OfficialRequest, pk: int) -> HttpResponse:
    return show(request, competition_or_404(request, pk))


def show(request: OfficialRequest, found: Competition, refusal: NotDone | None = None) -> HttpResponse:
    seats = list(juries_of(request.acting.scope).filter(competition=found).order_by("number"))
    if not (seats or organises(request, found)):
        raise Http404
    entries = list(
        found.entries.filter(state__in=SHOWN)
        .select_related("kampung__region__parent", "file__office", "competition")
        .order_by("pk")
    )
    criteria = len(found.rubric.rubric.criteria)
    counts = Counter(
        {
            (entry, juror): n
            for entry, juror, n in Score.objects.filter(participant__in=entries)
            .values_list("participant", "juror")
            .annotate(n=Count("pk"))
        }
    )
    outs = stays_out(found, entries)
    lists = [
        (seat, [ToScore(one, counts[one.pk, seat.pk], criteria, outs.get((one.pk, seat.pk), "")) for one in entries])
        for seat in seats
    ]
    context = {
        "competition": found,
        "file": found.file,
        "lists": lists,
        "organises": organises(request, found),
        "refusal": refusal and banner(refusal),
        "progress": progress(found, entries, counts, outs, criteria),
        "chairs": any(seat.chair for seat in seats),
    }
    return render(request, "contests/judging.html", SECTION | context, status=422 if refusal else 200)


def stays_out(found: Competition, entries: list[Entry]) -> dict[tuple[int, int], str]:
    """Entry and juror → why he does not score it: his own word, or where he comes from."""
    said = found.jurors.filter(recusals__isnull=False).values_list("recusals__participant", "pk", "recusals__reason")
    bound = {
        (entry.pk, juror.pk): _("wilayah atau kantor asalnya sendiri")
        for entry in entries
        for juror in bound_jurors(entry)
    }
    return bound | {(entry, juror): reason for entry, juror, reason in said}


def progress(
    found: Competition, entries: list[Entry], counts: Any, outs: Any, criteria: int
) -> list[tuple[Juror, int, int]]:
    """Each juror with finished sheets and how many are his: numbers, never points."""
    jurors = found.jurors.order_by("number")
    mine = {seat.pk: [entry.pk for entry in entries if (entry.pk, seat.pk) not in outs] for seat in jurors}
    return [
        (seat, sum(counts[entry, seat.pk] == criteria for entry in mine[seat.pk]), len(mine[seat.pk]))
        for seat in jurors
    ]


class RecusalForm(forms.Form):
    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    reason = forms.CharField(
        label=gettext_lazy("Alasan tidak menilai"),
        widget=area(),
        help_text=gettext_lazy("Yang sudah Anda nilai pada peserta ini tidak dihitung lagi."),
    )


@require_http_methods(["GET", "POST"])
@acting
def recuse(request: OfficialRequest, pk: int, juror: int) -> HttpResponse:
    found = entry_or_404(request, pk)
    seat = get_object_or_404(juries_of(request.acting.scope), pk=juror, competition=found.competition_id)
    form, refusal = RecusalForm(request.POST or None, initial={"key": str(uuid4())}), None
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            perform(
                Entry.recuse,
                found,
                by=request.acting.mandate,
                key=given["key"],
                reason=given["reason"],
                values={"juror": seat.pk},
            )
            messages.success(
                request, _("Dicatat: Anda tidak menilai %(village)s.") % {"village": found.kampung.region.name}
            )
            return redirect("judging", found.competition_id)
        except NotDone as error:
            refusal = error
    context = {"form": form, "entry": found, "file": found.file, "seat": seat, "competition": found.competition}
    return answered(SECTION, request, "contests/recuse.html", context, refusal)


@require_POST
@acting
def vote(request: OfficialRequest, pk: int) -> HttpResponse:
    """`urutan-<entry>`: the place that the chair would give it; empty: none."""
    found = competition_or_404(request, pk)
    wanted = {
        name.removeprefix("urutan-"): value
        for name, value in request.POST.dict().items()
        if name.startswith("urutan-") and value
    }
    try:
        perform(Competition.vote, found, by=request.acting.mandate, values={"preferred": in_order(wanted)})
    except NotDone as refusal:
        return show(request, found, refusal)
    messages.success(request, _("Suara ketua juri tersimpan; dibuka bersama peringkat."))
    return redirect("judging", pk)


def in_order(wanted: dict[str, str]) -> list[int]:
    """Entries by the places written beside them; what is no number comes to nothing and is told by the act."""
    numbers = {int(entry): int(place) for entry, place in wanted.items() if is_number(entry) and is_number(place)}
    return sorted(numbers, key=lambda entry: (numbers[entry], entry))


def is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10
