"""The small world with a contest: three villages with designation and Pokja, a jury of officials of the whole regency.

Hadi's agency holds it, Ani nominates at each village's desk. Joko chairs the jury; Indra and Citra sit in it.
"""

from datetime import date, timedelta
from typing import Any

from tests.decree_world import DecreeWorld, fresh
from tests.world import BEGIN, build_world, on_day, upload
from workflows.contests.drafting import start_competition, start_entry
from workflows.contests.models import Appeal, Competition, Entry, Ranking, RubricVersion
from workflows.contests.rubrics import load_rubrics
from workflows.core.door import perform, problems
from workflows.core.models import File, JournalEntry
from workflows.decrees.models import Effect
from workflows.organisation.models import Mandate, Office, Region
from workflows.villages.models import KampungKB, Proposal

JURY = {"joko": "assistant", "indra": "secretary", "citra": "regent"}
LONG_AGO = date(2023, 1, 10)
EVEN = {"input": "80", "process": "80", "output": "80"}


class ContestWorld(DecreeWorld):
    def get_ready(self) -> None:
        super().get_ready()
        load_rubrics()
        self.decree = self.issued(effects=["designate", "appoint_pokja"])
        self.kampung = [KampungKB.objects.get(region=village) for village in self.villages]
        for unit in self.kampung:
            self.describe(unit)

    def file(self, kind: str, role: str) -> File:
        return File.objects.create(kind=kind, title="Contoh", region=self.regency, zone=self.regency.zone,
                                   office=self.office(role), drafted_by=self.by("ani").person)  # fmt: skip

    def fact(self, unit: KampungKB, kind: str, since: date = LONG_AGO, until: date | None = None) -> None:
        """Written down as if the decree had said so long ago."""
        regent = self.by("citra")
        entry = JournalEntry.objects.create(act="test", on=since, person=regent.person, office=regent.office, mandate=regent)
        Effect.objects.create(decree=self.decree, kampung=unit, kind=kind, since=since, until=until, entry=entry)

    def describe(self, unit: KampungKB) -> None:
        Proposal.objects.create(file=self.file("proposal", "agency"), kampung=unit, era=2024, profile="Contoh gambaran.")

    # --- the contest

    def contest(self, region: Region | None = None, by: Mandate | None = None, **given: Any) -> Competition:
        """An announced contest of the regency, or of the province."""
        by = by or self.by("hadi")
        given = {"level": "regency", "year": 2024, "cutoff_on": BEGIN, "rubric": RubricVersion.objects.get()} | given
        competition = start_competition(region or self.regency, by, example=True, **given)
        perform(Competition.announce, competition, by=by)
        return competition

    def provincial(self, **given: Any) -> Competition:
        """A contest of the province, announced by its agency, at whose head is Lina."""
        province = self.regency.parent
        office = Office.objects.create(role="agency", region=province, label="OPD KB Provinsi Contoh")
        return self.contest(province, self.appoint("lina", office), level="province", **given)

    def started(self, competition: Competition, village: int = 0, by: Mandate | None = None) -> Entry:
        return start_entry(competition, self.kampung[village], by or self.staff(village))

    def nominated(self, competition: Competition, village: int = 0, by: Mandate | None = None) -> Entry:
        entry = self.started(competition, village, by)
        perform(Entry.nominate, entry, by=by or self.staff(village))
        return entry

    def seat(self, competition: Competition, *more: dict[str, Any]) -> None:
        jurors = [{"person": self.by(login).person_id, "office": self.office(role).pk, "chair": login == "joko"}
                  for login, role in JURY.items()]  # fmt: skip
        self.organise(Competition.seat_jury, competition, jurors=[*jurors, *more], paper="400/7 tanggal 1 Maret 2024")

    def organise(self, act: Any, subject: Any, *, reason: str = "", **values: Any) -> JournalEntry:
        """Hadi decides for the organiser."""
        return perform(act, subject, by=self.by("hadi"), reason=reason, values=values)

    def judged(self, villages: int = 2, **given: Any) -> tuple[Competition, list[Entry]]:
        """A contest whose entries have presented themselves, with its jury at work."""
        competition = self.contest(**given)
        entries = [self.nominated(competition, village) for village in range(villages)]
        self.seat(competition)
        self.organise(Competition.begin_judging, competition)
        for entry in entries:
            for act in (Entry.check_papers, Entry.shortlist, Entry.present):
                self.organise(act, entry)
        return competition, entries

    def score(self, entry: Entry, login: str, **points: Any) -> JournalEntry:
        juror = entry.competition.jurors.get(person__username=login)
        return perform(Entry.score, entry, by=self.by(login), values={"juror": juror.pk, "points": EVEN | points})

    def score_by_all(self, entry: Entry, **points: Any) -> None:
        for login in JURY:
            self.score(entry, login, **points)

    def visit(self, entry: Entry, points: str = "75", visited_on: str = "2024-03-04") -> None:
        photo = upload(f"kunjungan-{entry.pk}.jpg").pk
        self.organise(Entry.verify_in_the_field, entry, visited_on=visited_on, points=points, attachments=[photo])

    def locked(self, *outputs: str, **given: Any) -> tuple[Competition, list[Entry]]:
        """A contest with a locked ranking; the entries got these points for output from everybody."""
        competition, entries = self.judged(len(outputs), **given)
        for entry, output in zip(entries, outputs, strict=True):
            self.score_by_all(entry, output=output)
            self.visit(entry)
        self.organise(Competition.lock_ranking, competition)
        return fresh(competition), [fresh(entry) for entry in entries]

    def window_passes(self, competition: Competition) -> None:
        on_day(fresh(competition).appeal_until + timedelta(days=1))

    def appealed(self, entry: Entry, village: int = 0) -> Appeal:
        """Its office (the village's, headed by Fitri or Eko) objects."""
        perform(Entry.appeal, entry, by=self.by(("fitri", "eko")[village]), reason="Contoh keberatan.")
        return Appeal.objects.get(participant=entry, state="filed")

    def refused(self, act: Any, subject: Any, by: Mandate, **given: Any) -> list[str]:
        """The rules that stand in the way."""
        return [problem.rule for problem in problems(act, subject, by=by, **given)]


def ranks(entries: list[Entry]) -> list[int | None]:
    return [fresh(entry).rank for entry in entries]


def newest(competition: Competition) -> Ranking:
    return competition.rankings.order_by("-number")[0]


def build_contest_world() -> ContestWorld:
    world = build_world(ContestWorld)
    world.get_ready()
    return world
