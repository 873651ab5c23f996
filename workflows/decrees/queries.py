"""Which rows a decree's acts touch. The queries speak of the world as it was before the act."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BigIntegerField,
    Case,
    DateField,
    Exists,
    F,
    Func,
    IntegerField,
    JSONField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)  # fmt: skip
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Coalesce, JSONObject

from workflows.core.act import Add, Item, Listed, Set, act, all_of
from workflows.routes import queries as routes
from workflows.routes.states import AssignmentKind, AssignmentState
from workflows.villages.facts import arrived

from .ends import last_day
from .states import FACTS, TAKING_BACK, VALID, EffectKind, LinkKind, NumberState, SeriesMode

E = EffectKind


def same(rows: QuerySet) -> QuerySet:
    return rows


def decrees_of(tasks: QuerySet) -> QuerySet:
    return all_of("decrees.Decree").filter(file__in=tasks.values("file"))


def looked_up(value: str, field: type) -> Func:
    """What a value that maps file ids to things holds for the row's file."""
    return Func(act.value(value, JSONField()), Cast(F("file"), TextField()), arg_joiner=" -> ",
                template="(%(expressions)s)", output_field=field())  # fmt: skip


def given_signatory() -> Func:
    return Cast(Func(act.value("signatories", JSONField()), Cast(F("file"), TextField()), arg_joiner=" ->> ",
                     template="(%(expressions)s)", output_field=TextField()), BigIntegerField())  # fmt: skip


def begins(decree: str = "") -> Coalesce:
    """The day from which a decree has effect: the one it names, else its *tanggal penetapan*, however late it was signed.

    An old decree being entered has none yet: its own date is the act's. `decree` leads there, e.g. `"decree__"`.
    """
    return Coalesce(F(f"{decree}effective_on"), F(f"{decree}decided_on"), act.on)



# --- numbers ----------------------------------------------------------------------------------------------------------


def series_of(decrees: QuerySet) -> QuerySet:
    """The registers that number these decrees."""
    mine = decrees.filter(issuer=OuterRef("office"), kind=OuterRef("doc_class"))
    return all_of("decrees.Series").filter(Exists(mine))


def numbers_reserved(decrees: QuerySet) -> QuerySet:
    return all_of("decrees.DecreeNumber").filter(file__in=decrees.values("file"), state=NumberState.RESERVED)


def numbers_of_own_registers(decrees: QuerySet) -> QuerySet:
    """Reserved numbers that nobody else may bear: when the decision falls they are void, with the reason."""
    return numbers_reserved(decrees).filter(series__mode=SeriesMode.OWN)


def numbers_of_books(decrees: QuerySet) -> QuerySet:
    """Reserved numbers typed from an office's book: when the decision falls they go back to it."""
    return numbers_reserved(decrees).filter(series__mode=SeriesMode.EXTERNAL)


ADD_NUMBER = Add(
    "decrees.DecreeNumber",
    Listed("numbers", {"file": BigIntegerField(), "series": BigIntegerField(), "year": IntegerField(),
                       "sequence": IntegerField(), "insert": TextField(), "text": TextField(), "date": DateField(),
                       "state": TextField(), "note": TextField()}),
    {name: Item(name) for name in ("file", "series", "year", "sequence", "insert", "text", "date", "state", "note")},
)  # fmt: skip


def counters(_rows: QuerySet) -> QuerySet:
    """The own registers that this act draws a number from."""
    return all_of("decrees.Series").filter(pk__in=RawSQL(
        "SELECT (item->>'series')::bigint FROM jsonb_array_elements(%s) item",
        [act.value("counters", JSONField())]))  # fmt: skip


def tasks_after_decision(decrees: QuerySet) -> QuerySet:
    """Open tasks that only the decision called for: number, signature, print, scan."""
    kinds = [AssignmentKind.NUMBER, AssignmentKind.SIGN_DOCUMENT, AssignmentKind.SCAN, AssignmentKind.CONFIRM_SCAN]
    return routes.unfinished_of_files(decrees).filter(kind__in=kinds)


# --- rows, claims and facts -------------------------------------------------------------------------------------------


def rows_of(decrees: QuerySet) -> QuerySet:
    return all_of("decrees.DecreeRow").filter(decree__in=decrees.values("pk"), struck=False)


def claims_of(decrees: QuerySet) -> QuerySet:
    return all_of("decrees.Claim").filter(decree__in=decrees.values("pk"), open=True)


def new_effects(decrees: QuerySet) -> QuerySet:
    """What every row that stands does to its village; a Pokja and a suspension end with the decree."""
    ends = Case(When(effect__in=[E.APPOINT_POKJA, E.SUSPEND], then=F("decree__expires_on")), output_field=DateField())
    return all_of("decrees.Claim").filter(decree__in=decrees.values("pk"), row__struck=False).annotate(ends_on=ends)


def villages_on(rows: QuerySet) -> QuerySet:
    """The villages of these rows. As one array of keys, so that the others are not looked at, however many there are."""
    return all_of("villages.KampungKB").filter(pk__any=ArraySubquery(rows.order_by().values("kampung")))


def fact(kind: str, village: str = "pk") -> Exists:
    """In force today, before the act: an old decree entered late does not undo what newer ones did."""
    return Exists(all_of("decrees.Effect").filter(holds_today(), kampung=OuterRef(village), kind=kind))


def holds_today() -> Q:
    return Q(since__lte=act.today) & (Q(until=None) | Q(until__gte=act.today))


def villages_listed(decrees: QuerySet) -> QuerySet:
    """The rows, each with the office of the village's head."""
    heads = all_of("organisation.Office").filter(role="village_head", state="active", region=OuterRef("kampung__region"))
    return rows_of(decrees).annotate(head=Subquery(heads.values("pk")[:1])).filter(head__isnull=False)


def about_decree() -> JSONObject:
    return JSONObject(decree=F("decree"))


def villages_of(decrees: QuerySet) -> QuerySet:
    """The listed villages, to be locked."""
    return villages_on(rows_of(decrees))


def listed_now(files: QuerySet) -> Any:
    """The villages of these files' decrees that have come into force: a `KampungQuerySet`."""
    rows = all_of("decrees.DecreeRow").filter(decree__in=files.values("pk"), struck=False)
    return villages_on(rows.filter(decree__in_force_on__isnull=False))


def facts_of_listed(files: QuerySet) -> QuerySet:
    """Facts of their villages that several decrees bear on: their ends are worked out anew."""
    found = all_of("decrees.Effect").filter(kind__in=FACTS, kampung__any=ArraySubquery(listed_now(files).values("pk")))
    others = all_of("decrees.Effect").filter(kampung=OuterRef("kampung")).exclude(decree=OuterRef("decree"))
    return found.filter(Exists(others))


def last_of_fact() -> Subquery:
    """The last day of a fact, by all that is now known."""
    return Subquery(all_of("decrees.Effect").filter(pk=OuterRef("pk")).values(last=last_day(Q())))


def villages_settling(files: QuerySet) -> QuerySet:
    """The listed villages, each with the move to the stage that its facts now give."""
    done = all_of("decrees.Effect").filter(decree__in=files.values("pk"), kampung=OuterRef("pk"))
    return listed_now(files).with_move(
        act.today, merging=Exists(done.filter(kind=E.MERGE)), naming=Exists(done.filter(kind=E.DESIGNATE))
    )


def villages_waking_or_lapsing(files: QuerySet) -> QuerySet:
    """Those for whom the end of a decree changes something."""
    return villages_settling(files).exclude(arrived())


def decrees_linked(decrees: QuerySet, kinds: list[str]) -> QuerySet:
    links = all_of("decrees.DecreeLink").filter(decree__in=decrees.values("pk"), kind__in=kinds, other=OuterRef("pk"))
    return all_of("decrees.Decree").filter(Exists(links), state__in=VALID)


def left_over(decrees: QuerySet) -> Exists:
    """Whether villages that these decrees do not list still live by the outer decree, or by what amended it."""
    listing = rows_of(decrees).filter(effects__overlap=[E.REVOKE, E.RESUME, *TAKING_BACK])
    amendments = all_of("decrees.DecreeLink").filter(kind=LinkKind.AMENDS, other=OuterRef(OuterRef("pk")))
    mine = Q(decree=OuterRef("pk")) | Q(decree__in=amendments.values("decree"))
    living = all_of("decrees.Effect").filter(mine, holds_today(), kind__in=FACTS)
    kept = listing.filter(kampung=OuterRef("kampung"))
    return Exists(living.filter(Exists(listing), ~Exists(kept)))


def decrees_it_revokes(decrees: QuerySet) -> QuerySet:
    whole = decrees_linked(decrees, [LinkKind.REVOKES]).exclude(left_over(decrees))
    return whole | decrees_linked(decrees, [LinkKind.REPLACES])


def decrees_it_annuls(decrees: QuerySet) -> QuerySet:
    return decrees_linked(decrees, [LinkKind.ANNULS]).exclude(left_over(decrees))


def decrees_it_amends(decrees: QuerySet) -> QuerySet:
    """Those amended, and those of which only some villages are revoked or annulled."""
    partly = decrees_linked(decrees, [LinkKind.REVOKES, LinkKind.ANNULS]).filter(left_over(decrees))
    return partly | decrees_linked(decrees, [LinkKind.AMENDS])


def taking_away(decrees: QuerySet) -> QuerySet:
    """Decrees that take a status from villages: what rests on it is to be looked through, nothing is reversed by itself."""
    rows = rows_of(decrees).filter(decree=OuterRef("pk"), effects__overlap=[E.REVOKE, *TAKING_BACK])
    return decrees.filter(Exists(rows))


def dropping(decrees: QuerySet) -> QuerySet:
    """Decrees that replace one whose villages they do not all list: the drop is told, never silent."""
    kept = rows_of(decrees).filter(decree=OuterRef("links__decree"), kampung=OuterRef("links__other__rows__kampung"))
    return decrees.filter(links__kind=LinkKind.REPLACES, links__other__rows__struck=False).filter(~Exists(kept)).distinct()


def villages_to_follow_up(decrees: QuerySet) -> QuerySet:
    """Rows of a designating decree that asks its villages for a Pokja, where none is in force: a task for the head."""
    gone = all_of("decrees.Effect").filter(kampung=OuterRef("kampung"), kind__in=[E.REVOKE, E.MERGE], since__gt=act.on)
    asked = rows_of(decrees).filter(~Exists(gone), effects__contains=[E.DESIGNATE]).exclude(
        effects__contains=[E.APPOINT_POKJA]
    )  # fmt: skip
    heads = all_of("organisation.Office").filter(role="village_head", state="active", region=OuterRef("kampung__region"))
    return asked.filter(~fact(E.APPOINT_POKJA, "kampung")).annotate(head=Subquery(heads.values("pk")[:1])).filter(
        head__isnull=False
    )  # fmt: skip


FOLLOW_UP_DAYS = 30
"""Calendar days in which a designated village forms its Pokja (the second clause of the decree says so). They run from the
day on which it is asked, however old the decree is."""

FOLLOW_UP = {
    "file": F("decree"), "kind": Value(AssignmentKind.FOLLOW_UP), "office": F("head"), "region": F("kampung__region"),
    "state": Value(AssignmentState.OPEN), "opened_on": act.today, "days": Value(FOLLOW_UP_DAYS),
    "due_on": Func(act.today, Value(FOLLOW_UP_DAYS), template="(%(expressions)s)", arg_joiner=" + ", output_field=DateField()),
}  # fmt: skip


def follow_ups_done(decrees: QuerySet) -> QuerySet:
    """Open follow-ups of the villages whose Pokja this decree appoints, whichever decree asked for them."""
    mine = rows_of(decrees).filter(effects__contains=[E.APPOINT_POKJA], kampung__region=OuterRef("region"))
    asked = routes.assignments().filter(file__kind="decree", kind=AssignmentKind.FOLLOW_UP, state=AssignmentState.OPEN)
    return asked.filter(Exists(mine))


def in_register(series: QuerySet) -> Exists:
    """Whether the outer decree is numbered by one of these registers."""
    return Exists(series.filter(office=OuterRef("issuer"), doc_class=OuterRef("kind")))


def counted(column: str):
    """What the act counts an own register to: its year, its last number, or the first it ever gave."""

    def value() -> RawSQL:
        return RawSQL(
            f"SELECT (item->>'{column}')::int FROM jsonb_array_elements(%s) item "
            "WHERE (item->>'series')::bigint = decrees_series.id",
            [act.value("counters", JSONField())], output_field=IntegerField(),
        )  # fmt: skip

    return value


COUNT = Set(counters, {name: counted(name) for name in ("year", "last", "first")})
