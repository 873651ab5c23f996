"""What contests left a Kampung KB, for its page: ranks that a jury gave, and apart what sources tell of earlier contests."""

from typing import Any

from backend.access import Mandates, entries_for
from workflows.contests.models import Entry
from workflows.villages.models import KampungKB


def ranks_of(kampung: KampungKB, mandates: Mandates) -> dict[str, list[Entry]]:
    """`ranked` and `told_of`, the newest first."""
    found = entries_for(mandates).filter(kampung=kampung, rank__isnull=False).select_related("competition__file")
    ordered: Any = found.order_by("-competition__year", "-pk")
    return {
        "ranked": [one for one in ordered if not one.competition.is_old],
        "told_of": [one for one in ordered if one.competition.is_old],
    }
