"""The four lists of *Tugas saya*, how many stand in each, and what somebody has left for later."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, Min, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Now

from backend.access import inbox_of
from workflows.core.models import File
from workflows.routes.models import Assignment, Deferral
from workflows.routes.states import AssignmentState as S

from .acting import Acting
from .notices import COUNTED

UNFINISHED = ["draft", "returned"]
WATCHED = 500
"""The approvals whose files an office watches: its newest, so that a page costs the same after ten years."""
LAST = 3
"""Decisions shown beside an empty list."""


def to_decide(acting: Acting) -> QuerySet[Assignment]:
    """What waits for my office, but for what I have put off until later."""
    return inbox_of(acting.scope).filter(~Exists(put_off(acting)))


def later(acting: Acting) -> QuerySet[Assignment]:
    """*Dijadwalkan*: what I have put off."""
    return inbox_of(acting.scope).filter(Exists(put_off(acting)))


def put_off(acting: Acting) -> QuerySet[Deferral]:
    return Deferral.objects.filter(assignment=OuterRef("pk"), person=acting.mandate.person_id, until__gt=Now())


def elsewhere(acting: Acting) -> QuerySet[Assignment]:
    """What other offices have to do."""
    return Assignment.objects.filter(state=S.OPEN).exclude(office=acting.office_id)


def submitted(acting: Acting) -> QuerySet[Assignment]:
    """Where the files stand that my office drafted."""
    return elsewhere(acting).filter(file__office=acting.mandate.office_id)


def watched(acting: Acting) -> QuerySet[Assignment]:
    """Where the files stand that my office has lately approved, and what it asks of others meanwhile.

    Each half starts from my office's own tasks, by an index; an OR of them would walk through everybody's.
    """
    mine = Assignment.objects.filter(office=acting.office_id)
    lately = mine.filter(state=S.APPROVED, decided_at__isnull=False).order_by("-decided_at", "-pk")[:WATCHED]
    approved = elsewhere(acting).filter(file__in=lately.values("file"))
    asked = elsewhere(acting).filter(asked_by__in=mine.filter(state=S.OPEN).values("pk"))
    both = approved.values("pk").union(asked.values("pk"))
    return Assignment.objects.filter(pk__in=both).exclude(file__office=acting.mandate.office_id)


def done(acting: Acting) -> QuerySet[Assignment]:
    return Assignment.objects.filter(office=acting.office_id, decided_at__isnull=False)


LISTS = {"keputusan": to_decide, "diajukan": submitted, "dipantau": watched, "selesai": done}


def counted(lists: dict[str, QuerySet[Assignment]]) -> Counter[str]:
    """How many stand in each list, up to one more than `COUNTED`; asked in one statement."""
    first, *others = [
        rows.order_by().annotate(tab=Value(name)).values_list("tab", flat=True)[: COUNTED + 1]
        for name, rows in lists.items()
    ]
    return Counter(first.union(*others, all=True))


def notes_on(tasks: Iterable[Assignment]) -> dict[int, list[Deferral]]:
    """By task, for when somebody has put it off, and why it was left out of a bulk act."""
    found: dict[int, list[Deferral]] = {}
    waiting = Deferral.objects.filter(Q(until__gt=Now()) | ~Q(reason=""), assignment__in=[task.pk for task in tasks])
    for deferral in waiting.select_related("person").order_by("at", "pk"):
        found.setdefault(deferral.assignment_id, []).append(deferral)
    return found


def drafts_of(acting: Acting, states: list[str] = UNFINISHED) -> list[File]:
    """My office's drafts and what came back to it, the newest twenty. What it has yet to answer about itself is a task."""
    unfinished = Q(decree__state__in=states) | Q(proposal__state__in=states) | Q(letter__state__in=states)
    if "returned" in states:
        asked = Assignment.objects.filter(file=OuterRef("pk"), kind="self_evaluation", state=S.OPEN)
        unfinished |= Q(evaluation__state="returned") & ~Q(evaluation__round__state="closed") & Q(~Exists(asked))
    mine = File.objects.filter(unfinished, office=acting.mandate.office_id)
    return list(mine.select_related("decree", "proposal", "letter", "evaluation", "region").order_by("-pk")[:20])


def next_expected(acting: Acting) -> date | None:
    """The first day by which a file on its way ought to reach my office."""
    before = Assignment.objects.filter(run=OuterRef("run"), state=S.OPEN, step__isnull=False)
    coming = Assignment.objects.filter(office=acting.office_id, state=S.WAITING)
    return coming.annotate(due=Subquery(before.order_by("due_on").values("due_on")[:1])).aggregate(day=Min("due"))["day"]


def last_decisions(acting: Acting) -> QuerySet[Assignment]:
    return done(acting).select_related("file", "decided_by").order_by("-decided_at", "-pk")[:LAST]

