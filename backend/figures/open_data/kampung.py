"""The Kampung KB themselves, and the classes that closed rounds left them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Subquery
from django.db.models.fields.json import KeyTextTransform

from workflows.evaluations.classes import class_labels, classes_of
from workflows.organisation.models import Region
from workflows.organisation.models.region import within
from workflows.villages.facts import KampungQuerySet, effects, in_force
from workflows.villages.models import KampungKB
from workflows.villages.states import Scope

from .dataset import Row
from .places import codes_on

AT_ONCE = 500


def units_on(region: Region, day: date) -> KampungQuerySet:
    """Those designated on a day, with the newest designation that holds, in the order of their places."""
    holding = effects("designate").on(day, "last").order_by("-since", "-pk")
    decree = holding.annotate(number=KeyTextTransform("number", "decree__issue")).values("number")[:1]
    units = KampungKB.objects.filter(within(region.path, "region__"), in_force("designate", day)).with_first_designation()
    units = units.annotate(designated_since=Subquery(holding.values("since")[:1]), decree_number=Subquery(decree))
    return units.select_related("region__parent").order_by("region__path", "hamlet", "pk")


def kampung_rows(region: Region, day: date) -> Iterator[Row]:
    codes = codes_on(region, day)
    for unit in units_on(region, day).iterator(AT_ONCE):
        yield row_of(unit, codes)


def row_of(unit: Any, codes: dict[int, str]) -> Row:
    village, district = unit.region, unit.region.parent
    return (
        codes.get(village.pk), unit.pk, unit.hamlet or None, village.name, village.kind, codes.get(district.pk), district.name,
        unit.scope == Scope.HAMLET, unit.first_designated_on, unit.designated_since, unit.decree_number,
    )  # fmt: skip


def class_rows(region: Region, day: date) -> Iterator[Row]:
    codes, found = codes_on(region, day), classes_of(region, day).select_related("kampung__region")
    labels = class_labels(region, found.values_list("year", flat=True).order_by().distinct())
    for one in found.order_by("kampung__region__path", "kampung__hamlet", "year").iterator(AT_ONCE):
        unit = one.kampung
        yield (codes.get(unit.region_id), unit.pk, unit.hamlet or None, unit.region.name, one.year, one.decided or None,
               labels.get(one.decided), one.computed or None)  # fmt: skip

