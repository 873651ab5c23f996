"""Tugas saya: what needs a decision of my office, what it has handed in, what it watches, what it has decided."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from backend.keyset import page_or_first
from backend.reports.card import card as reports
from backend.year.card import Card
from workflows.organisation.models import Level
from workflows.routes.models import Assignment
from workflows.routes.states import APPROVING_KINDS, AssignmentKind

from . import signing_several
from .acting import Acting, OfficialRequest, acting
from .history import days_of
from .inbox_filters import Filters
from .inbox_lists import LISTS, counted, drafts_of, last_decisions, later, next_expected, notes_on
from .live import mark_now

TABS = {
    "keputusan": _("Perlu keputusan"), "diajukan": _("Saya ajukan"), "dipantau": _("Dipantau"), "selesai": _("Selesai"),
}  # fmt: skip
SOONEST = ["due_on", "pk"]
NEWEST = ["-decided_at", "-pk"]
SHOWN = {"keputusan": ["file__office", "region__parent"], "selesai": ["file", "region__parent", "decided_by"]}
ELSEWHERE = ["file", "region__parent", "office"]
"""What the rows of a list show; each join costs the planner more than the rows cost the database."""


@require_GET
@acting
def inbox(request: OfficialRequest) -> HttpResponse:
    """The list, one tab and one page of it."""
    by, asked = request.acting, request.GET.get("tab", "")
    tab = asked if asked in TABS else "keputusan"
    filters = Filters(request.GET, by.region, by.today)
    put_off = tab == "keputusan" and "dijadwalkan" in request.GET
    lists = {name: filters.narrowed(rows(by)) for name, rows in LISTS.items()} | {"dijadwalkan": filters.narrowed(later(by))}
    counts = counted(lists)
    rows, after = one_page(lists["dijadwalkan" if put_off else tab], tab, request.GET.get("sesudah"))
    first = not request.GET.get("sesudah") and not put_off
    return render(request, "tasks/inbox.html", {
        "section": "tasks", "tab": tab, "tabs": [(name, label, counts[name]) for name, label in TABS.items()],
        "rows": shown(rows, tab), "filters": filters, "after": after, "narrowed": filters.address(),
        "later": counts["dijadwalkan"], "put_off": put_off, "mark": mark_now(),
        "to_fix": drafts_of(by, ["returned"]) if first and tab == "keputusan" else [],
        "drafts": drafts_of(by) if first and tab == "diajukan" else [],
        **(beside(by, rows) | {"reports": reports_waiting(by)} if first and tab == "keputusan" else {}),
    })  # fmt: skip


def reports_waiting(by: Acting) -> Card | None:
    """What a village has to report: no decision and no task, but its work all the same."""
    return reports(by) if by.region.level == Level.VILLAGE else None


def one_page(tasks: QuerySet[Assignment], tab: str, cursor: str | None) -> tuple[list[Assignment], str | None]:
    related = tasks.select_related(*SHOWN.get(tab, ELSEWHERE)).prefetch_related("asked_by__office")
    return page_or_first(related, NEWEST if tab == "selesai" else SOONEST, cursor)


def shown(tasks: list[Assignment], tab: str) -> list[dict[str, Any]]:
    """Each with the day on which it was decided, and what colleagues noted beside it."""
    days = days_of(task.pk for task in tasks) if tab == "selesai" else {}
    notes = {} if tab == "selesai" else notes_on(tasks)
    return [{"task": task, "day": days.get(task.pk), "notes": notes.get(task.pk, [])} for task in tasks]


def beside(by: Acting, rows: list[Assignment]) -> dict[str, Any]:
    """What stands above the list of decisions, or in its place where there are none."""
    if not rows:
        return {"decided": last_decisions(by), "expected": next_expected(by), "unsent": len(drafts_of(by, ["draft"]))}
    several = sum(task.kind in APPROVING_KINDS for task in rows) > 1
    return {"several_to_approve": several, "several_to_sign": several_to_sign(by, rows)}


def several_to_sign(acting: Acting, rows: list[Assignment]) -> bool:
    """Whether more than one paper waits for an electronic signature; asked only where the list shows one to sign."""
    signs = any(task.kind == AssignmentKind.SIGN_DOCUMENT for task in rows)
    return signs and len(signing_several.waiting(acting)[:2]) > 1
