"""What a page of figures is about: a territory, a day, whose eyes; and the parts that the territory is shown by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from django.urls import reverse

from backend.access import Mandates
from backend.places.regions import OnDay
from workflows.organisation.models import Level, Region

from .figure import Cell

Found = TypeVar("Found")
BELOW = {Level.PROVINCE: Level.REGENCY, Level.REGENCY: Level.DISTRICT, Level.DISTRICT: Level.VILLAGE}
"""What a territory is shown by; a village is shown by its own page."""
EARLIEST = date(2016, 1, 1)
"""The year in which Kampung KB began."""


def day_in(form: OnDay, today: date) -> date:
    """The day asked for, if Kampung KB were there on it and it has come; else the nearest such day."""
    return max(min(form.chosen(today), today), EARLIEST)


@dataclass(frozen=True)
class Asked:
    """`day` is the day that figures are asked for, `today` the territory's own."""

    region: Region
    day: date
    today: date
    mandates: Mandates

    @property
    def below(self) -> Level:
        return BELOW[Level(self.region.level)]

    @property
    def has_larger_parts(self) -> bool:
        """Whether its parts are worth a bar each: villages are not, they are listed."""
        return self.below != Level.VILLAGE

    @property
    def is_today(self) -> bool:
        return self.day == self.today

    @cached_property
    def parts(self) -> list[Region]:
        """The parts there are, by name."""
        return list(self.region.children.filter(closed_on=None).order_by("name"))

    def there(self, found: Mapping[int, Found]) -> list[tuple[Region, Found]]:
        """The parts of which something was found, with it."""
        return [(part, found[part.pk]) for part in self.parts if part.pk in found]

    def cell(self, part: Region) -> Cell:
        return Cell(part.name, self.href(part))

    def href(self, part: Region) -> str:
        """One level further down."""
        if self.below == Level.VILLAGE:
            return reverse("region", args=[part.pk])
        return f"{reverse('figures-of', args=[part.pk])}?tanggal={self.day.isoformat()}"
