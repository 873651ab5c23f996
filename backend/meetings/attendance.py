"""Who is there: ticked by name, guests added, the code that the room shows; and the list of attendance on paper."""

from collections import defaultdict
from io import BytesIO
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST
from segno import make_qr

from backend.acts import act_on
from backend.pages.acting import OfficialRequest, acting
from backend.pages.file_acts import FileActForm
from backend.pages.forms import key_sent
from backend.pages.refusals import banner
from documents import box
from documents.errors import DocumentError
from documents.forms import Form
from workflows.core.clock import today
from workflows.core.errors import NotDone
from workflows.meetings.content import attendance_of
from workflows.meetings.models import Rakor, Seat
from workflows.meetings.quorum import quorum_of
from workflows.meetings.states import SEATED, Answer
from workflows.organisation.models import Mandate

from .expected import all_answers, narrowed
from .rakors import SECTION, organised_or_404, rakor_or_404

SEAT_ACTS = {"arrive": ("proxy", "at"), "leave": ("at",), "undo_arrival": ()}
"""Each with what may be typed for it."""


class Guest(FileActForm):
    """Somebody who was not called, or an office that joins: a seat of its own."""

    guest = forms.CharField(label=gettext_lazy("Nama tamu"), max_length=150)
    group = forms.CharField(label=gettext_lazy("Unsur yang diwakili"), max_length=150)

    def values(self) -> dict[str, Any]:
        return {"seats": [{"name": self.cleaned_data["guest"], "group": self.cleaned_data["group"]}]}


@require_GET
@acting
def attendance(request: OfficialRequest, pk: int) -> HttpResponse:
    return show(request, organised_or_404(request, pk))


def show(request: OfficialRequest, found: Rakor, refusal: NotDone | None = None, guest: Guest | None = None,
         typed: dict[str, Any] | None = None) -> HttpResponse:  # fmt: skip
    """`typed` is an answer to the invitation that was refused."""
    seats, now = list(found.seats.select_related("office", "answered_by__person")), today(found.file.zone)
    quorum, asked_for = quorum_of(found), request.GET.get("jawaban", "")
    answers = all_answers(found, seats, quorum)
    shown = narrowed(seats, asked_for) if answers else seats
    context = SECTION | {
        "rakor": found, "quorum": quorum, "groups": grouped(shown), "total": len(seats), "open": found.state in SEATED,
        "early": found.held_on > now, "today": found.held_on == now, "refusal": refusal and banner(refusal),
        "guest": guest or Guest(name="seat_more", version=found.file.version),
        **answers, "asked_for": asked_for, "answers": Answer.choices, "typed": typed,
    }  # fmt: skip
    return render(request, "meetings/attendance.html", context, status=422 if refusal or guest else 200)


def grouped(seats: list[Seat]) -> list[tuple[str, list[Seat]]]:
    """By element, in the order of the invitation."""
    found: dict[str, list[Seat]] = defaultdict(list)
    for seat in seats:
        found[seat.group].append(seat)
    return list(found.items())


@require_POST
@acting
def seat_act(request: OfficialRequest, pk: int, seat: int, name: str) -> HttpResponse:
    """Somebody came, perhaps in another's stead; left; or it was a slip. `at` is for what is noted later than it happened."""
    found = organised_or_404(request, pk)
    sitting = get_object_or_404(found.seats, pk=seat)
    if name not in SEAT_ACTS:
        raise Http404
    try:
        arrive(request, sitting, name)
    except NotDone as refusal:
        return show(request, found, refusal)
    return redirect(f"{reverse('rakor-attendance', args=[pk])}#kursi-{seat}")


def arrive(request: OfficialRequest, seat: Seat, name: str, **more: str) -> None:
    """Raises what `perform` raises."""
    typed = {field: request.POST.get(field, "").strip() for field in SEAT_ACTS[name]}
    values = {key: value for key, value in (typed | more).items() if value}
    mandate: Mandate = request.acting.mandate
    act_on(mandate.person, seat, name, mandate=mandate.pk, key=key_sent(request.POST), values=values)


@require_POST
@acting
def add_guest(request: OfficialRequest, pk: int) -> HttpResponse:
    found = organised_or_404(request, pk)
    form = Guest(request.POST, name="seat_more", version=found.file.version)
    if not form.is_valid():
        return show(request, found, guest=form)
    given, mandate = form.cleaned_data, request.acting.mandate
    try:
        act_on(mandate.person, found, "seat_more", mandate=mandate.pk, version=given["version"], key=given["key"],
               values=form.values())  # fmt: skip
    except NotDone as refusal:
        found.file.refresh_from_db()
        return show(request, found, refusal)
    return redirect("rakor-attendance", pk)


# --- the code in the room -------------------------------------------------------------------------------------------------


@require_GET
@acting
def room_code(request: OfficialRequest, pk: int) -> HttpResponse:
    """A page to put on the wall of the room: whoever is there checks his own office in."""
    found = organised_or_404(request, pk)
    address = settings.BASE_URL + reverse("rakor-check-in", args=[pk, found.code])
    return render(request, "meetings/code.html", SECTION | {"rakor": found, "address": address, "qr": qr_of(address)})


def qr_of(address: str) -> SafeString:
    drawn = make_qr(address, error="m").svg_inline(scale=8, border=4, svgclass=None, lineclass=None, light="#fff")
    return mark_safe(drawn)  # noqa: S308  drawn by the library from an address that is ours


@acting
def check_in(request: OfficialRequest, pk: int, code: str) -> HttpResponse:
    """By telephone, in the room: one's own seat, and one button."""
    found = rakor_or_404(request, pk)
    if code != found.code or request.method not in ("GET", "POST"):
        raise Http404
    seat = found.seats.filter(office=request.acting.office_id).select_related("office").first()
    refusal = None
    if request.method == "POST" and seat:
        try:
            arrive(request, seat, "arrive", code=code)
            return redirect("rakor-check-in", pk, code)
        except NotDone as error:
            refusal = error
    context = SECTION | {"rakor": found, "seat": seat, "refusal": refusal and banner(refusal)}
    return render(request, "meetings/check_in.html", context, status=422 if refusal else 200)


# --- on paper -------------------------------------------------------------------------------------------------------------


@require_GET
@acting
def attendance_paper(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Before the rakor with room for ink, afterwards with who came and when."""
    content = attendance_of(organised_or_404(request, pk))
    try:
        paper = box.render(content["template"], content, Form.FINAL)
    except DocumentError as error:
        messages.error(request, str(error))
        return redirect("rakor", pk)
    return FileResponse(BytesIO(paper.pdf), filename=f"{slugify(_('daftar hadir'))}-{pk}.pdf", content_type="application/pdf")
