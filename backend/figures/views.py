"""*Angka*: the dashboard of a territory on a day."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from backend.pages.acting import OfficialRequest, acting
from backend.places.regions import OnDay, region_or_404
from workflows.core.clock import today
from workflows.organisation.models import Level, Region, RegionCode

from .asked import Asked, day_in
from .page import figures_of
from .process.views import examines

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
    asked = Asked(found, day_in(form, now), now, request.acting.scope)
    context = {"region": found, "mine": request.acting.region, "asked": asked, "form": form, "figures": list(figures_of(asked)),
               "code": code_of(found), "examines": examines(request.acting)}  # fmt: skip
    return render(request, "figures/figures.html", SECTION | context)


def code_of(region: Region) -> str:
    """By which a regency's open data is found; empty for other territories."""
    codes = RegionCode.objects.filter(region=region, until=None, region__level=Level.REGENCY)
    return codes.values_list("code", flat=True).first() or ""
