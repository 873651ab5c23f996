"""What a story's own names stand for in the database."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from workflows.core.clock import today
from workflows.core.models import File, JournalEntry
from workflows.decrees.models import Decree
from workflows.organisation.models import Mandate, Office, Person, Region, RegionCode, Role
from workflows.villages.models import Proposal

from .errors import StoryStopped
from .offices import office_code, partner
from .setting import Setting


class Stage:
    """Regions by code, offices, people and files of one story, as it has come so far."""

    def __init__(self, name: str, setting: Setting):
        self.name, self.setting = name, setting
        self.files: dict[str, int] = {}
        self.things: dict[str, Any] = {}
        """What is no file, by the name that the story gives it: events, plans."""
        self._regions = {
            code.code: code.region for code in RegionCode.objects.filter(until=None).select_related("region")
        }

    @property
    def zone(self) -> str:
        return self.region(self.setting.territory[0].code).zone

    @property
    def today(self) -> date:
        return today(self.zone)

    def known_by(self, day: date | None) -> datetime | None:
        """The instant of the last act of a day of the story: what was known then. None: what is known now."""
        entries = JournalEntry.objects.filter(on__lte=day).order_by("-pk") if day else JournalEntry.objects.none()
        return entries.values_list("at", flat=True).first()

    def region(self, code: str) -> Region:
        return self._regions[code]

    def regions(self, codes: list[str]) -> QuerySet[Region]:
        return Region.objects.filter(pk__in=[self.region(code).pk for code in codes])

    def office(self, given: str) -> Office:
        role, code = office_code(self.setting, given)
        there = Office.objects.active().select_related("region").filter(role=role, region=self.region(code))
        return there.get(names__name=partner(self.setting, given).name) if role == Role.PARTNER else there.get()

    def username(self, name: str) -> str:
        """`kades 61.12.01.2014` of the story kubu-raya is `kubu-raya.kades.61.12.01.2014`."""
        return f"{self.name}.{name.replace(' ', '.')}"

    def person(self, name: str) -> Person:
        return Person.objects.get(username=self.username(name))

    def mandates(self, name: str) -> list[Mandate]:
        """All of a person, with those of today first."""
        held = Mandate.objects.filter(person__username=self.username(name))
        held = held.select_related("office__region", "person", "acts_for").order_by("since", "pk")
        return sorted(held, key=lambda m: not in_force(m, self.today))

    def mandate(self, name: str, as_: str = "", offices: Collection[int] = (), on: date | None = None) -> Mandate:
        """By which a person acts: as the office named, else for one of `offices` (ids), else the only one.

        Raises `StoryStopped` when the story must say which.
        """
        held = self.mandates(name)
        if on:
            held = [m for m in held if in_force(m, on)]
        if as_:
            held = [m for m in held if m.acting_office_id == self.office(as_).pk]
        chosen = [m for m in held if m.acting_office_id in offices] or held
        current = [m for m in chosen if in_force(m, on or self.today)] or chosen
        if not current or len({m.acting_office_id for m in current}) > 1:
            raise StoryStopped(f"{name} acts for which office? Write “as: …”")
        return current[0]

    def file(self, name: str) -> File:
        return File.objects.select_related("region", "snapshot").get(pk=self.files[name])

    def decree(self, name: str) -> Decree:
        return Decree.objects.select_related("file__snapshot", "issuer__region").get(pk=self.files[name])

    def proposal(self, name: str) -> Proposal:
        return Proposal.objects.select_related("file__snapshot", "kampung").get(pk=self.files[name])


def in_force(mandate: Mandate, day: date) -> bool:
    return mandate.since <= day and (mandate.until is None or day <= mandate.until)
