"""A juror's sheet for one entry, kept as it is typed: his own points and nobody else's.

The form's contract is that of all forms that work without a network: `key` is the form's own, `read` the version of the sheet that
was seen. The version is the journal's number of the last saving, which two sheets never share.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from backend.access import juries_of
from backend.pages.acting import OfficialRequest, acting
from backend.pages.forms import renew
from backend.pages.refusals import banner
from workflows.contests.input import points
from workflows.contests.models import Entry, Juror, Score
from workflows.core.door import perform, problems
from workflows.core.errors import BadValues, NotDone, Refused
from workflows.core.models import File, JournalEntry
from workflows.organisation.models import Mandate
from workflows.villages.models import Evidence

from .room import SECTION, entry_or_404

FIELD = "points."
SHEET = "lembar"
"""What a problem is called that no single field has."""


@dataclass(frozen=True)
class Sheet:
    """What one juror gave one entry so far, as far as whoever asks may read it."""

    entry: Entry
    seat: Juror
    by: Mandate

    @property
    def scores(self) -> Any:
        return Score.objects.filter(participant=self.entry, juror=self.seat)

    @property
    def last(self) -> JournalEntry | None:
        return (
            JournalEntry.objects.filter(pk__in=self.scores.values("entry"))
            .select_related("person")
            .order_by("-pk")
            .first()
        )

    @property
    def version(self) -> int:
        return self.last.pk if self.last else 0

    def points(self) -> dict[str, Decimal]:
        mine = Score.objects.readable_by(self.by.person).filter(participant=self.entry, juror=self.seat)
        return {score.criterion: score.points for score in mine}

    @property
    def criteria(self) -> Any:
        return self.entry.competition.rubric.rubric.criteria

    @property
    def progress(self) -> str:
        return _("%(n)d dari %(all)d kriteria terisi") % {"n": self.scores.count(), "all": len(self.criteria)}


class SheetForm(forms.Form):
    """One field a criterion; what is left empty is not given yet."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=60)
    read = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, data: Any = None, *, sheet: Sheet):
        self.sheet, given = sheet, sheet.points()
        first = {f"{FIELD}{key}": as_typed(worth) for key, worth in given.items()}
        super().__init__(data, initial=first | {"key": str(uuid4()), "read": sheet.version})
        for one in sheet.criteria:
            words = _("Nilai 0 sampai %(maximum)s; bobot %(weight)s.") % {
                "maximum": as_typed(one.maximum),
                "weight": as_typed(one.weight),
            }
            box = forms.TextInput({"inputmode": "decimal", "autocomplete": "off", "class": "points"})
            self.fields[f"{FIELD}{one.key}"] = forms.CharField(
                label=one.label, help_text=words, max_length=10, required=False, widget=box
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        before = self.sheet.points()
        for one in self.sheet.criteria:
            self.check(one, given.get(f"{FIELD}{one.key}") or "", one.key in before)
        return given

    def check(self, criterion: Any, typed: str, had: bool) -> None:
        name = f"{FIELD}{criterion.key}"
        try:
            if typed:
                points(name, typed, criterion.maximum)
            elif had:
                self.add_error(name, _("Nilai yang sudah disimpan diganti dengan nilai lain, tidak dikosongkan."))
        except BadValues as bad:
            self.add_error(name, bad.fields[name])

    def given(self) -> dict[str, str]:
        """Criterion → points, those that were typed."""
        typed = {one.key: self.cleaned_data[f"{FIELD}{one.key}"] for one in self.sheet.criteria}
        return {key: worth for key, worth in typed.items() if worth}


class Theirs(Exception):
    """The sheet was saved elsewhere since it was read; nothing is written."""


def as_typed(number: Decimal) -> str:
    """`80` or `77,5`."""
    return f"{number.normalize():f}".replace(".", ",")


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


def wants_data(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


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
        return JsonResponse({"problems": {name: errors[0] for name, errors in form.errors.items()}}, status=422)
    try:
        save(found, form)
    except Theirs:
        return JsonResponse(theirs(found), status=409)
    except NotDone as refusal:
        return JsonResponse({"problems": wrong(refusal)}, status=422)
    return JsonResponse({"version": found.version, "saved_at": saved_at(found).isoformat(), "progress": found.progress})


def theirs(found: Sheet) -> dict[str, Any]:
    last = found.last
    fields = {f"{FIELD}{key}": as_typed(worth) for key, worth in found.points().items()}
    return {
        "theirs": fields,
        "by": last.person.full_name if last else "",
        "at": saved_at(found).isoformat(),
        "version": found.version,
    }


def saved_at(found: Sheet) -> datetime:
    return found.last.at if found.last else timezone.now()


def wrong(refusal: NotDone) -> dict[str, str]:
    if isinstance(refusal, BadValues):
        return {str(name): words for name, words in refusal.fields.items()}
    words = [problem.words for problem in refusal.problems] if isinstance(refusal, Refused) else [str(refusal)]
    return {SHEET: " ".join(dict.fromkeys(words))}


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
