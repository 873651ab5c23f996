"""The facts about villages as of a date, and the stage they give. Nothing of it is stored twice."""

from datetime import date

from django.db.models import Case, CharField, Exists, Min, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from workflows.core.act import all_of
from workflows.core.models import JournalSubject

from .states import ENTERING, KampungState

K = KampungState
FACTS = {"village_decree": "form", "designated": "designate", "pokja": "appoint_pokja", "suspended": "suspend"}
"""Name of the fact → kind of the decrees' effects that it rests on."""


def effects(kind: str) -> QuerySet:
    return all_of("decrees.Effect").filter(kampung=OuterRef("pk"), kind=kind)


def in_force(kind: str, on: date) -> Exists:
    return Exists(effects(kind).filter(Q(until=None) | Q(until__gte=on), since__lte=on))


def ever(kind: str, on: date) -> Exists:
    return Exists(effects(kind).filter(since__lte=on))


def noted_stage(on: date) -> Subquery:
    """Where the journal last saw a village outside the time of its designation: proposed, withdrawn, …"""
    noted = JournalSubject.objects.filter(
        kind="kampungkb", object_id=OuterRef("pk"), entry__on__lte=on, to_state__in=ENTERING
    )
    return Subquery(noted.order_by("-entry__on", "-entry_id").values("to_state")[:1])


class KampungQuerySet(QuerySet):
    """Its annotated rows are `Any` to a type checker: no stub knows what was annotated."""

    def facts_on(self, on: date) -> "KampungQuerySet":
        """Annotates `village_decree`, `designated`, `pokja`, `suspended` and `launched` as of a date (both ends count)."""
        launches = all_of("villages.Launch").filter(kampung=OuterRef("pk"), on__lte=on)
        return self.annotate(**{name: in_force(kind, on) for name, kind in FACTS.items()}, launched=Exists(launches))

    def with_first_designation(self) -> "KampungQuerySet":
        """Annotates `first_designated_on`: the first designation of all, which no later decree overwrites."""
        first = effects("designate").order_by().values("kampung").annotate(first=Min("since")).values("first")
        return self.annotate(first_designated_on=Subquery(first))

    def stage_on(self, on: date) -> "KampungQuerySet":
        """Annotates `stage`, the state as of a date, from the facts; before a designation, from the journal."""
        stage = Case(
            When(designated=True, suspended=True, then=Value(K.SUSPENDED)),
            When(designated=True, pokja=True, then=Value(K.ACTIVE)),
            When(Q(ever("appoint_pokja", on)), designated=True, then=Value(K.DORMANT)),
            When(designated=True, then=Value(K.DESIGNATED)),
            default=Coalesce(
                noted_stage(on), Case(When(ever("designate", on), then=Value(K.REVOKED)), default=Value(K.DRAFT))
            ),
            output_field=CharField(),
        )
        return self.facts_on(on).annotate(stage=stage)

    def eligible_for_village_contest(self, on: date) -> "KampungQuerySet":
        """Units whose designation is in force on the day; those suspended wait."""
        return self.facts_on(on).filter(designated=True, suspended=False)
