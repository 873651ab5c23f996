"""The small world with a rakor: the agency organises it, Ani writes down what happens, Indra leads it and Hadi takes notes.

Of the round the first two villages are accepted; invited are the Camat, the heads of the villages, a partner agency and a guest.
"""

from typing import Any

from tests.decree_world import fresh
from tests.evaluation_world import EvaluationWorld
from tests.letter_world import PAPER
from tests.world import BEGIN, build_world
from workflows.core.door import perform
from workflows.core.models import JournalEntry
from workflows.decrees.models import Series
from workflows.evaluations.models import Evaluation, Round
from workflows.letters.models import Letter
from workflows.meetings.models import Motion, Rakor, Seat
from workflows.meetings.planning import plan_rakor
from workflows.meetings.recording import draft_record
from workflows.organisation.models import Mandate, Office
from workflows.organisation.offices import open_partner, system_mandate
from workflows.routes.models import Assignment

INVITES = [{"role": "camat"}, {"role": "village_head", "group": "Pokja desa"}, {"role": "partner"},
           {"name": "Contoh Tamu", "group": "Perwakilan BKKBN"}]  # fmt: skip


class RakorWorld(EvaluationWorld):
    health: Office

    def get_ready(self) -> None:
        super().get_ready()
        self.health = open_partner(self.regency, "Dinas Kesehatan Contoh", BEGIN)
        self.appoint("lala", self.health)
        for doc_class, pattern in (("berita_acara", "{no:2}/BA/{thn}"), ("letter", "{no}/DKB/{thn}")):
            Series.objects.create(office=self.office("agency"), doc_class=doc_class, pattern=pattern, mode="own")

    @property
    def ani(self) -> Mandate:
        return self.by("ani", "agency")

    def rakor(self, this: Round | None = None, **more: Any) -> Rakor:
        told: dict[str, Any] = {
            "held_on": BEGIN, "begins": "08:30", "place": "Aula Contoh", "chair": self.office("secretary").pk, "invites": INVITES,
            "round": this,
        }  # fmt: skip
        return plan_rakor(self.ani, **told | more)

    def round_at_rakor(self, accepted: int = 2) -> Round:
        this = self.opened()
        for village in range(accepted):
            self.accepted(village)
        for act in (Round.close_answers, Round.bring_to_rakor):
            perform(act, this, by=self.by("hadi"))
        return this

    def invite(self, rakor: Rakor) -> JournalEntry:
        return perform(Rakor.invite, rakor, by=self.ani)

    def held(self, this: Round | None = None, came: int = 5, **more: Any) -> Rakor:
        """Invited and opened; the first `came` seats are there."""
        rakor = self.rakor(this, **more)
        perform(Rakor.invite, rakor, by=self.ani)
        perform(Rakor.open_meeting, rakor, by=self.ani)
        for seat in rakor.seats.all()[:came]:
            perform(Seat.arrive, seat, by=self.ani, values={"at": "08:20"})
        return fresh(rakor)

    def resolve(self, rakor: Rakor, kind: str, reason: str = "", **values: Any) -> Motion:
        perform(Rakor.resolve, rakor, by=self.ani, reason=reason, values={"kind": kind} | values)
        return rakor.motions.order_by("-number")[0]

    def recorded(self, rakor: Rakor) -> Letter:
        """The record is drafted, issued, and its paper made."""
        letter = draft_record(rakor, self.ani, ends="11:45")
        perform(Letter.finalise, letter, by=self.ani)
        perform(Letter.receive_paper, letter, by=system_mandate(), values={"sha256": PAPER})
        return letter

    def sign(self, letter: Letter, login: str, role: str = "") -> JournalEntry:
        task = Assignment.objects.get(file=letter.pk, kind="sign_document", state="open")
        return perform(Assignment.sign, task, by=self.by(login, role))

    def signed(self, rakor: Rakor) -> Letter:
        """Signed by Indra, the Sekda, who led it, and Hadi, who took notes."""
        letter = self.recorded(rakor)
        self.sign(letter, "indra")
        self.sign(letter, "hadi")
        return letter

    def execute(self, rakor: Rakor) -> JournalEntry:
        """What the worker does once the record is signed."""
        return perform(Rakor.execute, rakor, by=system_mandate())

    def decided(self, village: int) -> Evaluation:
        return Evaluation.objects.get(kampung=self.units[village])


def build_rakor_world() -> RakorWorld:
    world: RakorWorld = build_world(RakorWorld)
    world.get_ready()
    return world
