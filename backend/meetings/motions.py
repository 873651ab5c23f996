"""Decisions: put down while the hall talks, with what each would do; corrected by another one, withdrawn with a reason."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from backend.acts import act_on
from backend.ids import ids_in
from backend.pages.acting import OfficialRequest, acting
from backend.pages.forms import renew
from backend.pages.refusals import banner
from workflows.core.errors import NotDone
from workflows.meetings.executing import Effect, preview
from workflows.meetings.models import Motion, Rakor
from workflows.meetings.quorum import quorum_of
from workflows.meetings.states import MotionKind, MotionState, RakorState
from workflows.meetings.wording import decision, dissent, votes

from .motion_forms import MotionForm, Withdrawal
from .rakors import SECTION, is_mine, rakor_or_404
from .wall import current

LOOK, RECORD = "lihat", "catat"
STEPS = {"maju": 1, "mundur": -1}
PUT_RIGHT = [MotionState.CARRIED, MotionState.LOST]


@dataclass(frozen=True)
class Said:
    """A decision in words, with what carrying it out would do; a corrected one with how it was first put."""

    motion: Motion
    text: str
    votes: str
    dissent: str
    was: str
    effect: Effect | None = None


def said(motion: Motion, effect: Effect | None = None) -> Said:
    was = decision(motion.replaces) if motion.replaces else ""
    return Said(motion, decision(motion), votes(motion), dissent(motion), was, effect)


@require_http_methods(["GET", "POST"])
@acting
def motions(request: OfficialRequest, pk: int) -> HttpResponse:
    """What was decided, and for the organiser the next one: first looked at, then put down."""
    found = rakor_or_404(request, pk)
    if request.method == "POST" and not may_write(found, request):
        raise Http404
    form = form_of(found, request) if may_write(found, request) else None
    seen = refusal = None
    if form is not None and request.method == "POST" and form.is_valid():
        try:
            if request.POST.get("langkah") == RECORD:
                resolve(request, found, form)
                return redirect("rakor-motions", pk)
            seen = looked_at(request, found, form)
        except NotDone as error:
            refusal = error
            found.file.refresh_from_db()
            renew(form, version=found.file.version)
    return show(request, found, form, seen, refusal)


def may_write(found: Rakor, request: OfficialRequest) -> bool:
    return found.state == RakorState.HELD and is_mine(found, request.acting)


def form_of(found: Rakor, request: OfficialRequest) -> MotionForm:
    """Of the kind asked for; with `ganti` that of the decision to be put right."""
    old = None
    if given := ids_in(request.GET.getlist("ganti")):
        old = get_object_or_404(found.motions.prefetch_related("rows"), pk=given[0], state__in=PUT_RIGHT)
    kind = MotionKind(old.kind) if old else kind_of(request.GET.get("jenis", ""), found)
    return MotionForm(request.POST or None, rakor=found, kind=kind, old=old)


def kind_of(given: str, found: Rakor) -> MotionKind:
    usual = MotionKind.CONFIRM_CLASS if found.round_id else MotionKind.FOLLOW_UP
    return MotionKind(given) if given in MotionKind.values else usual


def resolve(request: OfficialRequest, found: Rakor, form: MotionForm, keep: bool = True) -> None:
    """Raises what `perform` raises."""
    given, mandate = form.cleaned_data, request.acting.mandate
    act_on(mandate.person, found, "resolve", mandate=mandate.pk, version=given["version"], reason=given.get("reason", ""),
           key=given["key"] if keep else None, values=form.values())  # fmt: skip


def looked_at(request: OfficialRequest, found: Rakor, form: MotionForm) -> Said:
    """The decision as it would stand: put down, asked for its effect, and rolled back."""
    with transaction.atomic():
        resolve(request, found, form, keep=False)
        motion = found.motions.order_by("-number").select_related("owner", "replaces__owner")[0]
        seen = said(motion, preview(found).get(motion.pk))
        transaction.set_rollback(True)
    return seen


def show(request: OfficialRequest, found: Rakor, form: MotionForm | None, seen: Said | None = None,
         refusal: NotDone | None = None) -> HttpResponse:  # fmt: skip
    put_down = found.motions.select_related("owner", "replaces__owner").order_by("-number")
    context: dict[str, Any] = SECTION | {
        "rakor": found, "form": form, "seen": seen, "said": [said(one) for one in put_down], "kinds": MotionKind.choices,
        "quorum": quorum_of(found), "refusal": refusal and banner(refusal), "mine": is_mine(found, request.acting),
        "on": current(found),
    }  # fmt: skip
    bad = refusal is not None or (form is not None and form.is_bound and bool(form.errors))
    return render(request, "meetings/motions.html", context, status=422 if bad else 200)


@require_POST
@acting
def withdraw_motion(request: OfficialRequest, pk: int, motion: int) -> HttpResponse:
    """With a reason; it stays readable."""
    found = rakor_or_404(request, pk)
    if not may_write(found, request):
        raise Http404
    old, mandate = get_object_or_404(found.motions, pk=motion), request.acting.mandate
    given = Withdrawal(request.POST)
    reason = given.cleaned_data["reason"] if given.is_valid() else ""  # the act asks for one in its own words
    try:
        act_on(mandate.person, old, "withdraw_motion", mandate=mandate.pk, reason=reason)
    except NotDone as refusal:
        return show(request, found, form_of(found, request), refusal=refusal)
    return redirect("rakor-motions", pk)


@require_POST
@acting
def turn_to(request: OfficialRequest, pk: int) -> HttpResponse:
    """The item of the agenda that the hall now talks about, for the wall: the next, the one before, or any."""
    found, given = rakor_or_404(request, pk), request.POST
    if not may_write(found, request):
        raise Http404
    step, mandate = STEPS.get(given.get("langkah", "")), request.acting.mandate
    item = (current(found) or 0) + step if step else next(iter(ids_in(given.getlist("item"))), 0)
    try:
        act_on(mandate.person, found, "turn_to", mandate=mandate.pk, values={"item": item})
    except NotDone as refusal:
        return show(request, found, form_of(found, request), refusal=refusal)
    return redirect("rakor-motions", pk)
