"""Which files an office sees: in its territory, by a task about them, by a decree in force that lists one of its villages, by a
rakor that it is invited to.
"""

from functools import reduce
from operator import or_

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from workflows.contests.models import Competition, Entry, Juror
from workflows.contests.states import CompetitionState, ContestLevel, EntryState
from workflows.core.models import File
from workflows.decrees.models import Decree, DecreeRow, Series
from workflows.decrees.states import SINCE, DecreeState
from workflows.letters.models import Letter
from workflows.letters.states import LetterKind, LetterState
from workflows.meetings.models import Rakor, Seat
from workflows.meetings.states import RakorState
from workflows.routes.models import Assignment
from workflows.routes.queries import returns_to_put_right
from workflows.routes.states import AssignmentState
from workflows.villages.facts import KampungQuerySet
from workflows.villages.models import KampungKB, Proposal
from workflows.villages.states import ProposalState

from .scope import Mandates, Scope, scope_of

BEGUN: list[tuple[type[Model], str]] = [
    (Competition, CompetitionState.DRAFT), (Entry, EntryState.DRAFT), (Rakor, RakorState.PLANNED),
]  # fmt: skip
"""What only its drafter sees; decrees, proposals and letters are asked by a join of their own."""


def visible(scope: Scope, at: str = "") -> Q:
    """Rows whose file may be seen; `at` leads to the file, e.g. `"file__"`."""
    file = f"{at}pk"
    assigned = Assignment.objects.filter(file=OuterRef(file), office__in=scope.offices).exclude(
        state=AssignmentState.VOIDED
    )
    listed = DecreeRow.objects.filter(scope.within("kampung__region__"), decree=OuterRef(file), struck=False,
                                      decree__state__in=SINCE)  # fmt: skip
    copied = Letter.objects.filter(
        scope.within("concerns__decree__rows__kampung__region__"), concerns__decree__rows__struck=False,
        concerns__decree__state__in=SINCE, file=OuterRef(file), kind=LetterKind.COPY, state=LetterState.SIGNED,
    )  # fmt: skip
    draft = Q(**{f"{at}decree__state": DecreeState.DRAFT}) | Q(**{f"{at}proposal__state": ProposalState.DRAFT})
    draft |= Q(**{f"{at}letter__state": LetterState.DRAFT})
    for model, begun in BEGUN:
        draft |= Q(**{f"{file}__in": model._default_manager.filter(state=begun).values("pk")})
    invited = Seat.objects.filter(rakor=OuterRef(file), office__in=scope.offices)
    called = Letter.objects.filter(file=OuterRef(file), kind=LetterKind.INVITATION, state=LetterState.SIGNED,
                                   concerns__rakor__seats__office__in=scope.offices)  # fmt: skip
    near = scope.within(f"{at}region__") | _in_contests(scope, at)
    for way in (assigned, listed, copied, invited, called):
        near |= Q(Exists(way))
    return Q(**{f"{at}office__in": scope.offices}) | (near & ~draft)


def _in_contests(scope: Scope, at: str) -> Q:
    """Contests of what holds the territory, and entries of contests that one organises or judges."""
    seats = Juror.objects.filter(person__in=scope.people).values("competition")
    contests = [Q(file__region__path__in=scope.above), Q(level=ContestLevel.NATION), Q(pk__in=seats)]
    entries = [Q(competition__in=seats), Q(competition__file__office__in=scope.offices)]
    ways = [Competition.objects.filter(way) for way in contests] + [Entry.objects.filter(way) for way in entries]
    return reduce(or_, (Q(**{f"{at}pk__in": way.values("pk")}) for way in ways))


def files_for(mandates: Mandates) -> QuerySet[File]:
    return File.objects.filter(visible(scope_of(mandates)))


def decrees_for(mandates: Mandates) -> QuerySet[Decree]:
    return Decree.objects.filter(visible(scope_of(mandates), "file__"))


def proposals_for(mandates: Mandates) -> QuerySet[Proposal]:
    return Proposal.objects.filter(visible(scope_of(mandates), "file__"))


def letters_for(mandates: Mandates) -> QuerySet[Letter]:
    return Letter.objects.filter(visible(scope_of(mandates), "file__"))


def tasks_for(mandates: Mandates) -> QuerySet[Assignment]:
    """Every task, done or to do, that may be seen: the offices' own, and those about their territory."""
    scope = scope_of(mandates)
    return Assignment.objects.filter(Q(office__in=scope.offices) | scope.within())


def inbox_of(mandates: Mandates) -> QuerySet[Assignment]:
    """*Tugas saya*: what the offices of these mandates must do now."""
    return Assignment.objects.filter(office__in=scope_of(mandates).offices, state=AssignmentState.OPEN)


def came_back_to(mandates: Mandates) -> QuerySet[Assignment]:
    """What was returned to the offices of these mandates and waits to be put right there; they have no task of it."""
    return returns_to_put_right().filter(file__office__in=scope_of(mandates).offices)


def villages_for(mandates: Mandates) -> KampungQuerySet:
    return KampungKB.objects.filter(scope_of(mandates).within())


def registers_for(mandates: Mandates) -> QuerySet[Series]:
    """The registers of numbers that offices in the territory keep."""
    scope = scope_of(mandates)
    return Series.objects.filter(Q(office__in=scope.offices) | scope.within("office__region__"))
