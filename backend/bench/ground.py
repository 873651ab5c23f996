"""What the benchmarks act in: an invented regency with its offices, holders, route and register, and decrees in it."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import connection

from workflows.core.clock import today
from workflows.core.door import perform
from workflows.core.models import File, Snapshot
from workflows.decrees import drafting
from workflows.decrees.models import Decree, LegalBasis, Series
from workflows.organisation.labels import ship_labels
from workflows.organisation.models import Mandate, Office, Person, Region, path_of
from workflows.organisation.offices import open_offices, system_mandate
from workflows.organisation.working_days import fill_calendar
from workflows.routes.models import Assignment, Route, RouteVersion, Step

ZONE = "Asia/Jakarta"
PARAF = ["agency", "legal", "assistant", "secretary"]
SIGNATORY = "regent"
PAPER = "0" * 64  # stands for the paper that the worker would make


@dataclass
class Ground:
    """The regency; `by` maps the role of an office to its holder's mandate, `staff` drafts at the agency's desk."""

    district: Region
    by: dict[str, Mandate]
    staff: Mandate
    system: Mandate
    today: date
    villages: int = 0
    decrees: int = 0
    bases: list[LegalBasis] = field(default_factory=list)

    def new_villages(self, count: int) -> list[Region]:
        """More villages, each with the office of its head."""
        numbers = range(self.villages, self.villages + count)
        self.villages += count
        made = Region.objects.bulk_create(
            Region(parent=self.district, level="village", kind="desa", name=f"Contoh {n}", zone=ZONE, path=f"new {n}")
            for n in numbers
        )
        for village in made:
            village.path = path_of(village.pk, self.district)
        Region.objects.bulk_update(made, ["path"], batch_size=2000)
        Office.objects.bulk_create(
            Office(role="village_head", region=v, label=f"Kepala Desa {v.name}") for v in made
        )  # fmt: skip
        return made

    def draft(self, rows: int) -> Decree:
        """A complete draft that designates `rows` new villages."""
        self.decrees += 1
        decree = drafting.start_decree(
            "keputusan_bupati", self.by[SIGNATORY].office, self.staff, subject=f"Contoh penetapan {self.decrees}",
            considerations=["bahwa contoh;"], clauses=["Menetapkan desa contoh."], effects=["designate"], example=True,
        )  # fmt: skip
        drafting.edit(decree, self.staff, bases=self.bases)
        drafting.add_rows(decree, self.staff, [(village, {}) for village in self.new_villages(rows)])
        return decree

    def in_review(self, count: int, rows: int = 1) -> list[Decree]:
        """Decrees that have been handed in: their first step stands open."""
        drafts = [self.draft(rows) for _ in range(count)]
        perform(Decree.submit, Decree.objects.filter(pk__in=[d.pk for d in drafts]), by=self.staff)
        return drafts

    def numbered(self, rows: int) -> Assignment:
        """A decree that is decided, numbered and printed: the open task of its signature."""
        [decree] = self.in_review(1, rows)
        for role in PARAF:
            perform(Assignment.approve, open_task(decree), by=self.by[role], read=shown(decree))
        perform(Assignment.decide, open_task(decree), by=self.by[SIGNATORY], read=shown(decree))
        perform(Decree.receive_paper, decree, by=self.system, values={"sha256": PAPER})
        return open_task(decree)


def lay_ground() -> Ground:
    """The regency in an empty database."""
    day = today(ZONE)
    fill_calendar([day.year, day.year + 1])
    province = region(None, "province", "provinsi")
    regency = region(province, "regency", "kabupaten")
    district = region(regency, "district", "kecamatan")
    ship_labels()
    open_offices(regency, day)
    since = day - timedelta(days=365)
    by = {role: appoint(role, regency, since) for role in (*PARAF, SIGNATORY)}
    Series.objects.create(
        office=by[SIGNATORY].office, doc_class="keputusan_bupati", mode="own", pattern="B/{no}/CONTOH/{thn}", year=day.year
    )
    basis = LegalBasis.objects.create(
        title="Undang-Undang Nomor 52 Tahun 2009 tentang Perkembangan Kependudukan dan Pembangunan Keluarga",
        rank=1, year=2009, number="52",
    )  # fmt: skip
    follow_the_route()
    return Ground(district, by, appoint("agency", regency, since, "staf"), system_mandate(), day, bases=[basis])


def region(parent: Region | None, level: str, kind: str) -> Region:
    made = Region.objects.create(parent=parent, level=level, kind=kind, name=f"Contoh {kind}", zone=ZONE, path=level)
    made.path = path_of(made.pk, parent)
    made.save(update_fields=["path"])
    return made


def appoint(role: str, regency: Region, since: date, capacity: str = "definitif") -> Mandate:
    person = Person.objects.create(username=f"{role}-{capacity}", name=f"Contoh {role} {capacity}")
    office = Office.objects.get(role=role, region=regency)
    return Mandate.objects.create(office=office, person=person, capacity=capacity, since=since)


def follow_the_route() -> None:
    """Four initials and the signature; endorsed by the agency, as decrees of a regent are."""
    route = Route.objects.create(subject="decree", kind="keputusan_bupati", name="Contoh alur")
    version = RouteVersion.objects.create(route=route, number=1, state="published")
    kinds = dict.fromkeys(PARAF, "paraf") | {"agency": "endorse", SIGNATORY: "sign"}
    for order, (role, kind) in enumerate(kinds.items(), 1):
        Step.objects.create(version=version, order=order, role=role, kind=kind, days=3)


def open_task(decree: Decree) -> Assignment:
    return Assignment.objects.get(file=decree.pk, state="open")


def shown(decree: Decree) -> str:
    """The hash of the text that stands to be read."""
    return Snapshot.objects.get(pk__in=File.objects.filter(pk=decree.pk).values("snapshot")).sha256


def analyze() -> None:
    """Let the planner see what was loaded, as autovacuum would a minute later: generic plans last."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def statements(sent: int, runs: int) -> Any:
    """Statements per act, whole if they are."""
    return sent // runs if sent % runs == 0 else sent / runs
