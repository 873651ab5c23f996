"""The small world with what decrees need besides: registers and a regulation to cite.

A regent's decree is drafted by Ani at the agency's desk and goes Hadi, Budi, Joko, Indra, Citra; a village's is drafted
by Ani at the village's desk and goes Kartika, Fitri.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Max
from django.utils.module_loading import autodiscover_modules

from tests.world import World, build_world
from workflows.core.clock import today
from workflows.core.door import perform
from workflows.core.findings import Finding, checks
from workflows.core.models import JournalEntry
from workflows.decrees import drafting
from workflows.decrees.models import Decree, DecreeNumber, LegalBasis, Series
from workflows.organisation.models import Mandate, Region
from workflows.organisation.offices import system_mandate
from workflows.routes.models import Assignment
from workflows.villages.models import KampungKB, Member, Pokja
from workflows.villages.posts import LEADERS, SECTIONS

REGENT, VILLAGE = "keputusan_bupati", "keputusan_kades"
WAYS = {REGENT: ["agency", "legal", "assistant", "secretary", "regent"], VILLAGE: ["village_secretary", "village_head"]}
"""The roles that the shipped routes pass; the last one signs."""
ISSUER = {REGENT: "regent", VILLAGE: "village_head"}
HOLDER = {"agency": "hadi", "legal": "budi", "assistant": "joko", "secretary": "indra", "regent": "citra",
          "village_secretary": "kartika", "village_head": "fitri"}  # fmt: skip
PAPER = "ab" * 32


class DecreeWorld(World):
    def get_ready(self) -> None:
        for kind in WAYS:
            self.register(kind)
        LegalBasis.objects.create(title="Undang-Undang Nomor 52 Tahun 2009 tentang Contoh", rank=1, year=2009, number="52")

    def register(self, kind: str = REGENT, **columns: Any) -> Series:
        """The register of the issuer's papers: its own and empty unless `columns` say otherwise."""
        plain = {"mode": "own", "pattern": "{no} TAHUN {thn}", "year": 2024, "last": 0}
        office = self.office(ISSUER[kind])
        return Series.objects.update_or_create(office=office, doc_class=kind, defaults=plain | columns)[0]

    def drafter(self, kind: str = REGENT) -> Mandate:
        return self.by("ani", "agency") if kind == REGENT else self.staff(0)

    def decree_draft(
        self, kind: str = REGENT, effects: Iterable[str] = ("designate",), villages: Iterable[int | KampungKB] | None = None,
        **fields: Any,
    ) -> Decree:  # fmt: skip
        """A complete draft about the numbered villages (all three, or Fitri's own), ready to be handed in."""
        fields = {"subject": "Penetapan Contoh", "considerations": ["bahwa contoh;"], "clauses": ["Menetapkan."]} | fields
        by, issuer = self.drafter(kind), self.office(ISSUER[kind])
        decree = drafting.start_decree(kind, issuer, by, effects=list(effects), example=True, **fields)
        decree.bases.set(LegalBasis.objects.all())
        numbers = ([0, 1, 2] if kind == REGENT else [0]) if villages is None else villages
        drafting.add_rows(decree, by, [(self.villages[n], {}) for n in numbers])
        return decree

    def roster(self, decree: Decree, village: int = 0) -> Pokja:
        """A Pokja with its three leaders and one member a section, drafted with the decree."""
        unit = KampungKB.objects.get(region=self.villages[village])
        pokja = Pokja.objects.create(file=decree.file, kampung=unit)
        seats = [*((leader, "") for leader in LEADERS), *(("Anggota", section) for section in SECTIONS)]
        Member.objects.bulk_create(
            Member(pokja=pokja, order=n, position=position, section=section, name=f"Contoh Anggota {n}")
            for n, (position, section) in enumerate(seats, 1)
        )
        return pokja

    def submitted(self, kind: str = REGENT, **draft: Any) -> Decree:
        decree = self.decree_draft(kind, **draft)
        perform(Decree.submit, decree, by=self.drafter(kind))
        return decree

    def walked(self, kind: str = REGENT, *, until: str = "", **draft: Any) -> Decree:
        """Handed in, and approved by everybody before the office of the role `until` (default: the signatory's)."""
        decree = self.submitted(kind, **draft)
        self.walk(decree, until)
        return decree

    def walk(self, decree: Decree, until: str = "") -> None:
        for role in WAYS[decree.kind]:
            if role == (until or ISSUER[decree.kind]):
                return
            if decree.file.assignments.filter(office__role=role, state="open", step__isnull=False).exists():
                self.approve(decree, role, HOLDER[role])

    def decide(self, decree: Decree, by: Mandate | None = None, **given: Any) -> JournalEntry:
        """The signatory decides, having read the present text."""
        role = ISSUER[decree.kind]
        return perform(Assignment.decide, self.task(decree, role), by=by or self.by(HOLDER[role], role),
                       read=self.read(decree), **given)  # fmt: skip

    def receive_paper(self, decree: Decree) -> None:
        """What the worker does when it has made the final paper."""
        perform(Decree.receive_paper, decree, by=system_mandate(), values={"sha256": PAPER})

    def sign(self, decree: Decree, by: Mandate | None = None, **given: Any) -> JournalEntry:
        role = ISSUER[decree.kind]
        return perform(Assignment.sign, self.open_task(decree, "sign_document"), by=by or self.by(HOLDER[role], role), **given)

    def issued(self, kind: str = REGENT, **draft: Any) -> Decree:
        """The whole way, from the draft to the signature."""
        decree = self.decree_draft(kind, **draft)
        if kind == VILLAGE and "appoint_pokja" in decree.effects:
            self.roster(decree)
        perform(Decree.submit, decree, by=self.drafter(kind))
        self.walk(decree)
        self.decide(decree)
        self.receive_paper(decree)
        self.sign(decree)
        return fresh(decree)

    def open_task(self, decree: Decree, kind: str) -> Assignment:
        return Assignment.objects.select_related("office").get(file=decree.pk, kind=kind, state="open")

    def number(self, decree: Decree) -> str:
        return DecreeNumber.objects.get(file=decree.pk, state__in=["reserved", "issued"]).text

    def stages(self) -> list[str]:
        """The states of the three villages' units, in order; "" where there is none yet."""
        found = dict(KampungKB.objects.values_list("region", "state"))
        return [found.get(village.pk, "") for village in self.villages]

    def units(self) -> list[KampungKB]:
        """All units, each with the `stage` that its facts give today."""
        return list(KampungKB.objects.stage_on(today()))

    def hamlets(self, count: int, village: int = 0) -> list[tuple[Region, dict[str, str]]]:
        """Rows for a draft about so many hamlets of one village."""
        return [(self.villages[village], {"hamlet": f"RW {n}"}) for n in range(1, count + 1)]


def fresh(row: Any) -> Any:
    """The row as the database has it now."""
    return type(row).objects.get(pk=row.pk)


def last_entry() -> int:
    return JournalEntry.objects.aggregate(last=Max("pk"))["last"] or 0


def broken_promises() -> list[Finding]:
    """What the domain's own invariants find in the database."""
    autodiscover_modules("invariants")
    ours = [check for check in checks if check.__module__.startswith("workflows.")]
    return [finding for check in ours for finding in check()]


def build_decree_world() -> DecreeWorld:
    world = build_world(DecreeWorld)
    world.get_ready()
    return world


def effect_days(decree: Decree, kind: str) -> set[tuple[date, date | None]]:
    """From when until when the decree's facts of a kind are in force."""
    return set(decree.facts.filter(kind=kind).values_list("since", "until"))
