"""*Pejabat pengganti*: the list, one of them with what was done by it, confirming, discarding and handing back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST

from backend.access import inbox_of, mandates_of, offices_below, substitutions_for
from backend.keyset import page_or_first
from backend.pages.acting import OfficialRequest, acting
from backend.pages.refusals import banner
from backend.pages.signing_forms import SigningForm
from backend.step_up import challenge, challenged, confirm
from workflows.core.door import perform, problems
from workflows.core.errors import NotDone
from workflows.organisation.models import Substitution
from workflows.organisation.states import SubstitutionState
from workflows.organisation.substitutes import in_words, usual_until

from .deeds import deeds_of
from .room import SECTION, also_afterwards, substitution_or_404


@require_GET
@also_afterwards
def substitutes(request: OfficialRequest) -> HttpResponse:
    rows = substitutions_for(request.user).select_related("office", "person")  # type: ignore[arg-type]
    found, after = page_or_first(rows, ["-since", "-pk"], request.GET.get("sesudah"))
    mandate = request.acting.mandate if hasattr(request, "acting") else None
    context = {
        "substitutions": found, "after": after, "office": mandate and mandate.acts_for_id is None and mandate.office,
        "below": bool(mandate and offices_below([mandate]).exists()),
    }  # fmt: skip
    return render(request, "substitutes/list.html", SECTION | context)


@require_GET
@never_cache
@also_afterwards
def substitute(request: OfficialRequest, pk: int) -> HttpResponse:
    return shown(request, substitution_or_404(request, pk))


def shown(request: Any, one: Substitution, form: SigningForm | None = None, refusal: NotDone | None = None) -> HttpResponse:
    mandate, usual = one.mandates.first(), usual_until(one.capacity, one.since)
    context = {
        "one": one, "mandate": mandate, "powers": [in_words(cell) for cell in one.powers],
        "deeds": deeds_of(one, mandates_of(request.user)),
        "mine": one.person_id == request.user.pk, "refusal": refusal and banner(refusal),
        "long": usual and (one.until is None or one.until > usual) and usual,
    } | offered(request, one, form)  # fmt: skip
    return render(request, "substitutes/substitute.html", SECTION | context, status=422 if form or refusal else 200)


def offered(request: Any, one: Substitution, tried: SigningForm | None) -> dict[str, Any]:
    """What may be done about it by the mandate at hand: confirm, discard, hand back."""
    if not hasattr(request, "acting"):
        return {}
    by = request.acting.mandate
    if one.state == SubstitutionState.PREPARED:
        why_not = problems(Substitution.confirm, one, by=by)
        form = None if why_not else tried or form_for(request, one)
        return {"why_not": why_not, "form": form, "discards": not problems(Substitution.discard, one, by=by)}
    hands_back = one.state == SubstitutionState.CONFIRMED and not problems(Substitution.hand_back, one, by=by)
    return {"hands_back": hands_back, "open": inbox_of([by]).count() if hands_back else 0}


def form_for(request: OfficialRequest, one: Substitution, data: Any = None) -> SigningForm:
    """Who it is once more, for this very order."""
    by = request.acting.mandate
    initial = {} if data else {"challenge": challenge({one.pk: one.order.sha256}, by)}
    form = SigningForm(data, by=by, needs_secret=False, initial=initial)
    del form.fields["reason"]
    return form


@require_POST
@sensitive_post_parameters("password", "code", "credential")
@acting
def confirm_substitute(request: OfficialRequest, pk: int) -> HttpResponse:
    one, by = substitution_or_404(request, pk), request.acting.mandate
    form = form_for(request, one, request.POST)
    if not form.is_valid():
        return shown(request, one, form)
    try:
        given = challenged(form.cleaned_data["challenge"], by)
        confirm(by, form.proof)
        perform(Substitution.confirm, one, by=by, read=given.papers.get(one.pk, ""), key=given.key)
    except NotDone as refusal:
        return shown(request, substitution_or_404(request, pk), refusal=refusal)
    messages.success(request, _("%(who)s ditetapkan.") % {"who": one.person.full_name})
    return redirect("substitute", pk)


@require_POST
@acting
def hand_back(request: OfficialRequest, pk: int) -> HttpResponse:
    return done(request, pk, Substitution.hand_back, _("Diserahkan kembali. Tugas yang masih terbuka tetap pada jabatan Anda."))


@require_POST
@acting
def discard_substitute(request: OfficialRequest, pk: int) -> HttpResponse:
    return done(request, pk, Substitution.discard, _("Penunjukan dibatalkan; tidak ada yang berubah."))


def done(request: OfficialRequest, pk: int, act: Any, words: str) -> HttpResponse:
    one = substitution_or_404(request, pk)
    try:
        perform(act, one, by=request.acting.mandate)
    except NotDone as refusal:
        return shown(request, one, refusal=refusal)
    messages.success(request, words)
    return redirect("substitute", pk)
