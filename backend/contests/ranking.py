"""*Peringkat*: the locked ranking in full, each place with what made it, and the rules by which ties are broken."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from backend.pages.acting import OfficialRequest, acting

from .placing import newest, placed
from .room import SECTION, competition_or_404
from .tie_words import ties_of


@require_GET
@acting
def ranking(request: OfficialRequest, pk: int) -> HttpResponse:
    found = competition_or_404(request, pk)
    locked = newest(found)
    if locked is None:
        raise Http404
    earlier = found.rankings.exclude(pk=locked.pk).order_by("-number")
    context = {
        "competition": found,
        "file": found.file,
        "ranking": locked,
        "placed": placed(locked.published),
        "earlier": earlier,
        "ties": ties_of(locked.published["rules"]["ties"]),
        "rules": locked.published["rules"],
        "rubric": locked.published["rubric"],
    }
    return render(request, "contests/ranking.html", SECTION | context)
