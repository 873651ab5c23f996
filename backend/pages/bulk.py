"""Approving many at once: choose among what is ready, look at it once more, then one act for all or none."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from backend.access import tasks_for
from backend.acts import act_on_all
from workflows.core.errors import BadValues, NotDone, Problem, Refused
from workflows.core.models import JournalEntry
from workflows.routes.models import Deferral
from workflows.routes.rules.within_the_minute import HELD
from workflows.routes.states import AssignmentState

from .acting import Acting, OfficialRequest, acting
from .bulk_rows import MOST, Row, by_district, by_task, judged, kinds_waiting, rows_for, steps
from .inbox_filters import Filters
from .refusals import banner

KINDS = {"proposal": "Usulan", "decree": "Keputusan", "letter": "Surat"}
LONGEST_REASON = 500
WORDS = forms.CharField(required=False, max_length=LONGEST_REASON)


@dataclass(frozen=True)
class Ticked:
    """A box that was ticked, and what was shown beside it."""

    pk: int
    version: int
    read: str

    @classmethod
    def of(cls, value: str) -> "Ticked":
        """Raises `BadValues` for what no page of ours has sent."""
        found = re.fullmatch(r"([0-9]{1,18})\.([0-9]{1,9})\.([0-9a-f]{0,64})", value)
        if found is None:
            raise BadValues({"tugas": _("Pilihan tidak terbaca. Muat ulang daftarnya, lalu pilih lagi.")})
        return cls(int(found[1]), int(found[2]), found[3])


@dataclass
class Choice:
    """What somebody chose: rows as they were shown to him, and those he leaves out, with the reason."""

    rows: list[Row]
    shown: dict[int, Ticked]
    left_out: list[tuple[Row, str]]

    @property
    def values(self) -> dict[int, str]:
        return {row.task.pk: row.value for row in self.rows}


@require_http_methods(["GET", "HEAD", "POST"])
@acting
def bulk(request: OfficialRequest) -> HttpResponse:
    """The list; a POST shows the choice once more, a POST with `ya` approves."""
    by = request.acting
    kind, filters = kind_asked(request), Filters(request.GET, by.region, by.today)
    if request.method != "POST" or "kembali" in request.POST:
        return choosing(request, kind, filters)
    try:
        choice = chosen(request, kind)
        if "ya" not in request.POST:
            return confirming(request, kind, filters, choice)
        return approve(request, kind, filters, choice)
    except BadValues as refusal:
        return choosing(request, kind, filters, refusal)


def kind_asked(request: OfficialRequest) -> str:
    asked = request.GET.get("berkas", "")
    waiting = kinds_waiting(request.acting) if asked not in KINDS else []
    return asked if asked in KINDS else next(iter(waiting), "proposal")


def choosing(request: OfficialRequest, kind: str, filters: Filters, refusal: NotDone | None = None) -> HttpResponse:
    rows = rows_for(request.acting, kind, filters)
    ready = [row for row in rows if not row.problems]
    ticked = set(request.POST.getlist("tugas"))
    return render(request, "tasks/bulk.html", {
        "section": "tasks", "kind": kind, "kinds": [(name, KINDS[name]) for name in kinds_waiting(request.acting)],
        "filters": filters, "ready": ready, "groups": by_district(ready), "not_ready": [row for row in rows if row.problems],
        "most": MOST if len(rows) == MOST else 0, "all": request.GET.get("pilih") == "semua", "ticked": ticked,
        "everything": filters.address(berkas=kind, pilih="semua"), "longest": LONGEST_REASON, "refusal": refusal and banner(refusal),
    }, status=422 if refusal else 200)  # fmt: skip


def chosen(request: OfficialRequest, kind: str) -> Choice:
    """The ticked rows, whatever became of them since; one with a reason for leaving it out stays out. Raises `BadValues`."""
    shown = {ticked.pk: ticked for ticked in map(Ticked.of, request.POST.getlist("tugas")[:MOST])}
    reasons = {pk: words for pk in shown_keys(request) if (words := typed(request, f"alasan-{pk}"))}
    found = steps(tasks_for(request.acting.scope), request.acting, kind).in_bulk([*shown, *reasons])
    rows = [Row(found[pk]) for pk in shown if pk in found and pk not in reasons]
    if not rows:
        raise BadValues({"tugas": _("Pilih dahulu yang Anda setujui.")})
    return Choice(rows, shown, [(Row(found[pk]), words) for pk, words in reasons.items() if pk in found])


def typed(request: OfficialRequest, name: str) -> str:
    """What was typed in a field. Raises `BadValues` for what is too long or cannot be stored."""
    try:
        return WORDS.clean(request.POST.get(name, ""))
    except ValidationError as error:
        raise BadValues({name: error.messages[0]}) from None


def shown_keys(request: OfficialRequest) -> list[int]:
    """The tasks beside which a reason may stand."""
    names = [name.removeprefix("alasan-") for name in request.POST if name.startswith("alasan-")]
    return [int(name) for name in names if re.fullmatch("[0-9]{1,18}", name)][:MOST]


def confirming(request: OfficialRequest, kind: str, filters: Filters, choice: Choice,
               refusal: NotDone | None = None) -> HttpResponse:  # fmt: skip
    """The choice once more. What cannot go along is named, the rest is offered."""
    judged(choice.rows, request.acting)
    named = by_task(refusal.problems, choice.rows) if isinstance(refusal, Refused) else {}
    for row in choice.rows:
        row.problems = moved_on(row, choice.shown) or row.problems or named.get(row.task.pk, [])
    ready = [row for row in choice.rows if not row.problems]
    return render(request, "tasks/bulk_confirm.html", {
        "section": "tasks", "groups": by_district(ready), "ready": ready, "dropped": [row for row in choice.rows if row.problems],
        "left_out": choice.left_out, "key": uuid4(), "here": filters.address(berkas=kind),
        "note": request.POST.get("catatan", ""), "refusal": refusal and banner(refusal), "longest": LONGEST_REASON,
    }, status=422 if refusal else 200)  # fmt: skip


def moved_on(row: Row, shown: dict[int, Ticked]) -> list[Problem]:
    """That the file is no longer what the list showed: it must be read again before it is approved."""
    ticked = shown[row.task.pk]
    if row.task.state != AssignmentState.OPEN or (ticked.version, ticked.read) == (row.task.file.version, row.read):
        return []
    words = _("Berkas berubah sejak daftar ini ditampilkan; baca perubahannya, lalu putuskan tersendiri.")
    return [Problem(row.task.pk, "assignment", "version", words)]


def approve(request: OfficialRequest, kind: str, filters: Filters, choice: Choice) -> HttpResponse:
    """All ticked rows in one act, or none and why."""
    try:
        entry = act(request, choice)
    except NotDone as refusal:
        return confirming(request, kind, filters, choice, refusal)
    note_left_out(request.acting, choice, entry)
    address = reverse("recorded-all", args=[entry.pk])
    return redirect(f"{address}?{urlencode({'berkas': kind})}&{filters.address(berkas='')}")


def act(request: OfficialRequest, choice: Choice) -> JournalEntry:
    """Raises what `perform` raises. People are told when it can no longer be taken back."""
    by, tasks = request.acting, [row.task for row in choice.rows]
    return act_on_all(
        by.mandate.person, tasks, "approve", mandate=by.mandate.pk, key=typed(request, "key")[:100] or None,
        reason=typed(request, "catatan"), hold=HELD,
        version={task.file_id: choice.shown[task.pk].version for task in tasks},
        read={task.pk: choice.shown[task.pk].read for task in tasks},
    )  # fmt: skip


def note_left_out(by: Acting, choice: Choice, entry: JournalEntry) -> None:
    """Why a row was left out stands beside its task, for the whole office."""
    for row, words in choice.left_out:
        left: dict[str, Any] = {"reason": words, "entry": entry}
        Deferral.objects.update_or_create(person=by.mandate.person, assignment=row.task, defaults=left)


