"""Which decrees were drafted from a contest's rankings."""

from django.db.models import QuerySet

from backend.access import Mandates, decrees_for
from workflows.contests.models import Competition
from workflows.core.models import Begun
from workflows.decrees.models import Decree


def key_of(competition: Competition) -> str:
    """One draft for each locked ranking: asked for twice, it is the same."""
    return f"lomba {competition.pk} peringkat {competition.rankings.count()}"


def winners_decrees(competition: Competition, scope: Mandates) -> QuerySet[Decree]:
    """The decrees that were drafted from its rankings, as far as they may be seen."""
    drafted = Begun.objects.filter(key__startswith=f"lomba {competition.pk} peringkat ")
    return decrees_for(scope).filter(pk__in=drafted.values("made")).select_related("file").order_by("-pk")
