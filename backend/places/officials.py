"""Who holds the offices of a village today: its head, its secretary, and the field officer who looks after it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from workflows.organisation.mandates import holders
from workflows.organisation.models import Mandate, Office, Region, Role
from workflows.organisation.titles import titles


@dataclass(frozen=True)
class Official:
    """An office as it is called today, and its fullest mandate; None where nobody holds it."""

    title: str
    mandate: Mandate | None


def officials_of(village: Region, on: date) -> list[Official]:
    own = Q(region=village, role__in=[Role.VILLAGE_HEAD, Role.VILLAGE_SECRETARY])
    serving = Q(areas=None) | Q(areas__region=village)
    offices = list(
        Office.objects.active()
        .filter(own | (serving & Q(role=Role.PKB, region=village.parent_id)))
        .order_by("-role", "pk")
    )
    ids = [office.pk for office in offices]
    called, held = titles(ids, on), holders(ids, on)
    return [Official(called[pk].long, next(iter(held.get(pk, [])), None)) for pk in ids]
