"""The decrees of a regency's head that are in force, year by year: what anybody may know."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from workflows.decrees.models import Decree
from workflows.decrees.states import VALID, DecreeKind
from workflows.organisation.labels import with_labels
from workflows.organisation.models import Level, Region

from .facts import Facts
from .rates import rated

MOST = 100
"""Decrees of a year on the page; a regent issues a handful about Kampung KB."""


@dataclass(frozen=True)
class Year:
    number: int
    count: int


def decrees_of(region: Region) -> QuerySet[Decree]:
    decrees = Decree.objects.filter(issuer__region=region, kind=DecreeKind.REGENT, state__in=VALID, decided_on__isnull=False)
    return decrees.select_related("file__region", "file__snapshot", "issuer__region")


def years_of(decrees: QuerySet[Decree]) -> list[Year]:
    """The newest first."""
    counted = decrees.order_by().values_list("decided_on__year").annotate(n=Count("pk"))
    return [Year(year, count) for year, count in sorted(counted, reverse=True)]


@rated
@require_GET
@cache_control(max_age=60, public=True)
def in_force(request: HttpRequest, code: str) -> HttpResponse:
    """One year of them, the last by default; found by the regency's code of today."""
    regencies: Any = with_labels(Region.objects.filter(codes__code=code, codes__until=None, level=Level.REGENCY))
    region = regencies.first()
    if region is None:
        raise Http404
    decrees = decrees_of(region)
    years = years_of(decrees)
    asked = request.GET.get("tahun", "")
    year = next((one for one in years if str(one.number) == asked), years[0] if years else None)
    chosen = decrees.filter(decided_on__year=year.number).order_by("-decided_on", "-pk")[:MOST] if year else []
    context = {"region": region, "years": years, "year": year, "found": [Facts(decree) for decree in chosen]}
    return render(request, "public/in_force.html", context)
