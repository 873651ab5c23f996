"""The small world with a round: three villages designated, figures as a test gives them.

A round is planned by Ani at the agency's desk and run by Hadi; Ani answers at each village's desk, then Gita, Budi, Hadi.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from tests.people import person
from tests.world import BEGIN, World, build_world
from workflows.core.door import perform
from workflows.core.models import Attachment, File, JournalEntry
from workflows.decrees.models import Decree, DecreeRow, Effect
from workflows.evaluations.drafting import attach_photo, save_answers
from workflows.evaluations.facts import Facts
from workflows.evaluations.models import Evaluation, Instrument, Questionnaire, Round
from workflows.evaluations.planning import plan_round
from workflows.evaluations.shipped import load_instruments, load_questionnaires
from workflows.routes.models import Assignment
from workflows.villages.models import KampungKB

DAYS = {"cutoff_on": date(2024, 3, 1), "opens_on": BEGIN, "answers_by": date(2024, 3, 15), "verified_by": date(2024, 4, 1),
        "accepted_by": date(2024, 4, 15), "meets_by": date(2024, 5, 15)}  # fmt: skip
WAY = [("pkb", "gita"), ("camat", "budi"), ("agency", "hadi")]
ANSWERS: dict[str, dict[str, Any]] = {
    "pokja": {"meets": True, "meetings": 12, "roster_current": True},
    "facilities": {"house_used": True, "largest_fund": "apbd"},
    "planning": {"work_plan": True, "figures_agree": True},
    "activities": {"best": "Contoh kelas balita.", "across_sectors": True},
    "needs": {"hardest": "Contoh jarak.", "needed_next": "Contoh alat peraga."},
}
PHOTOS = [("pokja", "rapat.jpg"), ("facilities", "rumah.jpg"), ("activities", "kelas-1.jpg"), ("activities", "kelas-2.jpg")]


class EvaluationWorld(World):
    def get_ready(self) -> None:
        load_instruments()
        load_questionnaires()
        self.units = [KampungKB.objects.create(region=village) for village in self.villages]

    def decreed(self, kind: str = "designate", units: list[KampungKB] | None = None, since: date = date(2023, 6, 1),
                until: date | None = None) -> None:  # fmt: skip
        """Writes down that a decree did something to units, as if it had taken effect."""
        file = File.objects.create(kind="decree", title="Contoh", region=self.regency, zone=self.regency.zone,
                                   office=self.office("agency"), drafted_by=self.by("ani").person)  # fmt: skip
        decree = Decree.objects.create(file=file, kind="keputusan_bupati", issuer=self.office("regent"), subject="Contoh",
                                       state="in_force", decided_on=since, in_force_on=since)  # fmt: skip
        regent = self.by("citra")
        entry = JournalEntry.objects.create(act="test", on=since, person=regent.person, office=regent.office, mandate=regent)
        for order, unit in enumerate(self.units if units is None else units, 1):
            DecreeRow.objects.create(decree=decree, kampung=unit, order=order)
            Effect.objects.create(decree=decree, kampung=unit, kind=kind, since=since, until=until, entry=entry)

    def planned(self, year: int = 2024, **days: Any) -> Round:
        return plan_round(
            self.regency, self.by("ani", "agency"), year=year, instrument=Instrument.objects.get(),
            questionnaire=Questionnaire.objects.get(), example=True, **DAYS | days,
        )  # fmt: skip

    def opened(self, **days: Any) -> Round:
        """A round that all three villages take part in."""
        self.decreed()
        this = self.planned(**days)
        perform(Round.open, this, by=self.by("hadi"))
        this.refresh_from_db()
        return this

    def evaluation(self, village: int = 0) -> Evaluation:
        return Evaluation.objects.select_related("file", "round").get(kampung=self.units[village])

    def answered(self, village: int = 0, answers: Mapping[str, Any] | None = None) -> Evaluation:
        """All questions answered, with photos, by Ani at the village's desk."""
        evaluation = self.evaluation(village)
        save_answers(evaluation, self.staff(village), answers or ANSWERS)
        for section, name in PHOTOS:
            attach_photo(evaluation, self.staff(village), section, photo(name))
        return evaluation

    def handed_in_evaluation(self, village: int = 0) -> Evaluation:
        evaluation = self.answered(village)
        perform(Evaluation.submit, evaluation, by=self.staff(village))
        return self.evaluation(village)

    def accepted(self, village: int = 0) -> Evaluation:
        evaluation = self.handed_in_evaluation(village)
        for role, login in WAY:
            self.approve(evaluation, role, login)
        return self.evaluation(village)

    def send_back(self, evaluation: Evaluation, role: str, login: str, **given: Any) -> Assignment:
        task = self.task(evaluation, role)
        self.perform(Assignment.return_to_drafter, task, login, role, **{"reason": "Lengkapi.", **given})
        return task


def an_evaluation(world: World, kampung: KampungKB) -> Evaluation:
    """One of a round that is open, in any world, as plain rows; with a photo."""
    load_instruments()
    load_questionnaires()
    this = plan_round(world.regency, world.by("hadi"), year=2024, instrument=Instrument.objects.get(),
                      questionnaire=Questionnaire.objects.get(), example=True, **DAYS)  # fmt: skip
    Round.objects.filter(pk=this.pk).update(state="open")
    file = File.objects.create(kind="evaluation", title="Evaluasi Contoh", region=kampung.region, zone=world.regency.zone,
                               office=world.office("village_head"), drafted_by=person("hadi"), example=True)  # fmt: skip
    made = Evaluation.objects.create(file=file, round=this, kampung=kampung)
    made.photos.create(section="pokja", attachment=photo("rapat.jpg"))
    return made


def photo(name: str, login: str = "ani") -> Attachment:
    sha256 = name.encode().hex().ljust(64, "0")[:64]
    return Attachment.objects.create(
        sha256=sha256, name=name, media_type="image/jpeg", size=1000, uploaded_by=person(login)
    )


def known(*facts: Facts) -> Any:
    """A stand-in for `facts_on`: of the n-th unit these facts, of the others the last."""

    def facts_on(kampung: Any, day: date) -> Iterator[tuple[int, Facts]]:
        places = {pk: n for n, pk in enumerate(KampungKB.objects.order_by("pk").values_list("pk", flat=True))}
        return ((pk, facts[min(places[pk], len(facts) - 1)]) for pk in kampung.values_list("pk", flat=True))

    return facts_on


def build_evaluation_world() -> EvaluationWorld:
    world: EvaluationWorld = build_world(EvaluationWorld)
    world.get_ready()
    return world
