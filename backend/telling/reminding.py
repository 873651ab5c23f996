"""Ingatkan: first the list of who would be told, then the message to exactly those."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.db.models import QuerySet
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
from workflows.core.door import perform
from workflows.core.errors import Refused
from workflows.core.models import JournalEntry, JournalSubject
from workflows.organisation.models import Mandate, Region
from workflows.organisation.models.region import within
from workflows.routes.models import Assignment
from workflows.routes.rules.not_reminded_lately import AGAIN_AFTER, NUDGE
from workflows.routes.states import AssignmentKind, AssignmentState

MOST = 100
"""Tasks in one go; a longer list is sent in several."""


@dataclass(frozen=True)
class Late:
    """One task in the list: who would be told of it and how, or who reminded of it today already."""

    task: Assignment
    told: list[tuple[str, str]]
    before: JournalEntry | None


@require_http_methods(["GET", "POST"])
@acting
def remind(request: OfficialRequest) -> HttpResponse:
    """`?tugas=1,2` or `?berkas=1`: those open tasks. `?wilayah=1&jenis=paraf`, or nothing: the late ones there."""
    if request.method == "POST":
        sent = send(chosen(request.acting, request.POST), request.acting.mandate)
        return answered(request, sent)
    tasks = list(chosen(request.acting, request.GET)[: MOST + 1])
    rows = listed(tasks[:MOST], request.acting)
    return render(request, "telling/remind.html", {
        "section": "tasks", "rows": rows, "more": len(tasks) > MOST, "ready": [row for row in rows if not row.before],
        "offices": len({row.task.office_id for row in rows if not row.before}),
    })  # fmt: skip


def chosen(acting: Acting, asked: QueryDict) -> QuerySet[Assignment]:
    """What was asked for, as far as it is open, to be seen, and somebody else's; the latest first."""
    tasks = tasks_for(acting.scope).filter(state=AssignmentState.OPEN).exclude(office=acting.office_id)
    tasks = tasks.select_related("file", "office", "region").order_by("due_on", "pk")
    if "tugas" in asked:
        return tasks.filter(pk__in=ids_in(",".join(asked.getlist("tugas")).split(","))[:MOST])
    if "berkas" in asked:
        return tasks.filter(file__in=ids_in(asked.getlist("berkas")))
    tasks = tasks.filter(due_on__lt=acting.today)
    if place := Region.objects.filter(pk__in=ids_in(asked.getlist("wilayah"))).first():
        tasks = tasks.filter(within(place.path, "region__"))
    return tasks.filter(kind=asked["jenis"]) if asked.get("jenis") in AssignmentKind.values else tasks


def listed(tasks: list[Assignment], acting: Acting) -> list[Late]:
    """In a few questions, however many tasks."""
    people = people_of_all(list({task.office_id for task in tasks}), acting.today)
    known = Preferences.of([person.pk for found in people.values() for person in found])
    before = lately(task.pk for task in tasks)

    def told(office: int) -> list[tuple[str, str]]:
        first = {who: ways(who, known[who.pk])[:1] for who in people[office]}
        return [(who.full_name, str(way[0].channel.label) if way else _("aplikasi saja")) for who, way in first.items()]

    return [Late(task, told(task.office_id), before.get(task.pk)) for task in tasks]


def lately(tasks: Iterable[int]) -> dict[int, JournalEntry]:
    """By task, the entry by which somebody reminded of it within a day."""
    found = JournalSubject.objects.filter(kind="assignment", object_id__in=list(tasks), entry__act=NUDGE,
                                          entry__at__gt=Now() - AGAIN_AFTER)  # fmt: skip
    return {row.object_id: row.entry for row in found.select_related("entry__person").order_by("entry")}


def send(tasks: Iterable[Assignment], by: Mandate) -> list[JournalEntry]:
    """The acts that reminded; what finished, or was reminded of meanwhile, is left out."""
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for task in tasks:
        alike[task.file.kind, task.file.zone].append(task.pk)
    return [entry for keys in alike.values() for entry in nudge(keys, by)]


def nudge(keys: list[int], by: Mandate) -> list[JournalEntry]:
    """All in one act; those that a rule refuses are left out, and the rest is asked for once more."""
    while keys:
        try:
            return [perform(Assignment.nudge, Assignment.objects.filter(pk__in=keys), by=by)]
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
