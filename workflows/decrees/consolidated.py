"""What a decree says after all that changed it: its rows and clauses on a date, as known at an instant.

*Valid on* D, *as known on* E. It is a view for reading (*naskah konsolidasi*), never an official text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from workflows.core.models import JournalSubject

from .models import Decree, DecreeLink, DecreeRow, Effect
from .row_numbers import lasting_numbers
from .states import FACTS, EffectKind, LinkKind


@dataclass(frozen=True)
class ListedVillage:
    """A village that the decree lists on the day under a lasting number, and by which decree: itself or one that amended it."""

    row: DecreeRow
    number: int
    source: Decree
    since: date
    name: str
    suspended: bool


@dataclass(frozen=True)
class Clause:
    """A clause under its lasting number; an empty text was removed (*dihapus*)."""

    number: int
    text: str
    source: Decree


@dataclass(frozen=True)
class Consolidated:
    rows: list[ListedVillage]
    clauses: list[Clause]


def consolidated(decree: Decree, on: date, known_on: datetime | None = None) -> Consolidated:
    """The rows and clauses of a decree that hold on a day, after all amendments in force then."""
    return Consolidated(rows_on(decree, on, known_on), list(clauses_on(decree, on, known_on)))


def family(decree: Decree) -> list[int]:
    """The decree and those that amend it, by key."""
    amending = DecreeLink.objects.filter(other=decree, kind=LinkKind.AMENDS, decree__in_force_on__isnull=False)
    return [decree.pk, *amending.values_list("decree", flat=True)]


def rows_on(decree: Decree, on: date, known_on: datetime | None = None) -> list[ListedVillage]:
    """Its villages in the order of their numbers, those that amendments added behind."""
    facts = Effect.objects.filter(decree__in=family(decree), kind__in=FACTS).known_on(known_on).on(on, "last")
    since = {(e.decree_id, e.kampung_id): e.since for e in facts.order_by("-since", "-pk")}
    villages = [village for _decree, village in since]
    names, waiting = names_on(decree, on, known_on), suspended_on(on, known_on, villages)
    numbers, found = lasting_numbers(decree), dict[int, ListedVillage]()
    for row in rows_of(family(decree), villages):
        if (begun := since.get((row.decree_id, row.kampung_id))) and row.kampung_id not in found:
            name = names.get(row.kampung_id) or row.data.get("name") or row.kampung.name or row.kampung.region.name
            found[row.kampung_id] = ListedVillage(row, numbers[row.pk], row.decree, begun, name, row.kampung_id in waiting)
    return sorted(found.values(), key=lambda village: village.number)


def rows_of(decrees: list[int], villages: list[int]) -> QuerySet[DecreeRow]:
    rows = DecreeRow.objects.filter(decree__in=decrees, kampung__in=villages, struck=False)
    related = rows.select_related("decree__issuer__region", "kampung__region__parent")
    return related.order_by("decree__in_force_on", "decree", "order")


def names_on(decree: Decree, on: date, known_on: datetime | None) -> dict[int, str]:
    """The names that amendments corrected, the last one for each village."""
    corrections = Effect.objects.filter(decree__in=family(decree), kind=EffectKind.CORRECT, since__lte=on)
    corrections = corrections.known_on(known_on).standing(known_on).order_by("since", "entry")
    given = DecreeRow.objects.filter(decree__in=family(decree), effects__contains=[EffectKind.CORRECT])
    names = {(row.decree_id, row.kampung_id): row.data.get("name", "") for row in given}
    return {e.kampung_id: names[e.decree_id, e.kampung_id] for e in corrections}


def suspended_on(on: date, known_on: datetime | None, villages: list[int]) -> set[int]:
    waiting = Effect.objects.filter(kind=EffectKind.SUSPEND, kampung__in=villages).known_on(known_on).on(on, "last")
    return set(waiting.values_list("kampung", flat=True))


def clauses_on(decree: Decree, on: date, known_on: datetime | None = None) -> Iterator[Clause]:
    """Its clauses as changed by each amendment in turn; they keep their numbers, new ones follow."""
    clauses = {n: Clause(n, text, decree) for n, text in enumerate(decree.clauses, 1)}
    for amendment in amendments_on(decree, on, known_on):
        for change in amendment.clause_changes:
            clauses[change["clause"]] = Clause(change["clause"], change["text"], amendment)
    return (clauses[number] for number in sorted(clauses))


def amendments_on(decree: Decree, on: date, known_on: datetime | None = None) -> list[Decree]:
    """The amendments in force on a day, in their order; one annulled from its beginning never was.

    One that is annulled or revoked later keeps what it changed: what it removed does not revive (UU 12/2011, Lampiran II,
    on revocation; for keputusan UNVERIFIED).
    """
    amending = in_force_on(on, known_on).filter(links__other=decree, links__kind=LinkKind.AMENDS)
    kept = DecreeRow.objects.filter(decree=OuterRef("links__decree"), kampung=OuterRef("links__other__rows__kampung"))
    annulling = in_force_on(on, known_on).filter(
        links__other=OuterRef("pk"), links__kind=LinkKind.ANNULS, in_force_on__lte=OuterRef("in_force_on")
    )  # fmt: skip
    partly = annulling.filter(links__other__rows__struck=False).filter(~Exists(kept))
    return list(amending.filter(~Exists(annulling) | Exists(partly)).order_by("in_force_on", "entry"))


def in_force_on(on: date, known_on: datetime | None) -> QuerySet[Any]:
    """Decrees in force by a day as the register stood at an instant, each with the `entry` by which it came into force."""
    entered = JournalSubject.objects.filter(kind="decree", object_id=OuterRef("pk"), to_state="in_force")
    entered = entered.filter(entry__at__lte=known_on) if known_on else entered
    return Decree.objects.annotate(entry=Subquery(entered.values("entry")[:1])).filter(entry__isnull=False, in_force_on__lte=on)
