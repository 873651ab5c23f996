"""Which rows the acts of a rakor touch. The queries speak of the world as it was before the act."""

from typing import Any

from django.db.models import BigIntegerField, Case, Exists, F, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Concat, Left

from workflows.core.act import Item, act, all_of
from workflows.letters.states import LetterKind, LetterState

from .states import CLASSES, MotionKind, MotionState

TITLE = 120
"""Characters of a need's title."""


def same(rows: QuerySet) -> QuerySet:
    return rows


# --- motions ------------------------------------------------------------------------------------------------------------


def carried(rakors: QuerySet) -> QuerySet:
    """What they decided, and has not been carried out."""
    return all_of("meetings.Motion").filter(rakor__in=rakors.values("pk"), state=MotionState.CARRIED)


def replaced(rakors: QuerySet) -> QuerySet:
    """The motion that the new one stands for."""
    return all_of("meetings.Motion").filter(rakor__in=rakors.values("pk"), pk=act.value("replaces", BigIntegerField()))


def rows_of(rakors: QuerySet, *kinds: str) -> QuerySet:
    """The Kampung KB that the carried motions of these kinds are about."""
    return all_of("meetings.MotionRow").filter(
        motion__rakor__in=rakors.values("pk"), motion__state=MotionState.CARRIED, motion__kind__in=kinds
    )


# --- what is carried out ------------------------------------------------------------------------------------------------


def evaluations_decided(rakors: QuerySet) -> QuerySet:
    return all_of("evaluations.Evaluation").filter(pk__in=rows_of(rakors, *CLASSES).values("evaluation"))


def entries_nominated(rakors: QuerySet) -> QuerySet:
    """The drafts of entries that stand for what they nominated (`executing.begin_entries`), begun by whichever office."""
    named = rows_of(rakors, MotionKind.NOMINATE).filter(motion__competition=OuterRef("competition"), kampung=OuterRef("kampung"))
    return all_of("contests.Entry").filter(Exists(named), state="draft")


def needs_asked(rakors: QuerySet) -> QuerySet:
    """A follow-up about villages is a need of each of them."""
    return rows_of(rakors, MotionKind.FOLLOW_UP)


def follow_ups_without_village(rakors: QuerySet) -> QuerySet:
    """The other follow-ups are tasks about the rakor itself."""
    about = all_of("meetings.MotionRow").filter(motion=OuterRef("pk"))
    return carried(rakors).filter(~Exists(about), kind=MotionKind.FOLLOW_UP)


def files_touched(rakors: QuerySet) -> QuerySet:
    """Locked with the rakor's own."""
    decided = Q(evaluation__in=evaluations_decided(rakors).values("pk"))
    return all_of("core.File").filter(decided | Q(entry__in=entries_nominated(rakors).values("pk")))


def unit() -> Case:
    hamlet = Concat(F("kampung__hamlet"), Value(", "), F("kampung__region__name"), output_field=TextField())
    return Case(When(kampung__hamlet="", then=F("kampung__region__name")), default=hamlet, output_field=TextField())


NEED: dict[str, Any] = {
    "kampung": F("kampung"), "motion_row": F("pk"), "what": F("motion__text"), "aims": F("motion__aims"), "aim": F("motion__aim"),
    "owner": F("motion__owner"), "due_on": F("motion__due_on"), "funds": F("motion__funds"), "state": Value("open"),
}  # fmt: skip
FILE_OF_NEED: dict[str, Any] = {
    "kind": Value("need"),
    "title": lambda: Left(Concat(Value("Kebutuhan "), unit(), Value(": "), F("motion__text"), output_field=TextField()), TITLE),
    "region": F("kampung__region"), "zone": F("motion__file__zone"), "office": F("motion__file__office"),
    "drafted_by": F("motion__file__drafted_by"), "example": F("motion__file__example"),
}  # fmt: skip


def of_its_unit() -> Subquery:
    """The village of the need just born."""
    return Subquery(all_of("villages.KampungKB").filter(pk=Item("kampung_id")).values("region"))


# --- its record ---------------------------------------------------------------------------------------------------------


def records() -> QuerySet:
    return all_of("letters.Letter").filter(kind=LetterKind.RECORD)


def rakors_recorded(letters: QuerySet) -> QuerySet:
    """The rakors whose record these letters are."""
    mine = letters.filter(kind=LetterKind.RECORD)
    return all_of("meetings.Rakor").filter(file__in=mine.values("concerns"))


def files_recorded(letters: QuerySet) -> QuerySet:
    return all_of("core.File").filter(rakor__in=rakors_recorded(letters).values("pk"))


def standing_records() -> QuerySet:
    """Records of the outer rakor that are being written or signed."""
    return records().filter(concerns=OuterRef("file"), state__in=[LetterState.DRAFT, LetterState.ISSUED])


def signed_records() -> QuerySet:
    return records().filter(concerns=OuterRef("file"), state=LetterState.SIGNED)
