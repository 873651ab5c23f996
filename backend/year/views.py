"""*Tahun ini*: the way into every room of the year."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from backend.pages.acting import OfficialRequest, acting

from .cards import cards_for


@require_GET
@acting
def year(request: OfficialRequest) -> HttpResponse:
    return render(request, "year/year.html", {"section": "year", "cards": cards_for(request.acting)})
