"""Which rows a decree's acts touch. The queries speak of the world as it was before the act."""

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
from workflows.villages.states import STANDING, KampungState

from .states import VALID, EffectKind, LinkKind, NumberState, SeriesMode

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


def this_entry() -> RawSQL:
    """The journal entry of this very act."""
    return RawSQL("SELECT id FROM entry", (), output_field=BigIntegerField())


def begins(decree: str = "") -> Coalesce:
    """The day from which a decree has effect: the one it names, else its *tanggal penetapan*, however late it was signed.

    An old decree being entered has none yet: its own date is the act's. `decree` leads there, e.g. `"decree__"`.
    """
    return Coalesce(F(f"{decree}effective_on"), F(f"{decree}decided_on"), act.on)


def day_before() -> Subquery:
    """The last day of a fact that this act ends: the one before the decree about its village begins."""
    rows = all_of("decrees.DecreeRow").filter(decree__any=act.files, struck=False, kampung=OuterRef("kampung"))
    return Subquery(rows.values(day=Func(begins("decree__"), template="(%(expressions)s - 1)", output_field=DateField()))[:1])


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


def new_facts(decrees: QuerySet) -> QuerySet:
    """A fact for every effect of every row that stands."""
    facts = [E.FORM, E.DESIGNATE, E.APPOINT_POKJA, E.SUSPEND]
    ends = Case(When(effect=E.APPOINT_POKJA, then=F("decree__expires_on")), output_field=DateField())
    return all_of("decrees.Claim").filter(
        decree__in=decrees.values("pk"), row__struck=False, effect__in=facts
    ).annotate(ends_on=ends)  # fmt: skip


def villages_on(rows: QuerySet) -> QuerySet:
    """The villages of these rows. As one array of keys, so that the others are not looked at, however many there are."""
    return all_of("villages.KampungKB").filter(pk__any=ArraySubquery(rows.order_by().values("kampung")))


def villages_with(decrees: QuerySet, effect: str) -> QuerySet:
    return villages_on(rows_of(decrees).filter(decree__effects__contains=[effect]))


def fact(kind: str, village: str = "pk") -> Exists:
    """In force today, before the act: an old decree entered late does not undo what newer ones did."""
    facts = all_of("decrees.Effect").filter(kampung=OuterRef(village), kind=kind, since__lte=act.today)
    return Exists(facts.exclude(Q(until__isnull=False) & Q(until__lt=act.today)))


def listed_for(decrees: QuerySet, *effects: str) -> Exists:
    rows = rows_of(decrees).filter(kampung=OuterRef("pk"))
    return Exists(rows.filter(decree__effects__overlap=list(effects)))


def villages_listed(decrees: QuerySet) -> QuerySet:
    """The rows, each with the office of the village's head."""
    heads = all_of("organisation.Office").filter(role="village_head", state="active", region=OuterRef("kampung__region"))
    return rows_of(decrees).annotate(head=Subquery(heads.values("pk")[:1])).filter(head__isnull=False)


def about_decree() -> JSONObject:
    return JSONObject(decree=F("decree"))


def villages_moving(decrees: QuerySet) -> QuerySet:
    """Listed villages that this decree makes or leaves designated."""
    touched = rows_of(decrees).filter(decree__effects__overlap=[E.DESIGNATE, E.APPOINT_POKJA, E.RESUME])
    return villages_on(touched).filter(stays_designated(decrees))


def stays_designated(decrees: QuerySet) -> Q:
    """Whether a village is designated once this decree holds, by it or before."""
    designated = fact(E.DESIGNATE) | listed_for(decrees, E.DESIGNATE)
    return Q(designated) & ~Q(listed_for(decrees, E.SUSPEND, E.REVOKE, E.MERGE))


def is_revoked(decrees: QuerySet) -> Q:
    """Whether this decree revokes a village that stands, and no later decree has designated it since."""
    later = all_of("decrees.Effect").filter(kampung=OuterRef("pk"), kind=E.DESIGNATE, since__gt=act.on)
    return Q(listed_for(decrees, E.REVOKE)) & ~Q(Exists(later)) & Q(state__in=STANDING)


def with_pokja(decrees: QuerySet) -> Q:
    return Q(fact(E.APPOINT_POKJA)) | Q(listed_for(decrees, E.APPOINT_POKJA))


def villages_to_activate(decrees: QuerySet) -> QuerySet:
    return villages_moving(decrees).filter(with_pokja(decrees))


def villages_to_designate(decrees: QuerySet) -> QuerySet:
    return villages_moving(decrees).exclude(with_pokja(decrees))


def villages_to_suspend(decrees: QuerySet) -> QuerySet:
    return villages_with(decrees, E.SUSPEND)


def villages_to_revoke(decrees: QuerySet) -> QuerySet:
    return villages_with(decrees, E.REVOKE).filter(is_revoked(decrees))


def villages_to_merge(decrees: QuerySet) -> QuerySet:
    return villages_with(decrees, E.MERGE)


def villages_unmoved(decrees: QuerySet) -> QuerySet:
    """Listed villages whose stage this decree does not change, such as those that form a Pokja before being named."""
    perhaps = rows_of(decrees).exclude(decree__effects__overlap=[E.DESIGNATE, E.SUSPEND, E.MERGE])
    pokja = Q(listed_for(decrees, E.APPOINT_POKJA, E.RESUME)) & stays_designated(decrees)
    return villages_on(perhaps).exclude(pokja | is_revoked(decrees))


def facts_that_end(decrees: QuerySet) -> QuerySet:
    """Facts that this decree ends the day before: same kind renewed, designation revoked, suspension lifted.

    A designation is never renewed: the first stays, and the first date with it. A yearly Pokja replaces the last.
    """
    rows = rows_of(decrees).filter(kampung=OuterRef("kampung"))
    renewed = Q(kind=E.APPOINT_POKJA) & Q(Exists(rows.filter(decree__effects__contains=[E.APPOINT_POKJA])))
    revoked = Q(kind__in=[E.DESIGNATE, E.APPOINT_POKJA]) & Q(Exists(rows.filter(decree__effects__overlap=[E.REVOKE, E.MERGE])))
    resumed = Q(kind=E.SUSPEND) & Q(Exists(rows.filter(decree__effects__contains=[E.RESUME])))
    going_on = Q(until=None) | Q(until__gte=act.on)
    return all_of("decrees.Effect").filter(going_on, since__lte=act.on).filter(renewed | revoked | resumed)


def decrees_linked(decrees: QuerySet, kind: str) -> QuerySet:
    links = all_of("decrees.DecreeLink").filter(decree__in=decrees.values("pk"), kind=kind, other=OuterRef("pk"))
    return all_of("decrees.Decree").filter(Exists(links), state__in=VALID)


def decrees_it_revokes(decrees: QuerySet) -> QuerySet:
    return decrees_linked(decrees, LinkKind.REVOKES) | decrees_linked(decrees, LinkKind.REPLACES)


def decrees_it_amends(decrees: QuerySet) -> QuerySet:
    return decrees_linked(decrees, LinkKind.AMENDS)


def dropping(decrees: QuerySet) -> QuerySet:
    """Decrees that replace one whose villages they do not all list: the drop is told, never silent."""
    kept = rows_of(decrees).filter(decree=OuterRef("links__decree"), kampung=OuterRef("links__other__rows__kampung"))
    return decrees.filter(links__kind=LinkKind.REPLACES, links__other__rows__struck=False).filter(~Exists(kept)).distinct()


def villages_left_without_pokja(decrees: QuerySet) -> QuerySet:
    """Active villages whose Pokja this decree appointed and nobody has renewed."""
    other = all_of("decrees.Effect").filter(kampung=OuterRef("pk"), kind=E.APPOINT_POKJA, since__lte=act.on)
    other = other.exclude(decree__in=decrees.values("pk")).exclude(Q(until__isnull=False) & Q(until__lt=act.on))
    mine = all_of("decrees.Effect").filter(kampung=OuterRef("pk"), kind=E.APPOINT_POKJA, decree__in=decrees.values("pk"))
    return all_of("villages.KampungKB").filter(Exists(mine), ~Exists(other), state=KampungState.ACTIVE)


def villages_to_follow_up(decrees: QuerySet) -> QuerySet:
    """Rows of a designating decree that asks its villages for a Pokja, where none is in force: a task for the head."""
    asked = rows_of(decrees).filter(decree__effects__contains=[E.DESIGNATE]).exclude(
        decree__effects__contains=[E.APPOINT_POKJA]
    )  # fmt: skip
    heads = all_of("organisation.Office").filter(role="village_head", state="active", region=OuterRef("kampung__region"))
    return asked.filter(~fact(E.APPOINT_POKJA, "kampung")).annotate(head=Subquery(heads.values("pk")[:1])).filter(
        head__isnull=False
    )  # fmt: skip


FOLLOW_UP_DAYS = 30
"""Calendar days in which a designated village forms its Pokja (the second clause of the decree says so)."""

FOLLOW_UP = {
    "file": F("decree"), "kind": Value(AssignmentKind.FOLLOW_UP), "office": F("head"), "region": F("kampung__region"),
    "state": Value(AssignmentState.OPEN), "opened_on": act.on, "days": Value(FOLLOW_UP_DAYS),
    "due_on": Func(act.on, Value(FOLLOW_UP_DAYS), template="(%(expressions)s)", arg_joiner=" + ", output_field=DateField()),
}  # fmt: skip


def follow_ups_done(decrees: QuerySet) -> QuerySet:
    """Open follow-ups of the villages whose Pokja this decree appoints, whichever decree asked for them."""
    mine = rows_of(decrees).filter(decree__effects__contains=[E.APPOINT_POKJA], kampung__region=OuterRef("region"))
    return routes.assignments().filter(Exists(mine), kind=AssignmentKind.FOLLOW_UP, state=AssignmentState.OPEN)


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
