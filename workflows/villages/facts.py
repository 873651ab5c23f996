"""The facts about villages as of a date, and the stage they give. Nothing of it is stored twice."""

from datetime import date, datetime
from typing import Any

from django.db.models import Case, CharField, Exists, F, Min, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from workflows.core.act import all_of
from workflows.core.models import JournalSubject

from .states import ENDED, ENTERING, STANDING, KampungState

K = KampungState
FACTS = {"village_decree": "form", "designated": "designate", "pokja": "appoint_pokja", "suspended": "suspend"}
"""Name of the fact → kind of the decrees' effects that it rests on."""
BY_FACTS = {"suspend": K.SUSPENDED, "activate": K.ACTIVE, "lapse": K.DORMANT, "designate": K.DESIGNATED, "revoke": K.REVOKED,
            "merge": K.MERGED}  # fmt: skip
STAGES = (*BY_FACTS, "be_listed")
"""The moves that facts give."""


def effects(kind: str, known_on: Any = None, village: str = "pk") -> Any:
    """What decrees did to the outer village, as known at an instant (None: now). An `EffectQuerySet`."""
    found: Any = all_of("decrees.Effect").filter(kampung=OuterRef(village), kind=kind)
    return found.known_on(known_on)


def in_force(kind: str, on: Any, known_on: Any = None) -> Exists:
    return Exists(effects(kind, known_on).on(on, "last"))


def ever(kind: str, on: Any, known_on: Any = None) -> Exists:
    """What was annulled from its beginning never was."""
    return Exists(effects(kind, known_on).filter(Q(last=None) | Q(last__gte=F("since")), since__lte=on))


def lapsed_pokja(on: Any, known_on: Any = None) -> Exists:
    """Whether a Pokja that is no more worked during a designation that still holds."""
    designated = effects("designate", known_on, "kampung").on(on, "last").filter(since__lte=OuterRef("last"))
    return Exists(effects("appoint_pokja", known_on).filter(Exists(designated), last__gte=F("since"), since__lte=on))


def noted_stage(on: Any, known_on: Any = None) -> Subquery:
    """Where the journal last saw a village go outside the time of its designation: proposed, withdrawn, …"""
    noted = JournalSubject.objects.filter(
        kind="kampungkb", object_id=OuterRef("pk"), entry__on__lte=on, to_state__in=ENTERING
    ).exclude(from_state=F("to_state"))
    noted = noted.filter(entry__at__lte=known_on) if known_on else noted
    return Subquery(noted.order_by("-entry__on", "-entry_id").values("to_state")[:1])


def arrived() -> Q:
    """Whether a village stands already where its `move` takes it."""
    there = Q(move="be_listed")
    for move, state in BY_FACTS.items():
        there |= Q(move=move, state=state)
    return there


class KampungQuerySet(QuerySet):
    """Its annotated rows are `Any` to a type checker: no stub knows what was annotated.

    *Valid on* a date, *as known on* an instant: the facts of May as the register told them in June, before somebody
    annulled a decree in July, say.
    """

    def facts_on(self, on: date, known_on: datetime | None = None) -> "KampungQuerySet":
        """Annotates `village_decree`, `designated`, `pokja`, `suspended` and `launched` as of a date (both ends count)."""
        launches = all_of("villages.Launch").filter(kampung=OuterRef("pk"), on__lte=on)
        launches = launches.filter(entry__at__lte=known_on) if known_on else launches
        facts = {name: in_force(kind, on, known_on) for name, kind in FACTS.items()}
        return self.annotate(**facts, launched=Exists(launches))

    def with_first_designation(self) -> "KampungQuerySet":
        """Annotates `first_designated_on`: the first designation of all, which no later decree overwrites."""
        held = effects("designate").filter(Q(last=None) | Q(last__gte=F("since")))
        first = held.order_by().values("kampung").annotate(first=Min("since")).values("first")
        return self.annotate(first_designated_on=Subquery(first))

    def stage_on(self, on: date, known_on: datetime | None = None) -> "KampungQuerySet":
        """Annotates `stage`, the state as of a date, from the facts; before a designation, from the journal."""
        gone = Case(When(ever("designate", on, known_on), then=Value(K.REVOKED)), default=Value(K.DRAFT))
        given = [When(holds, then=Value(BY_FACTS[move])) for move, holds in by_facts(on, known_on).items()]
        stage = Case(*given, default=Coalesce(noted_stage(on, known_on), gone), output_field=CharField())
        return self.facts_on(on, known_on).annotate(stage=stage)

    def with_move(self, on: Any, merging: Exists, naming: Exists) -> "KampungQuerySet":
        """Annotates `move`: which of `STAGES` takes a village to where its facts put it.

        `merging`, `naming`: what decrees say now. A designation that an earlier known one ended long ago leaves it revoked.
        """
        given = [When(holds, then=Value(move)) for move, holds in by_facts(on).items()]
        merged = Q(merging) & ~Q(state__in=ENDED)
        gone = [When(merged, then=Value("merge")), When(Q(state__in=STANDING) | Q(naming, state=K.DRAFT), then=Value("revoke"))]
        return self.facts_on(on).annotate(move=Case(*given, *gone, default=Value("be_listed"), output_field=CharField()))

    def eligible_for_village_contest(self, on: date) -> "KampungQuerySet":
        """Units whose designation is in force on the day; those suspended wait."""
        return self.facts_on(on).filter(designated=True, suspended=False)


def by_facts(on: Any, known_on: Any = None) -> dict[str, Q]:
    """Move → whether the facts of a village (`facts_on`) give that stage of the designated; the first that holds."""
    return {
        "suspend": Q(designated=True, suspended=True),
        "activate": Q(designated=True, pokja=True),
        "lapse": Q(lapsed_pokja(on, known_on), designated=True),
        "designate": Q(designated=True),
    }
