"""Who acts here today, and what that reaches: offices, and the subtrees of regions these serve."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import F, Prefetch, Q

from workflows.core.clock import Today
from workflows.organisation.models import (
    Capacity,
    Mandate,
    OfficeArea,
    Person,
    Region,
    Role,
)
from workflows.organisation.models.region import within
from workflows.organisation.states import OfficeState

Mandates = Iterable[Mandate]


def mandates_of(person: Person) -> list[Mandate]:
    """The mandates held today, those that decide first; asked once for each loaded `person`, that is once a request.

    A superuser cannot act in cases, whatever office he might hold, and sees none of them.
    """
    kept: Any = person
    if not hasattr(kept, "mandates_today"):
        kept.mandates_today = [] if person.is_superuser else _held_today(person)
    return kept.mandates_today


def _held_today(person: Person) -> list[Mandate]:
    areas = Prefetch("office__areas", OfficeArea.objects.select_related("region"))
    held = Mandate.objects.in_force(Today(F("office__region__zone"))).filter(
        person=person, office__state=OfficeState.ACTIVE
    )
    found = (
        held.select_related("person", "office__region", "acts_for__region")
        .prefetch_related(areas)
        .order_by("since", "pk")
    )
    return sorted(found, key=lambda mandate: mandate.capacity == Capacity.STAF)


@dataclass(frozen=True)
class Scope:
    """What mandates reach: the offices that act through them, and the subtrees (paths of regions) these serve.

    `people` hold them: jurors are appointed by name.
    """

    offices: list[int]
    paths: list[str]
    people: tuple[int, ...] = ()

    def within(self, prefix: str = "region__") -> Q:
        """Rows whose region lies in one of the subtrees."""
        return reduce(or_, (within(path, prefix) for path in self.paths), Q(pk__in=[]))

    @property
    def above(self) -> list[str]:
        """The paths of the subtrees and of whatever holds them."""
        return sorted({path[: end + 1] for path in self.paths for end, sign in enumerate(path) if sign == "/"})

    def reaches(self, region: Region | None) -> bool:
        """Whether a region lies in one of them; none does not."""
        return region is not None and any(region.path.startswith(path) for path in self.paths)


def scope_of(mandates: Mandates) -> Scope:
    """The offices and the territory of mandates that came from `mandates_of`."""
    offices, paths = set(), set()
    for mandate in mandates:
        offices |= {mandate.office_id, mandate.acting_office_id}
        paths |= _served(mandate)
    outermost = [path for path in sorted(paths) if not any(path != other and path.startswith(other) for other in paths)]
    return Scope(sorted(offices), outermost, tuple(sorted({mandate.person_id for mandate in mandates})))


def _served(mandate: Mandate) -> set[str]:
    """A partner agency sees what it is asked for, and no territory."""
    areas = {area.region.path for area in mandate.office.areas.all()}
    acting = mandate.acts_for or mandate.office
    if acting.role == Role.PARTNER:
        return set()
    return areas or {acting.territory.path}
