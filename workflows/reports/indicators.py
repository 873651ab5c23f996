"""What standing reports of a territory say, added up. A share is of those Kampung KB alone that told both of its figures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db.models import Exists, F
from django.db.models.fields.json import KeyTransform
from django.utils.translation import gettext as _

from workflows.core.reading import content_of
from workflows.organisation.models import Level, Region
from workflows.organisation.models.region import within
from workflows.villages.facts import effects

from .completeness import PARENTS
from .models import Report
from .shipped import newest

POPULATION_YEARS = 2
"""Denominators and profiles are those of the year and the one before it: they are told once a year."""


@dataclass(frozen=True)
class Indicator:
    """`parts` of the report `form` are added up and divided by `of` of the report `of_form`.

    Without `of` it is a flag, and a share of the Kampung KB that told it.
    """

    key: str
    group: str
    title: str
    definition: str
    form: str
    parts: tuple[str, ...]
    of: str = ""
    of_form: str = ""

    @property
    def of_words(self) -> str:
        """What it is a share of."""
        return newest()[self.of_form].by_key[self.of].label if self.of else _("Kampung KB yang melaporkan profil")


def indicator(told: dict[str, Any]) -> Indicator:
    """One as `indicators.yaml` tells it."""
    [(of_form, of)] = told.pop("of", {"": ""}).items()
    return Indicator(**{**told, "parts": tuple(told["parts"])}, of=of, of_form=of_form)


INDICATORS = tuple(indicator(told) for told in content_of(Path(__file__).with_name("indicators.yaml")))


@dataclass
class Told:
    """Of an indicator: `part` of `whole`, added up over so many Kampung KB."""

    indicator: Indicator
    part: int = 0
    whole: int = 0
    units: int = 0

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where there is nothing to divide by."""
        return self.part / self.whole if self.whole else None

    def add(self, parts: list[Any], whole: Any) -> None:
        """What one Kampung KB told; left out unless it told all of it."""
        if None not in parts and whole is not None:
            self.part, self.whole, self.units = self.part + sum(parts), self.whole + whole, self.units + 1


def told_by(region: Region, level: Level, month: date, day: date) -> dict[int, list[Told]]:
    """Of each part of a region on a level, by its id: what the reports of a month said that were there by a day. Three queries."""
    figures = {form: dict(figures_of(region, level, form, month, day)) for form in ("progress", "population", "profile")}
    found: dict[int, list[Told]] = {}
    for form, told in figures.items():
        for unit, row in told.items():
            sums = found.setdefault(row["place"], [Told(one) for one in INDICATORS])
            for one in (one for one in sums if one.indicator.form == form):
                one.add([row[key] for key in one.indicator.parts], whole_of(one.indicator, unit, figures))
    return found


def together(parts: Iterable[list[Told]]) -> list[Told]:
    """The same of several parts."""
    sums = [Told(one) for one in INDICATORS]
    for told in parts:
        for one, more in zip(sums, told, strict=True):
            one.part, one.whole, one.units = one.part + more.part, one.whole + more.whole, one.units + more.units
    return sums


def whole_of(indicator: Indicator, unit: int, figures: dict[str, dict[int, Any]]) -> Any:
    """Of what an indicator is a share in one Kampung KB; a flag is one of one."""
    return figures[indicator.of_form].get(unit, {}).get(indicator.of) if indicator.of else 1


def figures_of(region: Region, level: Level, form: str, month: date, day: date) -> Iterator[tuple[int, dict[str, Any]]]:
    """For each designated Kampung KB that told a form its newest figures, as far as indicators ask for them, and its `place`."""
    told = Report.objects.filter(
        within(region.path, "kampung__region__"), designated(day), standing=True, form=form, first_reported_on__lte=day,
        period__range=(month if form == "progress" else date(month.year - POPULATION_YEARS + 1, 1, 1), month),
    )  # fmt: skip
    rows = told.order_by("kampung", "-period").distinct("kampung").annotate(place=F(f"kampung__{PARENTS[level]}"))
    columns = {f"_{key}": KeyTransform(key, "figures") for key in sorted(keys_of(form))}
    for row in rows.values("kampung_id", "place", **columns).iterator(2000):
        yield row["kampung_id"], {name.removeprefix("_"): value for name, value in row.items()}


def keys_of(form: str) -> set[str]:
    parts = {key for one in INDICATORS if one.form == form for key in one.parts}
    return parts | {one.of for one in INDICATORS if one.of_form == form}


def designated(day: date) -> Exists:
    """Reports of Kampung KB that are so on a day."""
    return Exists(effects("designate", village="kampung").on(day, "last"))
