"""*Angka*: the dashboard of a territory on a day."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from backend.pages.acting import OfficialRequest, acting
from backend.places.regions import OnDay, region_or_404
from workflows.core.clock import today
from workflows.organisation.models import Level

from .asked import Asked
from .page import figures_of

SECTION = {"section": "year"}


@require_GET
@acting
def mine(request: OfficialRequest) -> HttpResponse:
    """That of my own territory."""
    return redirect("figures-of", request.acting.region.pk)


@require_GET
@acting
def figures(request: OfficialRequest, pk: int) -> HttpResponse:
    """Of a village its own page."""
    found = region_or_404(request, pk)
    if found.level == Level.VILLAGE:
        return redirect("region", found.pk)
    now = today(found.zone)
    form = OnDay(request.GET or {"tanggal": now})
    asked = Asked(found, min(form.chosen(now), now), now, request.acting.scope)
    context = {"region": found, "mine": request.acting.region, "asked": asked, "form": form, "figures": list(figures_of(asked))}
    return render(request, "figures/figures.html", SECTION | context)
