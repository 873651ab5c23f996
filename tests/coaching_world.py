"""A regency that coaches: partner agencies, and a foreign regency beside it."""

from datetime import date
from typing import Any

from tests.world import BEGIN, World, build_world, region
from workflows.coaching.models import Event, Need, Plan
from workflows.coaching.needs import note_need
from workflows.coaching.planning import plan_coaching, plan_event
from workflows.core.door import perform
from workflows.organisation.models import Mandate, Office, Region
from workflows.organisation.offices import open_offices, open_partner
from workflows.villages.drafting import unit_of


class CoachingWorld(World):
    """Two partner agencies besides, and a neighbouring regency with an agency, a field officer and a village of its own."""

    health: Mandate
    works: Mandate
    foreign: Mandate
    foreign_pkb: Mandate
    foreign_village: Region

    def get_ready(self) -> None:
        self.health = self.appoint("lala", self.partner("Dinas Kesehatan Contoh"))
        self.works = self.appoint("mira", self.partner("Dinas Pekerjaan Umum Contoh"))
        elsewhere = region(self.regency.parent, "regency", "kabupaten", "Contoh Seberang", "99.02")
        district = region(elsewhere, "district", "kecamatan", "Contoh Jauh", "99.02.01")
        self.foreign_village = region(district, "village", "desa", "Contoh Lain", "99.02.01.2001")
        before = set(Office.objects.values_list("pk", flat=True))
        open_offices(elsewhere, BEGIN)
        opened = {office.role: office for office in Office.objects.exclude(pk__in=before)}
        self.foreign = self.appoint("nana", opened["agency"])
        self.foreign_pkb = self.appoint("oki", opened["pkb"])

    def partner(self, name: str) -> Office:
        return open_partner(self.regency, name, BEGIN)

    def office(self, role: str, village: int = 0) -> Office:
        """Of this regency."""
        offices = Office.objects.filter(role=role, state="active", region__path__startswith=self.regency.path)
        return offices.get(region=self.villages[village]) if role.startswith("village") else offices.get()

    def districts(self, number: int) -> list[Region]:
        more = [region(self.regency, "district", "kecamatan", f"Contoh Hulu {n}", f"99.01.{n:02}") for n in range(2, number + 1)]
        return [self.district, *more]

    def training(self, **more: Any) -> Event:
        told = {"kind": "bimtek", "title": "Bimtek pengelola", "regions": [self.district], "place": "Aula Contoh",
                "planned_on": BEGIN, "capacity": 50}  # fmt: skip
        return plan_event(self.by("ani", "agency"), **(told | more))

    def plan(self, districts: int = 1, months: int = 12) -> Plan:
        return plan_coaching(self.by("ani", "agency"), title="Pembinaan setahun", districts=self.districts(districts),
                             begins=date(2024, 3, 27), months=months)  # fmt: skip

    def adopted(self, **more: Any) -> Plan:
        plan = self.plan(**more)
        perform(Plan.adopt, plan, by=self.by("hadi"))
        return plan

    def need(self, village: int = 0, **more: Any) -> Need:
        """Noted by Gita, the field officer."""
        told = {"what": "Sumur bor untuk posyandu", "aim": "lingkungan"} | more
        return note_need(unit_of(self.villages[village]), self.by("gita"), **told)

    def entrusted(self, village: int = 0, to: Mandate | None = None, **more: Any) -> Need:
        """Asked of the health agency unless another is named, until 18 March."""
        need = self.need(village, **more)
        self.entrust(need, to or self.health)
        return need

    def entrust(self, need: Need, to: Mandate, due_on: str = "2024-03-18") -> None:
        perform(Need.entrust, need, by=self.by("hadi"), values={"office": to.office_id, "due_on": due_on})


def build_coaching_world() -> CoachingWorld:
    made: CoachingWorld = build_world(CoachingWorld)
    made.get_ready()
    return made
