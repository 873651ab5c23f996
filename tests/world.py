"""A small real world: a regency with one district and three villages, their offices and holders, days and routes.

`build_world()` is what the fixture `world` gives. It stands on Monday, 4 March 2024 of a story.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection

from tests.people import appointed, person
from workflows.core.clock import move_story_to
from workflows.core.door import perform, problems
from workflows.core.models import Attachment, Snapshot
from workflows.organisation.labels import ship_labels
from workflows.organisation.models import Mandate, Office, Region, RegionCode, RegionName, path_of
from workflows.organisation.offices import open_offices
from workflows.organisation.working_days import fill_calendar
from workflows.routes.models import Assignment, Route, RouteVersion, Step
from workflows.routes.shipped import load_routes
from workflows.villages.checklists import FIELD_CHECK, PRECONDITIONS
from workflows.villages.drafting import attach, save_draft, start_proposal
from workflows.villages.models import Proposal

BEGIN = date(2024, 3, 4)
YEARS = range(2023, 2027)

HOLDERS = [
    ("ani", "village_head", 0, "staf"), ("fitri", "village_head", 0, "definitif"), ("kartika", "village_secretary", 0, "definitif"),
    ("eko", "village_head", 1, "definitif"), ("budi", "camat", None, "definitif"), ("gita", "pkb", None, "definitif"),
    ("hadi", "agency", None, "definitif"), ("ani", "agency", None, "staf"), ("budi", "legal", None, "definitif"),
    ("joko", "assistant", None, "definitif"), ("indra", "secretary", None, "definitif"), ("citra", "regent", None, "definitif"),
    ("dedi", "regent", None, "plh"), ("ani", "village_head", 1, "staf"), ("ani", "village_head", 2, "staf"),
]  # fmt: skip
"""Login, role, which village (None: the one office of that role), capacity. The first of a person is `world.by(login)`."""

YES = {"met": True}


@dataclass
class World:
    """What the tests act in. `villages`: two desa and a kelurahan of the one district."""

    regency: Region
    district: Region
    villages: list[Region]
    mandates: list[Mandate] = field(default_factory=list)

    def office(self, role: str, village: int = 0) -> Office:
        """The office of a role; for the village roles, of the `village`-th village."""
        offices = Office.objects.filter(role=role, state="active")
        return offices.get(region=self.villages[village]) if role.startswith("village") else offices.get()

    def by(self, login: str, role: str = "") -> Mandate:
        """The person's (first) mandate, or the one for the office of a role."""
        return next(m for m in self.mandates if m.person.username == login and role in ("", m.office.role))

    def staff(self, village: int) -> Mandate:
        """Ani at the desk of a village's head."""
        office = self.office("village_head", village)
        return next(m for m in self.mandates if m.person.username == "ani" and m.office == office)

    def appoint(self, login: str, office: Office, capacity: str = "definitif", **more: Any) -> Mandate:
        mandate = appointed(login, office, capacity, **more)
        self.mandates.append(mandate)
        return mandate

    def route(self, subject: str, steps: list[dict[str, Any]], kind: str = "", region: Region | None = None) -> RouteVersion:
        """A published route of these steps."""
        route = Route.objects.create(subject=subject, kind=kind, region=region, name=f"Alur {subject} {kind}".strip())
        version = RouteVersion.objects.create(route=route, number=1, state="published")
        Step.objects.bulk_create(Step(version=version, **step) for step in steps)
        return version

    def draft(self, village: int = 0, by: Mandate | None = None, era: int = 2024) -> Proposal:
        """A complete proposal of a village, drafted by Ani: ready to be handed in."""
        by = by or self.staff(village)
        proposal = start_proposal(self.villages[village], by, era=era)
        save_draft(proposal, by, preconditions=dict.fromkeys(PRECONDITIONS, YES), profile="Contoh gambaran desa.")
        attach(proposal, by, "minutes", upload("berita-acara.pdf"))
        return proposal

    def handed_in(self, village: int = 0) -> Proposal:
        proposal = self.draft(village)
        perform(Proposal.submit, proposal, by=self.staff(village))
        return proposal

    def task(self, subject: Any, role: str, state: str = "open", kind: str = "") -> Assignment:
        """The one step of a file (or task of another kind) for the office of a role, in a state."""
        fitting = {"kind": kind} if kind else {"step__isnull": False}
        return Assignment.objects.select_related("office").get(file=subject.pk, office__role=role, state=state, **fitting)

    def waits_for(self, subject: Any) -> set[str]:
        """The roles of the offices that have an open step of the file."""
        tasks = Assignment.objects.filter(file=subject.pk, state="open", step__isnull=False)
        return set(tasks.values_list("office__role", flat=True))

    def read(self, subject: Any) -> str:
        """The hash of what stands to be read: the file's present snapshot."""
        return Snapshot.objects.values_list("sha256", flat=True).filter(file=subject.file_id).order_by("-number")[0]

    def approve(self, proposal: Any, role: str, login: str) -> Assignment:
        """Let a person approve the open step of a role, having read the present text."""
        task = self.task(proposal, role)
        self.perform(Assignment.approve, task, login, role)
        return task

    def perform(self, act: Any, subject: Any, login: str, role: str = "", **given: Any) -> Any:
        """Let a person act, having read the present text."""
        return perform(act, subject, by=self.by(login, role), **{"read": self.read(subject), **given})

    def why_not(self, act: Any, subject: Any, login: str, role: str = "", **given: Any) -> list[str]:
        """The names of the rules that stand in the way of an act; none: it may be done."""
        found = problems(act, subject, by=self.by(login, role), **{"read": self.read(subject), **given})
        return [problem.rule for problem in found]

    def check_on_the_spot(self, proposal: Any) -> None:
        """Gita, the field officer, visits and writes her check down."""
        answers = dict.fromkeys(FIELD_CHECK, YES)
        perform(Proposal.record_field_check, proposal, by=self.by("gita"), values={"field_check": answers})


def build_world(kind: type[World] = World) -> Any:
    """The regency with its offices and holders, the working days, and the shipped routes."""
    story_from(BEGIN)
    fill_calendar(YEARS)
    province = region(None, "province", "provinsi", "Contoh Provinsi", "99")
    regency = region(province, "regency", "kabupaten", "Contoh Raya", "99.01")
    district = region(regency, "district", "kecamatan", "Contoh Hilir", "99.01.01")
    villages = [
        region(district, "village", "desa", "Contoh Satu", "99.01.01.2001"),
        region(district, "village", "desa", "Contoh Dua", "99.01.01.2002"),
        region(district, "village", "kelurahan", "Contoh Tiga", "99.01.01.1003"),
    ]
    ship_labels()
    open_offices(regency, BEGIN)
    world = kind(regency, district, villages)
    for login, role, village, capacity in HOLDERS:
        world.appoint(login, world.office(role, village or 0), capacity)
    load_routes()
    return world


def region(parent: Region | None, level: str, kind: str, name: str, code: str) -> Region:
    """A region with its code and name from 2010 on."""
    made = Region.objects.create(parent=parent, level=level, kind=kind, name=name, zone="Asia/Jakarta", path=f"new {code}")
    made.path = path_of(made.pk, parent)
    made.save(update_fields=["path"])
    RegionCode.objects.create(region=made, code=code, since=date(2010, 1, 1))
    RegionName.objects.create(region=made, name=name, since=date(2010, 1, 1))
    return made


def story_from(day: date) -> None:
    """Make the empty database a story that stands on a day."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_clock SET kind = 'story', date = %s", [day])


def on_day(day: date) -> None:
    """Move the story on."""
    move_story_to(day)


def upload(name: str, login: str = "ani") -> Attachment:
    """A paper that somebody uploaded; its hash is made from its name."""
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    return Attachment.objects.create(
        sha256=sha256, name=name, media_type="application/pdf", size=1000, uploaded_by=person(login)
    )
