"""Ingatkan: first the list of who would be told, then the message to exactly those."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from backend.access import overseen, tasks_for
from backend.ids import ids_in
from backend.pages.acting import Acting, OfficialRequest, acting
from worker.addresses import ways
from worker.models import Preferences
from worker.recipients import people_of_all
from workflows.core.door import Transition, perform
from workflows.core.errors import Refused
from workflows.core.models import JournalEntry, JournalSubject
from workflows.organisation.models import Mandate, Office, Region
from workflows.organisation.models.region import within
from workflows.routes.models import Assignment
from workflows.routes.queries import returns_to_put_right, until
from workflows.routes.rules.not_reminded_lately import AGAIN_AFTER, NUDGES
from workflows.routes.states import AssignmentKind, AssignmentState

MOST = 100
"""Tasks in one go; a longer list is sent in several."""
ACTS: dict[str, Transition] = {AssignmentState.OPEN: Assignment.nudge, AssignmentState.RETURNED: Assignment.nudge_drafter}
"""How an office is reminded of a task, and a drafter of what came back."""


@dataclass(frozen=True)
class Late:
    """One task or return in the list: who would be told of it and how, or who reminded of it today already."""

    task: Assignment
    told: list[tuple[str, str]]
    before: JournalEntry | None

    @property
    def came_back(self) -> bool:
        return self.task.state == AssignmentState.RETURNED

    @property
    def office(self) -> Office:
        return waited_for(self.task)


@require_http_methods(["GET", "POST"])
@acting
def remind(request: OfficialRequest) -> HttpResponse:
    """`?tugas=1,2` or `?berkas=1`: those open tasks and what came back. `?wilayah=1&jenis=paraf`, or nothing: the late there."""
    if request.method == "POST":
        sent = send(chosen(request.acting, request.POST), request.acting.mandate)
        return answered(request, sent)
    tasks = list(chosen(request.acting, request.GET)[: MOST + 1])
    rows = listed(tasks[:MOST], request.acting)
    return render(request, "telling/remind.html", {
        "section": "tasks", "rows": rows, "more": len(tasks) > MOST, "ready": [row for row in rows if not row.before],
        "offices": len({row.office.pk for row in rows if not row.before}),
    })  # fmt: skip


def chosen(acting: Acting, asked: QueryDict) -> QuerySet[Assignment]:
    """What was asked for, as far as it waits, is to be seen, and somebody else's; the latest first.

    Open tasks and returns are each found by their own index; an OR of them would walk through everybody's.
    """
    seen = tasks_for(acting.scope).filter(asked_for(asked))
    tasks = seen.filter(state=AssignmentState.OPEN).exclude(office=acting.office_id)
    back = seen.filter(pk__in=returns_to_put_right().values("pk")).exclude(file__office=acting.office_id)
    if "tugas" not in asked and "berkas" not in asked:
        tasks, back = tasks.filter(due_on__lt=acting.today), back.filter(fix_by__lt=acting.today)
    both = Assignment.objects.filter(pk__in=tasks.values("pk").union(back.values("pk")))
    return both.select_related("file__office", "office", "region").annotate(until=until()).order_by("until", "pk")


def asked_for(asked: QueryDict) -> Q:
    """Which, or where. What came back is no task of any kind: its drafter has none."""
    if "tugas" in asked:
        return Q(pk__in=ids_in(",".join(asked.getlist("tugas")).split(","))[:MOST])
    if "berkas" in asked:
        return Q(file__in=ids_in(asked.getlist("berkas")))
    place = Region.objects.filter(pk__in=ids_in(asked.getlist("wilayah"))).first()
    where = within(place.path, "region__") if place else Q()
    if asked.get("jenis") in AssignmentKind.values:
        where &= Q(kind=asked["jenis"], state=AssignmentState.OPEN)
    return where


def waited_for(task: Assignment) -> Office:
    """The office that has a task; of a return its drafter's."""
    return task.file.office if task.state == AssignmentState.RETURNED else task.office


def listed(tasks: list[Assignment], acting: Acting) -> list[Late]:
    """In a few questions, however many tasks an office has."""
    people = people_of_all(list({waited_for(task).pk for task in tasks}), acting.today)
    known = Preferences.of([person.pk for found in people.values() for person in found])
    before = lately(task.pk for task in tasks)

    def told(office: int) -> list[tuple[str, str]]:
        first = {who: ways(who, known[who.pk])[:1] for who in people[office]}
        return [(who.full_name, str(way[0].channel.label) if way else _("aplikasi saja")) for who, way in first.items()]

    offices = {office: told(office) for office in people}
    return [Late(task, offices[waited_for(task).pk], before.get((task.pk, task.state))) for task in tasks]


def lately(tasks: Iterable[int]) -> dict[tuple[int, str], JournalEntry]:
    """By task and its state, the entry by which somebody reminded of it within a day."""
    found = JournalSubject.objects.filter(kind="assignment", object_id__in=list(tasks), entry__act__in=NUDGES,
                                          entry__at__gt=Now() - AGAIN_AFTER)  # fmt: skip
    return {(row.object_id, row.from_state): row.entry for row in found.select_related("entry__person").order_by("entry")}


def send(tasks: Iterable[Assignment], by: Mandate) -> list[JournalEntry]:
    """The acts that reminded; what finished, or was reminded of meanwhile, is left out."""
    alike: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for task in tasks:
        alike[task.state, task.file.kind, task.file.zone].append(task.pk)
    return [entry for (state, *_kind), keys in alike.items() for entry in nudge(ACTS[state], keys, by)]


def nudge(act: Transition, keys: list[int], by: Mandate) -> list[JournalEntry]:
    """All in one act; those that a rule refuses are left out, and the rest is asked for once more."""
    while keys:
        try:
            return [perform(act, Assignment.objects.filter(pk__in=keys), by=by)]
        except Refused as refused:
            named = {problem.object_id for problem in refused.problems} & set(keys)
            keys = [key for key in keys if key not in named] if named else []
    return []


def answered(request: OfficialRequest, sent: list[JournalEntry]) -> HttpResponse:
    """Where the log says what became of it, for those who may see it; else back to the list."""
    told = JournalSubject.objects.filter(entry__in=[entry.pk for entry in sent], kind="assignment").count()
    sending = _("Pengingat untuk %(n)d tugas sedang dikirim.") % {"n": told}
    nobody = _("Tidak ada yang dikirim: semuanya sudah diingatkan hari ini, atau sudah selesai.")
    say = messages.success if told else messages.warning
    say(request, sending if told else nobody)
    if sent and overseen(request.acting.scope).paths:
        return redirect(f"{reverse('deliveries')}?" + "&".join(f"catatan={entry.pk}" for entry in sent))
    return redirect(f"{reverse('remind')}?{request.GET.urlencode()}")
