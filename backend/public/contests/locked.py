"""Which contests everybody may see: those whose ranking was locked."""

from django.db.models import QuerySet
from django.http import Http404

from backend.contests.placing import newest
from workflows.contests.models import Competition, Ranking
from workflows.contests.states import CompetitionState


def published() -> QuerySet[Competition]:
    """Contests whose ranking was locked once; a result of long ago has none."""
    known = Competition.objects.filter(rankings__isnull=False).exclude(state=CompetitionState.CANCELLED)
    return known.select_related("file__region", "file__office", "rubric", "decree__file").distinct()


def contest_or_404(token: str) -> Competition:
    found = published().filter(file__token=token).first()
    if found is None:
        raise Http404
    return found


def locked_or_404(token: str) -> tuple[Competition, Ranking]:
    found = contest_or_404(token)
    ranking = newest(found)
    if ranking is None:
        raise Http404
    return found, ranking
