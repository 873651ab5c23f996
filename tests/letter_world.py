"""The world of decrees with what letters need besides: registers, and the acts by the hands that make them.

A proposal is Ani's at the desk of the first village; Kartika is its secretary, Fitri its head, Budi the Camat and the head of
Bagian Hukum, Hadi the agency's.
"""

from typing import Any

from tests.decree_world import DecreeWorld
from tests.world import build_world
from workflows.core.door import perform
from workflows.core.models import File, JournalEntry
from workflows.decrees.models import Series
from workflows.letters.drafting import edit, start_letter
from workflows.letters.models import Letter
from workflows.organisation.models import Mandate
from workflows.organisation.offices import system_mandate
from workflows.routes.models import Assignment

PAPER = "cd" * 32
HELD = {"held_on": "2024-03-01", "venue": "Balai Contoh"}


class LetterWorld(DecreeWorld):
    def get_ready(self) -> None:
        super().get_ready()
        self.letter_register("camat", "letter", "400.13/{no}/CH/{thn}")
        self.letter_register("agency", "nota_dinas", "{no}/ND/{bln}/{thn}")
        self.letter_register("agency", "letter", "400.13/{no}/OPD/{thn}", mode="external")
        self.letter_register("village_head", "berita_acara", "{no:2}/BA/{bln}/{thn}")

    def letter_register(self, role: str, doc_class: str, pattern: str, mode: str = "own") -> Series:
        return Series.objects.create(office=self.office(role), doc_class=doc_class, pattern=pattern, mode=mode)

    def letter(self, kind: str, about: Any, by: Mandate, **fields: Any) -> Letter:
        """A draft about a proposal or decree."""
        return start_letter(kind, File.objects.select_related("region").get(pk=about.pk), by, **fields)

    def minutes(self, about: Any, **fields: Any) -> Letter:
        """A record of the village's meeting, complete, signed by the head and his secretary."""
        letter = self.letter("berita_acara", about, self.staff(0), **fields)
        head, secretary = self.office("village_head"), self.office("village_secretary")
        parties = [{"role": "Kepala Desa", "office": head.pk}, {"role": "Notulis", "office": secretary.pk}]
        edit(letter, self.staff(0), body=letter.fields["body"] | HELD, parties=parties)
        return letter

    def issue(self, letter: Any, by: Mandate, **values: Any) -> JournalEntry:
        return perform(Letter.finalise, letter, by=by, values=values)

    def paper_made(self, letter: Letter) -> None:
        """What the worker does when it has made the final paper."""
        perform(Letter.receive_paper, letter, by=system_mandate(), values={"sha256": PAPER})

    def sign_letter(self, letter: Letter, by: Mandate) -> JournalEntry:
        return perform(Assignment.sign, self.open_task(letter, "sign_document"), by=by)


def build_letter_world() -> LetterWorld:
    world = build_world(LetterWorld)
    world.get_ready()
    return world
