"""I14: a locked ranking follows from its published scores, and is what the tables say."""

from collections.abc import Iterator

from workflows.core.findings import Finding, invariant

from .collecting import scores_of
from .models import Competition, Ranking
from .publishing import holds, publish
from .states import LOCKED


@invariant
def locked_rankings_recompute() -> Iterator[Finding]:
    for ranking in Ranking.objects.iterator(chunk_size=100):
        if not holds(ranking.published, ranking.sha256):
            yield Finding("I14", f"ranking {ranking.pk} does not follow from its published scores, or has another hash")


@invariant
def locked_contests_are_as_published() -> Iterator[Finding]:
    for competition in Competition.objects.filter(state__in=LOCKED).exclude(rankings=None).select_related("rubric"):
        computed = publish(scores_of(competition), competition.rubric.rubric, competition.ranking_rules)
        newest = competition.rankings.order_by("-number")[0]
        if any(newest.published.get(name) != value for name, value in computed.items()):
            yield Finding("I14", f"contest {competition.pk} has other scores than ranking {newest.pk} publishes")
