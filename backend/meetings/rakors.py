"""The list of rakors, one rakor, and the acts on it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from backend.access import rakors_for
from backend.acts import acts_of, fitting, offer
from backend.keyset import page_or_first
from backend.pages import history
from backend.pages.acting import Acting, OfficialRequest, acting
from backend.pages.file_acts import FileActForm, do
from backend.pages.forms import renew
from backend.pages.letter_parts import letters_about
from backend.pages.offers import OnPage
from backend.pages.refusals import banner
from workflows.core.errors import NotDone
from workflows.decrees.states import Signing
from workflows.meetings.executing import preview
from workflows.meetings.models import Rakor
from workflows.meetings.planning import ORGANISERS
from workflows.meetings.quorum import quorum_of
from workflows.meetings.recording import draft_record
from workflows.meetings.sheets import taken_away
from workflows.meetings.states import MET, SIGNED, RakorState, SheetState

from .expected import all_answers, own_answer
from .forms import BUTTONS, SheetsForm
from .traces import Trace, traces

SECTION = {"section": "year"}
WANTED = ("file__region", "file__office", "round__file", "chair", "opener", "note_taker", "opened_by__person")
NOT_MINE = {"organises_the_rakor", "organiser_decides", "carries_out_the_record"}
"""Rules by which an act is another office's: it is not shown."""


@require_GET
@acting
def rakors(request: OfficialRequest) -> HttpResponse:
    """Those of my territory and those that I am invited to, the newest first."""
    seen = rakors_for(request.acting.scope).select_related("file__region", "file__office")
    rows, after = page_or_first(seen, ["-pk"], request.GET.get("sesudah"))
    context = {"rakors": rows, "after": after, "narrowed": "", "organises": organises(request.acting)}
    return render(request, "meetings/rakors.html", SECTION | context)


def organises(acting: Acting) -> bool:
    return acting.mandate.office.role in ORGANISERS


def rakor_or_404(request: OfficialRequest, pk: int) -> Rakor:
    return get_object_or_404(rakors_for(request.acting.scope).select_related(*WANTED), pk=pk)


def is_mine(rakor: Rakor, acting: Acting) -> bool:
    """Whether my office organises it."""
    return rakor.file.office_id == acting.mandate.office_id


def organised_or_404(request: OfficialRequest, pk: int) -> Rakor:
    """What only the organiser works on does not exist for others."""
    found = rakor_or_404(request, pk)
    if not is_mine(found, request.acting):
        raise Http404
    return found


@require_GET
@acting
def rakor(request: OfficialRequest, pk: int) -> HttpResponse:
    return show(request, rakor_or_404(request, pk))


def show(request: OfficialRequest, found: Rakor, bound: tuple[str, FileActForm] | None = None, refusal: NotDone | None = None,
         status: int = 200, sheets_form: SheetsForm | None = None,
         typed: dict[str, Any] | None = None) -> HttpResponse:  # fmt: skip
    """`typed` is an answer to the invitation that was refused."""
    mine, quorum = is_mine(found, request.acting), quorum_of(found)
    context = SECTION | letters_about(found.file, request.acting) | {
        "rakor": found, "file": found.file, "mine": mine, "quorum": quorum,
        "offers": offers_on(found, request.acting, bound),
        "tried": bound and bound[0], "refusal": refusal and banner(refusal), "history": history.of_file(found.pk),
        "carried": carried_out(found, request.acting),
        "obstacles": found.obstacles if mine else [], "effects": effects_of(found) if mine else [],
        "came": found.seats.exclude(arrived=None).count(), "seats": found.seats.count(), "decided": found.motions.count(),
        "goes_on": found.state == RakorState.HELD, **sheets_of(found, mine),
        "sheets_form": sheets_form or SheetsForm() if mine and found.state in MET else None,
        **(all_answers(found, found.seats.all(), quorum) if mine else {}),
        **own_answer(found, request.acting), "typed": typed,
    }  # fmt: skip
    return render(request, "meetings/rakor.html", context, status=422 if typed else status)


def sheets_of(found: Rakor, mine: bool) -> dict[str, Any]:
    """The signed list of attendance; what was taken away of it, and by whom and why, its organiser sees."""
    attached = found.sheets.filter(state=SheetState.ATTACHED).select_related("attachment").order_by("pk")
    gone = [(sheet, history.line(entry)) for sheet, entry in taken_away(found)] if mine else []
    return {"sheets": attached, "sheets_gone": gone, "sheets_stay": found.state in SIGNED}


def offers_on(found: Rakor, acting: Acting, bound: tuple[str, FileActForm] | None = None) -> list[OnPage]:
    """The acts that its state knows, each with what stands in its way; `bound` was just refused."""
    known = {act.name: act for act in fitting(found)}
    refused = dict([bound] if bound else [])
    shown = [
        OnPage(offer(known[name], found, acting.mandate), button,
               refused.get(name) or button.form(name=name, version=found.file.version, subject=found))
        for name, button in BUTTONS.items() if name in known
    ]  # fmt: skip
    return [one for one in shown if not {problem.rule for problem in one.problems} & NOT_MINE]


def effects_of(found: Rakor) -> list[dict[str, Any]]:
    """What carrying out the record does, motion by motion, before anybody signs."""
    if found.state not in (RakorState.RECORD_DRAFTED, RakorState.RECORD_SIGNED):
        return []
    said = preview(found)
    return [{"motion": motion, "effect": said[motion.pk]} for motion in found.motions.order_by("number") if motion.pk in said]


def carried_out(found: Rakor, acting: Acting) -> list[Trace]:
    """Once the record is carried out, for everybody who sees the rakor: what each decision did."""
    if found.state != RakorState.CLOSED:
        return []
    wanted = ("rakor__file", "rakor__round__instrument", "file", "owner")
    return traces(found.motions.select_related(*wanted).order_by("number"), acting.scope)


@require_POST
@acting
def rakor_act(request: OfficialRequest, pk: int, name: str) -> HttpResponse:
    """Invite, move, call off, open, end, take up again. The end drafts the record and leads to it."""
    found = organised_or_404(request, pk)
    if name not in BUTTONS or name not in acts_of(Rakor):
        raise Http404
    form = BUTTONS[name].form(request.POST, name=name, version=found.file.version, subject=found)
    if not form.is_valid():
        return show(request, found, (name, form), status=422)
    try:
        return done(request, found, name, form)
    except NotDone as refusal:
        now = rakor_or_404(request, pk)
        renew(form, version=now.file.version)
        return show(request, now, (name, form), refusal, status=422)


def done(request: OfficialRequest, found: Rakor, name: str, form: FileActForm) -> HttpResponse:
    """The act as the form says. Raises what `perform` raises."""
    if name != "end_meeting":
        do(found, name, form, request.acting)
        return redirect("rakor", found.pk)
    given = form.cleaned_data
    ends = f"{given['ends']:%H:%M}" if given["ends"] else ""
    letter = draft_record(found, request.acting.mandate, version=given["version"], ends=ends, signing=Signing.usual())
    messages.success(request, _("Rapat ditutup. Konsep berita acara sudah memuat kehadiran dan semua keputusan."))
    return redirect("letter", letter.pk)
