"""A village with its facts on a day, its people, its story, and what is due next."""

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import F, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from backend.access import decrees_for, scope_of, villages_for
from backend.contests.of_village import ranks_of
from backend.pages.acting import OfficialRequest, acting
from backend.pages.forms import Day
from backend.pages.refusals import banner
from backend.rounds.of_village import classes_of
from workflows.core.door import perform, problems
from workflows.core.errors import NotDone
from workflows.decrees.models import Effect
from workflows.organisation.labels import with_labels
from workflows.organisation.models import Region
from workflows.villages.models import KampungKB, Pokja
from workflows.villages.states import KampungState

from .about_village import files_of, next_due, papers_of
from .officials import officials_of
from .regions import OnDay
from .timeline import KINDS, timeline

SECTION = {"section": "villages"}
FACTS = {
    "village_decree": (_("Keputusan desa/kelurahan"), "form"), "designated": (_("Penetapan"), "designate"),
    "pokja": (_("Pokja"), "appoint_pokja"), "suspended": (_("Penangguhan"), "suspend"),
}  # fmt: skip


class LaunchForm(forms.Form):
    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    version = forms.IntegerField(widget=forms.HiddenInput)
    held_on = forms.DateField(label=_("Tanggal pencanangan"), widget=Day())
    place = forms.CharField(label=_("Tempat"), max_length=200)


def village_or_404(request: OfficialRequest, pk: int) -> KampungKB:
    return get_object_or_404(villages_for(request.acting.scope).select_related("region__parent__parent"), pk=pk)


@require_GET
@acting
def village(request: OfficialRequest, pk: int) -> HttpResponse:
    return show(request, village_or_404(request, pk))


@require_POST
@acting
def launch(request: OfficialRequest, pk: int) -> HttpResponse:
    """Note the day of the public launch, after it was held."""
    found = village_or_404(request, pk)
    form = LaunchForm(request.POST)
    if not form.is_valid():
        return show(request, found, form, status=422)
    given = form.cleaned_data
    try:
        perform(KampungKB.launch, found, by=request.acting.mandate, version=given["version"], key=given["key"],
                values={"held_on": given["held_on"].isoformat(), "place": given["place"]})  # fmt: skip
    except NotDone as refusal:
        return show(request, village_or_404(request, pk), form, refusal, 422)
    return redirect("village", pk)


def show(request: OfficialRequest, found: KampungKB, bound: LaunchForm | None = None, refusal: NotDone | None = None,
         status: int = 200) -> HttpResponse:  # fmt: skip
    asked = OnDay(request.GET or {"tanggal": request.acting.today})
    day, mandates = asked.chosen(request.acting.today), request.acting.scope
    context = SECTION | {
        "village": found, "region": labelled(found), "day": day, "today": request.acting.today, "asked": asked, "refusal": refusal and banner(refusal),
        "launch_form": launch_form(request, found, bound), "officials": officials_of(found.region, request.acting.today),
        "next": next_due(found, mandates), "above_is_seen": scope_of(mandates).reaches(found.region.parent), "hamlets": KampungKB.objects.filter(region=found.region_id).exclude(pk=found.pk).order_by("hamlet"),
    } | files_of(found, mandates) | classes_of(found, mandates) | ranks_of(found, mandates) | facts_and_story(request, found, day)  # fmt: skip
    return render(request, "places/village.html", context, status=status)


def facts_and_story(request: OfficialRequest, found: KampungKB, day: date) -> dict[str, Any]:
    """What decrees did: as facts on a day, as the Pokja of that day, and line by line."""
    seen = KampungKB.objects.filter(pk=found.pk).stage_on(day).with_first_designation().get()
    effects = list(Effect.objects.filter(kampung=found).select_related("decree__issuer", "entry").order_by("since", "pk"))
    listed = decrees_for(request.acting.scope).filter(pk__in={effect.decree_id for effect in effects})
    readable, papers = set(listed.values_list("pk", flat=True)), papers_of(found, request.acting.scope)
    events, chosen = timeline(found, effects, readable, papers, request.acting.scope), request.GET.get("jenis", "")
    return {
        "stage": KampungState(seen.stage), "seen": seen, "facts": facts_of(seen, effects, day), "effects": effects, "readable": readable,
        "launches": found.launches.order_by("on"), "roster": roster_on(found, effects, day), "papers": papers, "kinds": KINDS, "chosen": chosen,
        "events": [event for event in events if event.kind == chosen] if chosen in KINDS else events,
    }  # fmt: skip


def labelled(found: KampungKB) -> Any:
    """The village's region with what it is called: desa, pekon, nagari."""
    return with_labels(Region.objects.filter(pk=found.region_id)).get()


def facts_of(seen: Any, effects: Any, day: date) -> list[dict[str, Any]]:
    """Each fact on the day with the effects that carry it."""
    found = []
    for name, (label, kind) in FACTS.items():
        carrying = [e for e in effects if e.kind == kind and e.since <= day and (e.until is None or e.until >= day)]
        if carrying or name != "suspended":
            found.append({"label": label, "holds": getattr(seen, name), "effects": carrying})
    return found


def roster_on(found: KampungKB, effects: Any, day: date) -> Pokja | None:
    """The roster of the decree whose appointment is in force on the day: the village's own, else the one for all."""
    current = [
        e.decree_id
        for e in effects
        if e.kind == "appoint_pokja" and e.since <= day and (e.until is None or e.until >= day)
    ]
    return (
        Pokja.objects.filter(Q(kampung=found) | Q(kampung=None), file__in=current)
        .prefetch_related("members__office")
        .order_by(F("kampung").asc(nulls_last=True), "-pk")
        .first()
    )


def launch_form(request: OfficialRequest, found: KampungKB, bound: LaunchForm | None) -> LaunchForm | None:
    """The form, for whoever may note a launch."""
    if bound:
        return bound
    values = {"held_on": request.acting.today.isoformat(), "place": "-"}
    why_not = problems(KampungKB.launch, found, by=request.acting.mandate, values=values)
    return None if why_not else LaunchForm(initial={"key": str(uuid4()), "version": found.version})
