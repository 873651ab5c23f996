"""*Jawaban undangan*: before the day each office says whether it comes; the organiser notes what came by telephone or letter."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from backend.acts import act_on
from backend.pages.acting import OfficialRequest, acting
from backend.pages.forms import key_sent
from workflows.core.errors import BadValues, NotDone
from workflows.meetings.states import Answer

from . import attendance, rakors

ACTS = ("answer_invitation", "take_back_answer")
SAID_WITH = {Answer.REPRESENTED: "proxy", Answer.CANNOT_COME: "excuse"}
"""What is typed for an answer; what stands in the field of another one is left."""


@require_POST
@acting
def seat_answer(request: OfficialRequest, pk: int, seat: int, name: str) -> HttpResponse:
    """For one's own office from the page of the rakor; by the organiser, for anybody, from the list of attendance."""
    found = rakors.rakor_or_404(request, pk)
    sitting = get_object_or_404(found.seats.select_related("office"), pk=seat)
    is_own = sitting.office_id == request.acting.office_id
    if name not in ACTS or not (is_own or rakors.is_mine(found, request.acting)):
        raise Http404
    mandate = request.acting.mandate
    try:
        act_on(mandate.person, sitting, name, mandate=mandate.pk, key=key_sent(request.POST), values=values_of(request, name))
    except NotDone as refusal:
        typed = request.POST.dict() | {"seat": seat, "wrong": refusal.fields if isinstance(refusal, BadValues) else {}}
        again = rakors.rakor_or_404(request, pk)
        return (rakors.show if is_own else attendance.show)(request, again, refusal=refusal, typed=typed)
    if is_own:
        return redirect("rakor", pk)
    return redirect(f"{reverse('rakor-attendance', args=[pk])}#kursi-{seat}")


def values_of(request: OfficialRequest, name: str) -> dict[str, Any]:
    if name == "take_back_answer":
        return {}
    said = request.POST.get("answer", "")
    known = ["answer", "held_on", *(field for answer, field in SAID_WITH.items() if answer == said)]
    return {field: given for field in known if (given := request.POST.get(field, "").strip())}
