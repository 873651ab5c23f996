"""What holds on any day, as known at any instant, whatever decrees did in whatever order they became known.

Random decrees designate, appoint, revoke, suspend, resume, amend and annul, forwards and backwards in time; a naive model
that looks at one day at a time says what must hold.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.decree_world import DecreeWorld, broken_promises, fresh
from workflows.core.door import perform
from workflows.decrees import drafting
from workflows.decrees.consolidated import consolidated
from workflows.decrees.models import Decree, Effect
from workflows.villages.models import KampungKB

FIRST = date(2023, 1, 2)
DAYS = [FIRST + timedelta(days=n) for n in range(6)]
KIND_OF = {"designated": "designate", "pokja": "appoint_pokja", "suspended": "suspend"}
ENDS = {"revoke": {"designate", "appoint_pokja", "suspend"}, "appoint_pokja": {"appoint_pokja"}, "resume": {"suspend"}}
ALONE = ["designate", "appoint_pokja", "suspend", "resume", "revoke"]


@dataclass(frozen=True)
class Deed:
    """One decree of a story: `aim` is the earlier decree it amends or annuls, `begins` the day from which it has effect."""

    kind: str
    villages: frozenset[int]
    added: frozenset[int]
    on: int
    begins: int
    term: int | None
    aim: int


VILLAGES = st.frozensets(st.integers(0, 1), min_size=1)
DEEDS = st.builds(
    Deed, kind=st.sampled_from([*ALONE, "designate", "amends", "amends", "annuls", "annuls"]), villages=VILLAGES,
    added=st.frozensets(st.integers(0, 1)), on=st.integers(0, 5), begins=st.integers(0, 5),
    term=st.none() | st.integers(0, 7), aim=st.integers(0, 9),
)  # fmt: skip


@dataclass(frozen=True)
class Known:
    """An effect as the register has it, in the order in which it was written (`number`)."""

    number: int
    decree: int
    village: int
    kind: str
    since: date
    term: date | None
    on: date
    at: datetime


class Register:
    """The naive model: what every decree did, and which decree it was aimed at."""

    def __init__(self, effects: list[Known], aims: dict[int, tuple[str, int]]):
        self.effects, self.aims = effects, aims

    def holds(self, village: int, kind: str, day: date, decrees: set[int] | None = None) -> bool:
        facts = [f for f in self.effects if (f.village, f.kind) == (village, kind) and f.since <= day]
        return any(self.goes_on(f, day) for f in facts if decrees is None or f.decree in decrees)

    def goes_on(self, fact: Known, day: date) -> bool:
        if fact.term and fact.term < day:
            return False
        return not any(x.since <= day and not self.undone(x) for x in self.against(fact))

    def against(self, fact: Known) -> Iterator[Known]:
        for x in self.effects:
            if x.village != fact.village or x.decree == fact.decree:
                continue
            later = (x.since, x.number) > (fact.since, fact.number)
            if (later and fact.kind in ENDS.get(x.kind, ())) or self.takes_back(x, fact):
                yield x

    def takes_back(self, x: Known, effect: Known) -> bool:
        if x.kind not in ("strike", "annul") or x.village != effect.village or (x.on, x.number) <= (effect.on, effect.number):
            return False
        _how, aim = self.aims[x.decree]
        return effect.decree in self.family(aim)

    def undone(self, event: Known) -> bool:
        return any(self.takes_back(y, event) and y.since <= event.since and not self.undone(y) for y in self.effects)

    def family(self, decree: int) -> set[int]:
        return {decree, *(d for d, (how, aim) in self.aims.items() if how == "amends" and aim == decree)}


def play(world: DecreeWorld, deeds: list[Deed]) -> tuple[list[Decree], dict[int, tuple[str, int]]]:
    """Enter the decrees one after the other, each with its own date; some are older than those entered before."""
    made: list[Decree] = []
    aims: dict[int, tuple[str, int]] = {}
    for n, deed in enumerate(deeds):
        changing = deed.kind in ("amends", "annuls")
        targets = [d for d in made if aims.get(d.pk, ("", 0))[0] != "annuls" and not (deed.kind == "amends" and d.pk in aims)]
        if changing and not targets:
            continue
        made.append(enter(world, n, deed, targets[deed.aim % len(targets)] if changing else None))
        if changing:
            aims[made[-1].pk] = deed.kind, targets[deed.aim % len(targets)].pk
    return made, aims


def enter(world: DecreeWorld, n: int, deed: Deed, other: Decree | None) -> Decree:
    effect = {"amends": "strike", "annuls": "annul"}.get(deed.kind, deed.kind)
    taken = deed.villages - deed.added if deed.kind == "amends" else deed.villages
    dates = {"effective_on": DAYS[deed.begins], "expires_on": None if deed.term is None else FIRST + timedelta(days=deed.term)}
    decree = world.decree_draft(villages=[], effects=[effect], subject=f"Contoh {n}", **dates)
    drafting.put_on(decree, [(world.villages[v], {}) for v in sorted(taken)])
    if deed.kind == "amends":
        drafting.put_on(decree, [(world.villages[v], {}) for v in sorted(deed.added)], effects=["designate", "appoint_pokja"])
    if other:
        drafting.link(decree, world.drafter(), other, deed.kind)
    perform(Decree.enter_old, decree, by=world.drafter(), values={"number": f"C/{n}"}, on=DAYS[deed.on])
    return fresh(decree)


def register_at(instant: datetime | None, aims: dict[int, tuple[str, int]]) -> Register:
    written = Effect.objects.select_related("entry").order_by("entry")
    known = [Known(e.entry_id, e.decree_id, e.kampung_id, e.kind, e.since, e.term, e.entry.on, e.entry.at) for e in written]
    return Register([e for e in known if instant is None or e.at <= instant], aims)


def compare(made: list[Decree], aims: dict[int, tuple[str, int]]) -> None:
    instants: list[Any] = [None, *sorted({e.entry.at for e in Effect.objects.select_related("entry")})]
    for day, instant in ((DAYS[2], None), (DAYS[-1], instants[-2])):
        compare_lists(made, day, instant, register_at(instant, aims))
    for instant in instants:
        register = register_at(instant, aims)
        for day in DAYS if instant is None else DAYS[1::2]:
            for unit in KampungKB.objects.facts_on(day, instant):
                found = {fact: getattr(unit, fact) for fact in KIND_OF}
                assert found == {fact: register.holds(unit.pk, kind, day) for fact, kind in KIND_OF.items()}, (day, instant)


def compare_lists(made: list[Decree], day: date, instant: datetime | None, register: Register) -> None:
    for decree in made:
        listed = {v.row.kampung_id for v in consolidated(decree, day, instant).rows}
        assert listed == expected_list(register, decree, day), (decree, day, instant)


def expected_list(register: Register, decree: Decree, day: date) -> set[int]:
    family, villages = register.family(decree.pk), {e.village for e in register.effects}
    return {v for v in villages if any(register.holds(v, kind, day, family) for kind in KIND_OF.values())}


def check_stories(world: DecreeWorld, examples: int, *, always_the_same: bool) -> None:
    @given(deeds=st.lists(DEEDS, min_size=3, max_size=6))
    @settings(max_examples=examples, deadline=None, database=None, derandomize=always_the_same, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    def check(deeds):
        with transaction.atomic():
            compare(*play(world, deeds))
            assert broken_promises() == []
            assert [unit for unit in world.units() if unit.state != unit.stage] == []
            transaction.set_rollback(True)

    check()


@pytest.mark.django_db
def test_every_day_as_known_at_every_instant_is_what_a_naive_register_says(world):
    check_stories(world, 2, always_the_same=True)


@pytest.mark.nightly
@pytest.mark.django_db
def test_the_same_through_a_long_night(world):
    check_stories(world, 200, always_the_same=False)
