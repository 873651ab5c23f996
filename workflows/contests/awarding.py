"""What the winners' decree is drafted with; once it is in force, `Competition.award` follows from it."""

from django.utils.translation import gettext as _

from workflows.organisation.models import Region

from . import queries as q
from .models import Competition


def winners_rows(competition: Competition) -> list[tuple[Region, dict[str, str]]]:
    """Rows for `decrees.drafting.add_rows`, the first first; the annex prints the rank beside the village."""
    won = q.winners(Competition.objects.filter(pk=competition.pk)).select_related("kampung__region").order_by("rank", "pk")
    return [(one.kampung.region, beside(one)) for one in won]


def beside(entry) -> dict[str, str]:
    note = {"note": _("Juara %(rank)d") % {"rank": entry.rank}}
    return note | ({"hamlet": entry.kampung.hamlet} if entry.kampung.hamlet else {})
