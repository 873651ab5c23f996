"""What a page of figures is about: a territory, a day, whose eyes; and the parts that the territory is shown by."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse

from backend.access import Mandates
from workflows.organisation.models import Level, Region

BELOW = {Level.PROVINCE: Level.REGENCY, Level.REGENCY: Level.DISTRICT, Level.DISTRICT: Level.VILLAGE}
"""What a territory is shown by; a village is shown by its own page."""


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

    def href(self, part: Region) -> str:
        """One level further down."""
        if self.below == Level.VILLAGE:
            return reverse("region", args=[part.pk])
        return f"{reverse('figures-of', args=[part.pk])}?tanggal={self.day.isoformat()}"
