"""A juror's sheet for one entry, kept as it is typed: his own points and nobody else's.

The form's contract is that of all forms that work without a network: `key` is the form's own, `read` the version of the sheet that
was seen. The version is the journal's number of the last saving, which two sheets never share.
"""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from backend.access import juries_of
from backend.offline import contract
from backend.offline.contract import wants_data
from backend.pages.acting import OfficialRequest, acting
from backend.pages.forms import renew
from backend.pages.refusals import banner
from workflows.contests.models import Entry
from workflows.core.door import perform, problems
from workflows.core.errors import BadValues, NotDone, Refused
from workflows.core.models import File
from workflows.villages.models import Evidence

from .room import SECTION, entry_or_404
from .sheet_form import FIELD, Sheet, SheetForm, as_typed


class Theirs(Exception):
    """The sheet was saved elsewhere since it was read; nothing is written."""


@require_http_methods(["GET", "POST"])
@never_cache
@acting
def sheet(request: OfficialRequest, pk: int, juror: int) -> HttpResponse:
    found = sheet_or_404(request, pk, juror)
    if request.method == "GET":
        return show(request, found, SheetForm(sheet=found))
    form = SheetForm(request.POST, sheet=found)
    return as_data(found, form) if wants_data(request) else as_page(request, found, form)


def sheet_or_404(request: OfficialRequest, pk: int, juror: int) -> Sheet:
    entry = entry_or_404(request, pk)
    seat = get_object_or_404(juries_of(request.acting.scope), pk=juror, competition=entry.competition_id)
    return Sheet(entry, seat, request.acting.mandate)


@transaction.atomic
def save(found: Sheet, form: SheetForm) -> None:
    """What was typed, unless it stands already: a lost answer is asked for again. Raises `Theirs`, and what the act raises.

    The file is locked first, so that of two devices at once the later one is told.
    """
    File.objects.select_for_update().get(pk=found.entry.pk)
    given, key, now = form.given(), form.cleaned_data["key"], found.last
    if not changed(found, given):
        return
    if now and now.pk != form.cleaned_data["read"] and not (now.key or "").startswith(f"{key}."):
        raise Theirs
    perform(
        Entry.score,
        found.entry,
        by=found.by,
        key=f"{key}.{now.pk if now else 0}",
        values={"juror": found.seat.pk, "points": given},
    )


def changed(found: Sheet, given: dict[str, str]) -> bool:
    before = found.points()
    return any(before.get(key) != Decimal(worth.strip().replace(",", ".")) for key, worth in given.items())


def as_data(found: Sheet, form: SheetForm) -> JsonResponse:
    """The answers of the contract: 200 saved, 409 saved elsewhere since, 422 what is wrong with which field."""
    if not form.is_valid():
        return contract.unfit(contract.faults(form))
    try:
        save(found, form)
    except Theirs:
        return contract.saved_elsewhere(**theirs(found))
    except NotDone as refusal:
        return contract.unfit(wrong(refusal))
    return contract.kept(found.version, saved_at(found), found.progress)


def theirs(found: Sheet) -> dict[str, Any]:
    last = found.last
    fields = {f"{FIELD}{key}": as_typed(worth) for key, worth in found.points().items()}
    return {
        "theirs": fields,
        "by": last.person.full_name if last else "",
        "at": saved_at(found),
        "version": found.version,
    }


def saved_at(found: Sheet) -> datetime:
    return found.last.at if found.last else timezone.now()


def wrong(refusal: NotDone) -> dict[str, str]:
    if isinstance(refusal, BadValues):
        return {str(name): words for name, words in refusal.fields.items()}
    words = [problem.words for problem in refusal.problems] if isinstance(refusal, Refused) else [str(refusal)]
    return {"": " ".join(dict.fromkeys(words))}


def as_page(request: OfficialRequest, found: Sheet, form: SheetForm) -> HttpResponse:
    """Without a script: on to the list, or the page again with what is wrong."""
    if not form.is_valid():
        return show(request, found, form)
    try:
        save(found, form)
    except Theirs:
        return show(request, found, renewed(found, form), conflict=theirs(found))
    except NotDone as refusal:
        return show(request, found, form, refusal)
    messages.success(request, _("Nilai tersimpan: %(progress)s.") % {"progress": found.progress})
    return redirect("judging", found.entry.competition_id)


def renewed(found: Sheet, form: SheetForm) -> SheetForm:
    """With what was typed, on the version of now: sending it again means it."""
    renew(form, read=found.version)
    return form


def show(
    request: OfficialRequest, found: Sheet, form: SheetForm, refusal: NotDone | None = None, conflict: Any = None
) -> HttpResponse:
    entry, values = found.entry, {"juror": found.seat.pk}
    labels = {f"{FIELD}{one.key}": one.label for one in found.criteria}
    context = {
        "entry": entry,
        "file": entry.file,
        "competition": entry.competition,
        "seat": found.seat,
        "form": form,
        "sheet": found,
        "blocked": problems(Entry.score, entry, by=found.by, values=values),
        "recusable": not problems(Entry.recuse, entry, by=found.by, values=values, reason="x"),
        "refusal": refusal and banner(refusal),
        "conflict": conflict,
        "kept": [(labels[name], worth) for name, worth in conflict["theirs"].items()] if conflict else [],
        "evidence": Evidence.objects.filter(file=entry.pk).select_related("attachment").order_by("pk"),
        "visit": getattr(entry, "visit", None),
    }
    status = 422 if refusal or form.errors else 409 if conflict else 200
    return render(request, "contests/sheet.html", SECTION | context, status=status)
