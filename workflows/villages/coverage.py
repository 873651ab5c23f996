"""How many of a territory's villages are Kampung KB. A share always says of what."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from workflows.organisation.models import Kind, Level, Region

from .models import KampungKB

DENOMINATORS = {
    "desa": [Kind.DESA, Kind.DESA_ADAT],
    "kelurahan": [Kind.KELURAHAN],
    "semua": [Kind.DESA, Kind.DESA_ADAT, Kind.KELURAHAN],
}


@dataclass(frozen=True)
class Coverage:
    """`designated` of `villages`; `denominator` names which villages were counted, `share` is from 0 to 1."""

    on: date
    denominator: str
    designated: int
    villages: int

    @property
    def share(self) -> float | None:
        """None where there is nothing to divide by."""
        return self.designated / self.villages if self.villages else None


def coverage(region: Region, on: date, denominator: str = "semua") -> Coverage:
    """The villages in `region` with a designation in force on a day; one with several hamlet units counts once.

    Raises `KeyError` for an unknown denominator (see `DENOMINATORS`).
    """
    counted = Region.objects.under(region).filter(
        Q(closed_on=None) | Q(closed_on__gt=on), level=Level.VILLAGE, kind__in=DENOMINATORS[denominator]
    )
    units = KampungKB.objects.facts_on(on).filter(region=OuterRef("pk"), designated=True)
    return Coverage(on, denominator, counted.filter(Exists(units)).count(), counted.count())
