"""Which rows a contest's acts touch. The queries speak of the world as it was before the act."""

from django.db.models import (
    BigIntegerField,
    DecimalField,
    Exists,
    F,
    Func,
    IntegerField,
    JSONField,
    OuterRef,
    Q,
    QuerySet,
    TextField,
)
from django.db.models.functions import Cast, Left, Length

from workflows.core.act import act, all_of

from .states import FINAL, IN_THE_RUNNING, CompetitionState, EntryState

E = EntryState
JUROR = act.value("juror", BigIntegerField())


def same(rows: QuerySet) -> QuerySet:
    return rows


def entries_of(competitions: QuerySet) -> QuerySet:
    return all_of("contests.Entry").filter(competition__in=competitions.values("pk"))


def files_of_entries(competitions: QuerySet) -> QuerySet:
    """Locked with the contest's own: nobody scores, leaves or is disqualified while it is ranked."""
    return all_of("core.File").filter(pk__in=entries_of(competitions).values("file"))


def entries_to_rank(competitions: QuerySet) -> QuerySet:
    return entries_of(competitions).filter(state=E.FIELD_VERIFIED)


def entries_ranked(competitions: QuerySet) -> QuerySet:
    return entries_of(competitions).filter(state=E.RANKED)


def entries_left(competitions: QuerySet) -> QuerySet:
    """All that are still in the running when a contest is cancelled."""
    return entries_of(competitions).filter(state__in=[E.DRAFT, *IN_THE_RUNNING])


def of_another_office(entries: QuerySet) -> QuerySet:
    """Those that somebody else than the organiser nominated: of what one does oneself nobody is told."""
    return entries.exclude(file__office=F("competition__file__office"))


def winners(competitions: QuerySet) -> QuerySet:
    """Those whose rank wins; a shared last place wins with all who share it."""
    return entries_of(competitions).filter(state__in=FINAL, rank__lte=F("competition__winners"))


def winners_to_award(competitions: QuerySet) -> QuerySet:
    return winners(competitions).filter(state__in=[E.RANKED, E.FORWARDED])


def entries_entered(competitions: QuerySet) -> QuerySet:
    """The drafts of an old result: each is given its rank."""
    return entries_of(competitions).filter(state=E.DRAFT)


def winners_entered(competitions: QuerySet) -> QuerySet:
    """All of an old result."""
    return entries_of(competitions).filter(state=E.AWARDED)


def forwarded_copies(entries: QuerySet) -> QuerySet:
    """The drafts that were begun for these at the next level (`forwarding.py`)."""
    drafts = all_of("contests.Entry").filter(forwarded_from__in=entries.values("pk"), state=E.DRAFT)
    return drafts.filter(competition=act.value("competition", BigIntegerField()))


def competitions_of(appeals: QuerySet) -> QuerySet:
    return all_of("contests.Competition").filter(file__in=appeals.values("file"))


def competitions_to_reopen(appeals: QuerySet) -> QuerySet:
    """Unless another appeal has opened it before."""
    return competitions_of(appeals).filter(state=CompetitionState.RANKED)


def files_appealed(appeals: QuerySet) -> QuerySet:
    return files_of_entries(competitions_of(appeals))


# --- values that map the id of a file to something -----------------------------------------------------------------------


def of_file(value: str) -> Func:
    """What it holds for the row's file, as text; null where it holds nothing."""
    return Func(act.value(value, JSONField()), Cast(F("file"), TextField()), arg_joiner=" ->> ",
                template="(%(expressions)s)", output_field=TextField())  # fmt: skip


def given_rank() -> Cast:
    return Cast(of_file("ranks"), IntegerField())


def given_total() -> Cast:
    return Cast(of_file("totals"), DecimalField(max_digits=5, decimal_places=2))


# --- the jury ------------------------------------------------------------------------------------------------------------


def jurors_named() -> QuerySet:
    """The juror whom a value names, of the outer entry's contest."""
    return all_of("contests.Juror").filter(pk=JUROR, competition=OuterRef("competition"))


def in_own_area() -> Q:
    """Of jurors, beside an outer entry: the village lies in the territory that he was appointed from."""
    return Q(territory__path=Left(OuterRef("kampung__region__path"), Length(F("territory__path"))))


def of_own_agency() -> Q:
    """Of jurors, beside an outer entry: his own office nominated it."""
    return Q(agency=OuterRef("file__office"))


def recused_himself() -> Q:
    """Of jurors, beside an outer entry."""
    said = all_of("contests.Recusal").filter(juror=OuterRef("pk"), participant=OuterRef(OuterRef("pk")))
    return Q(Exists(said))
