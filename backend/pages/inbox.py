"""Tugas saya: what needs a decision of my office, what it watches, what it has done."""

from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from backend.access import inbox_of, tasks_for
from backend.keyset import page_or_first
from workflows.core.models import File
from workflows.organisation.models import Level, Region
from workflows.organisation.models.region import within
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState

from . import signing_several
from .acting import Acting, OfficialRequest, acting
from .history import days_of

TABS = {"keputusan": _("Perlu keputusan"), "dipantau": _("Dipantau"), "selesai": _("Selesai")}
S = AssignmentState
UNFINISHED = ["draft", "returned"]
ORDERS = {"keputusan": ["due_on", "pk"], "dipantau": ["due_on", "pk"], "selesai": ["-decided_at", "-pk"]}


class Filters(forms.Form):
    """What the list is narrowed to; all is optional."""

    jenis = forms.ChoiceField(
        label=_("Jenis"), required=False, choices=[("", _("Semua jenis")), *AssignmentKind.choices]
    )
    tempat = forms.ModelChoiceField(
        label=_("Tempat"), queryset=Region.objects.none(), required=False, empty_label=_("Semua tempat")
    )

    def __init__(self, data: Any, region: Region):
        super().__init__(data)
        self.fields["tempat"].queryset = Region.objects.under(region).filter(level=Level.DISTRICT).order_by("name")  # type: ignore[attr-defined]

    def narrowed(self, tasks: QuerySet[Assignment]) -> QuerySet[Assignment]:
        """The tasks that fit; a filter that cannot be read is left out."""
        self.is_valid()
        if kind := self.cleaned_data.get("jenis"):
            tasks = tasks.filter(kind=kind)
        if place := self.cleaned_data.get("tempat"):
            tasks = tasks.filter(within(place.path, "region__"))
        return tasks


@require_GET
@acting
def inbox(request: OfficialRequest) -> HttpResponse:
    """The list, one tab and one page of it."""
    asked = request.GET.get("tab", "")
    tab = asked if asked in TABS else "keputusan"
    filters = Filters(request.GET, request.acting.region)
    rows, after = one_page(filters.narrowed(LISTS[tab](request.acting)), tab, request.GET.get("sesudah"))
    days = days_of(task.pk for task in rows) if tab == "selesai" else {}
    first = tab == "keputusan" and not request.GET.get("sesudah")
    return render(request, "tasks/inbox.html", {
        "section": "tasks", "tab": tab, "tabs": TABS.items(), "tasks": [(task, days.get(task.pk)) for task in rows], "filters": filters, "after": after,
        "drafts": drafts_of(request.acting) if first else [], "narrowed": narrowing(request),
        "several_to_sign": first and several_to_sign(request.acting, rows),
    })  # fmt: skip


def several_to_sign(acting: Acting, rows: list[Assignment]) -> bool:
    """Whether more than one paper waits for an electronic signature; asked only where the list shows one to sign."""
    signs = any(task.kind == AssignmentKind.SIGN_DOCUMENT for task in rows)
    return signs and len(signing_several.waiting(acting)[:2]) > 1


def one_page(tasks: QuerySet[Assignment], tab: str, cursor: str | None) -> tuple[list[Assignment], str | None]:
    return page_or_first(
        tasks.select_related("file__office", "office", "region__parent", "decided_by"), ORDERS[tab], cursor
    )


def narrowing(request: HttpRequest) -> str:
    """The query string of the present list, without the place in it."""
    kept = request.GET.copy()
    kept.pop("sesudah", None)
    return kept.urlencode()


def to_decide(acting: Acting) -> QuerySet[Assignment]:
    return inbox_of(acting.scope)


def watched(acting: Acting) -> QuerySet[Assignment]:
    """Where the files stand that my office drafted or has acted upon."""
    mine = Assignment.objects.filter(file=OuterRef("file"), office=acting.office_id, state=S.APPROVED)
    others = Assignment.objects.filter(state=S.OPEN).exclude(office=acting.office_id)
    return others.filter(Q(file__office=acting.mandate.office_id) | Exists(mine))


def done(acting: Acting) -> QuerySet[Assignment]:
    return tasks_for(acting.scope).filter(office=acting.office_id, decided_at__isnull=False)


LISTS = {"keputusan": to_decide, "dipantau": watched, "selesai": done}


def drafts_of(acting: Acting) -> list[File]:
    """My office's drafts and what came back to it, the newest twenty."""
    unfinished = Q(decree__state__in=UNFINISHED) | Q(proposal__state__in=UNFINISHED)
    unfinished |= Q(letter__state__in=UNFINISHED)
    mine = File.objects.filter(unfinished, office=acting.mandate.office_id)
    return list(mine.select_related("decree", "proposal", "letter", "region").order_by("-pk")[:20])
