"""Locked rankings for everybody: the list, and one with its places, why they are so, and how to compute them again."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from backend.contests.placing import newest, placed
from backend.contests.tie_words import ties_of
from workflows.contests.checking import follows
from workflows.contests.models import Ranking
from workflows.contests.states import LOCKED

from ..rates import rated
from .locked import contest_or_404, published
from .recomputing import ByFile
from .verdicts import AGAIN, OTHER, SAME

MOST = 100
"""Contests on the list: a regency holds a few a year."""


@rated
@require_GET
@cache_control(max_age=60, public=True)
def contests(request: HttpRequest) -> HttpResponse:
    """The newest first."""
    found = published().filter(state__in=LOCKED).order_by("-year", "-pk")[:MOST]
    return render(request, "public/contests.html", {"contests": found, "form": ByFile()})


@rated
@require_GET
@cache_control(max_age=60, public=True)
def contest(request: HttpRequest, token: str) -> HttpResponse:
    """The ranking, computed again while it is asked for; nothing but words while it is judged again."""
    found = contest_or_404(token)
    ranking = newest(found)
    context: dict[str, Any] = {
        "competition": found,
        "file": found.file,
        "ranking": ranking,
        "form": ByFile(),
        "verdict": AGAIN,
    }
    if ranking:
        sha256, same = follows(ranking.published)
        rules = ranking.published["rules"]
        context |= {
            "verdict": SAME if same and sha256 == ranking.sha256 else OTHER,
            "sha256": sha256,
            "placed": placed(ranking.published),
            "rules": rules,
            "ties": ties_of(rules["ties"]),
            "rubric": ranking.published["rubric"],
            "jurors": jurors_of(ranking),
        }
    return render(request, "public/contest.html", context)


def jurors_of(ranking: Ranking) -> int:
    return len({juror for _entry, juror, _key, _points in ranking.published["scores"]})
