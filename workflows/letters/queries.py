"""Which rows a letter's acts touch. The queries speak of the world as it was before the act."""

from django.db.models import (
    BigIntegerField,
    Case,
    Exists,
    F,
    Func,
    JSONField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    When,
)
from django.db.models.functions import Cast

from workflows.core.act import act, all_of
from workflows.routes.queries import assignments
from workflows.routes.states import NOT_DECIDED, AssignmentKind, AssignmentState


def letters_of(tasks: QuerySet) -> QuerySet:
    return all_of("letters.Letter").filter(file__in=tasks.values("file"))


def series_of(letters: QuerySet) -> QuerySet:
    """The registers that number these letters."""
    mine = letters.filter(office=OuterRef("office"), doc_class=OuterRef("doc_class"))
    return all_of("decrees.Series").filter(Exists(mine))


def in_register() -> Exists:
    """Whether the outer letter is numbered by some register."""
    return Exists(all_of("decrees.Series").filter(office=OuterRef("office"), doc_class=OuterRef("doc_class")))


def item(value: str, key: str, operator: str = " ->> ") -> Func:
    """What a value that maps ids to things holds for the row's `key`, as text."""
    return Func(act.value(value, JSONField()), Cast(F(key), TextField()), arg_joiner=operator,
                template="(%(expressions)s)", output_field=TextField())  # fmt: skip


def given_signing() -> Func:
    return item("signings", "file")


# --- parties and their signatures -------------------------------------------------------------------------------------


def parties_of(letters: QuerySet) -> QuerySet:
    """The parties who have an office."""
    return all_of("letters.Party").filter(letter__in=letters.values("pk"), office__isnull=False)


AS_HELD_TODAY = {
    "mandate": lambda: Cast(item("held", "pk"), BigIntegerField()), "name": lambda: item("names", "pk"),
    "lines": lambda: Cast(item("lines", "pk"), JSONField()),
}  # fmt: skip
"""What issuing freezes of a party: by which mandate the office is held, under which name and lines."""


def signatures_to_come(tasks: QuerySet) -> QuerySet:
    """The tasks to initial or sign that wait for these, in whichever letter."""
    kinds = [AssignmentKind.INITIAL, AssignmentKind.SIGN_DOCUMENT]
    return assignments().filter(file__in=tasks.values("file"), kind__in=kinds, state=AssignmentState.WAITING)


def signatures_after(task) -> QuerySet:
    """The tasks of the parties who sign after the holder of this one."""
    return signatures_to_come(assignments().filter(pk=task.pk))


def next_to_sign(tasks: QuerySet) -> QuerySet:
    """The task of whoever is next of each letter."""
    waiting = signatures_to_come(tasks).filter(file=OuterRef("file")).order_by("order")
    return signatures_to_come(tasks).filter(order=Subquery(waiting.values("order")[:1]))


def signed_by_all(tasks: QuerySet) -> QuerySet:
    """The letters whose last party signs by this act."""
    others = assignments().filter(file=OuterRef("file"), kind=AssignmentKind.SIGN_DOCUMENT, state__in=NOT_DECIDED)
    return letters_of(tasks).filter(~Exists(others.exclude(pk__any=act.subjects)))


def about_another_office(letters: QuerySet) -> QuerySet:
    """The letters, each with the office that waits for it: the listed village's head, else who drafted what it is about."""
    heads = all_of("organisation.Office").filter(role="village_head", state="active", region=OuterRef("row__kampung__region"))
    receiver = Case(When(row__isnull=False, then=Subquery(heads.values("pk")[:1])), default=F("concerns__office"))
    return letters.annotate(receiver=receiver).filter(~Q(receiver=F("file__office")), receiver__isnull=False)
