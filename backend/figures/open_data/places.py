"""The regency and its kecamatan as datasets name them: level, code of the day, name."""

from collections.abc import Iterator
from datetime import date

from workflows.organisation.models import Level, Region, RegionCode
from workflows.organisation.models.region import within

Place = tuple[str, str, str]
"""Code, level, name."""


def codes_on(region: Region, day: date) -> dict[int, str]:
    """By region: the codes in a regency on a day."""
    dated = RegionCode.objects.in_force(day).filter(within(region.path, "region__"))
    return dict(dated.values_list("region_id", "code"))


def places_of(region: Region, day: date) -> Iterator[tuple[int, Place]]:
    """The regency first, then its kecamatan by name; those that had no code yet are left out."""
    codes = codes_on(region, day)
    inside = Region.objects.under(region).filter(level=Level.DISTRICT).order_by("name", "pk")
    for one in (region, *inside):
        if one.pk in codes:
            yield one.pk, (codes[one.pk], one.level, one.name)
