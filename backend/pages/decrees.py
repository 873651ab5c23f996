"""Decrees: the list, one decree with all that is known about it, and the acts on the whole file."""

from functools import partial

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from backend.access import decrees_for
from backend.keyset import page_or_first
from workflows.core.errors import NotDone
from workflows.decrees.models import Decree
from workflows.decrees.states import DecreeState, EffectKind
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState

from .about import about_file
from .acting import OfficialRequest, acting
from .chain import chain_of, offers_for, standing_today
from .file_acts import FileActForm, file_act, file_offers
from .out_of_reach import next_look
from .refusals import banner

SECTION = {"section": "decrees"}
UNSIGNED = [DecreeState.APPROVED, DecreeState.NUMBERED]
"""Decided and not signed yet."""


class Search(forms.Form):
    cari = forms.CharField(label=_("Judul atau nomor"), required=False, max_length=100)
    keadaan = forms.ChoiceField(
        label=_("Keadaan"), required=False, choices=[("", _("Semua keadaan")), *DecreeState.choices]
    )

    def narrowed(self, decrees: QuerySet[Decree]) -> QuerySet[Decree]:
        self.is_valid()
        if text := self.cleaned_data.get("cari"):
            decrees = decrees.filter(Q(subject__icontains=text) | Q(file__numbers__text__icontains=text)).distinct()
        if state := self.cleaned_data.get("keadaan"):
            decrees = decrees.filter(state=state)
        return decrees


@require_GET
@acting
def decrees(request: OfficialRequest) -> HttpResponse:
    """The decrees that may be seen, the newest first."""
    search = Search(request.GET)
    seen = search.narrowed(decrees_for(request.acting.scope)).select_related("file", "issuer")
    rows, after = page_or_first(seen, ["-pk"], request.GET.get("sesudah"))
    kept = request.GET.copy()
    kept.pop("sesudah", None)
    context = SECTION | {"decrees": rows, "after": after, "search": search, "narrowed": kept.urlencode()}
    return render(request, "decrees/decrees.html", context)


def decree_or_404(request: OfficialRequest, pk: int) -> Decree:
    wanted = ("file__snapshot", "file__office", "file__region", "issuer__region", "signatory__person")
    return get_object_or_404(decrees_for(request.acting.scope).select_related(*wanted), pk=pk)


@require_GET
@acting
def decree(request: OfficialRequest, pk: int) -> HttpResponse:
    return show(request, decree_or_404(request, pk))


@require_POST
@acting
def decree_act(request: OfficialRequest, pk: int, name: str) -> HttpResponse:
    """Hand in, hand in again, withdraw, enter an old decree."""
    return file_act(request, name, partial(decree_or_404, request, pk), show, "decree")


def show(request: OfficialRequest, found: Decree, bound: tuple[str, FileActForm] | None = None, refusal: NotDone | None = None,
         status: int = 200) -> HttpResponse:  # fmt: skip
    context = SECTION | about_file(found.file, request.acting) | {
        "decree": found, "offers": file_offers(found, request.acting, bound), "tried": bound and bound[0],
        "refusal": refusal and banner(refusal), "rows": rows_of(found),
        "editable": is_editable(found, request), "may_revise": may_revise(found, request),
        "links": found.links.select_related("other").order_by("pk"), "chain": chain_of(found),
        "changes": offers_for(found, request), "standing": standing_today(found, list(rows_of(found)), request.acting.today),
        "effects": [EffectKind(effect).label for effect in effects_of(found)],
        "numbers": found.file.numbers.order_by("pk"), "bases": found.bases.all(),
        "after_decision": decision_of(found, request), "next_look": next_look(file=found.pk),
    }  # fmt: skip
    return render(request, "decrees/decree.html", context, status=status)


def rows_of(found: Decree) -> QuerySet:
    return found.rows.filter(struck=False).select_related("kampung__region__parent")


def effects_of(found: Decree) -> list[str]:
    """What its rows do, each once; those of a changing decree do different things."""
    return sorted({effect for row in rows_of(found) for effect in row.effects} | set(found.effects))


def is_editable(found: Decree, request: OfficialRequest) -> bool:
    """A draft and a returned decree, by the office that drafts it."""
    return (
        found.state in (DecreeState.DRAFT, DecreeState.RETURNED)
        and found.file.office_id == request.acting.mandate.office_id
    )


def may_revise(found: Decree, request: OfficialRequest) -> bool:
    """On the way, the office whose step is open edits."""
    steps = Assignment.objects.filter(
        file=found.pk, office=request.acting.office_id, state=AssignmentState.OPEN, step__isnull=False
    )
    return found.state == DecreeState.IN_REVIEW and steps.exists()


def decision_of(found: Decree, request: OfficialRequest) -> Assignment | None:
    """The signatory's decision, which his office may still take back: until it is signed."""
    if found.state not in UNSIGNED:
        return None
    decided = Assignment.objects.filter(file=found.pk, kind=AssignmentKind.SIGN, state=AssignmentState.APPROVED)
    return decided.filter(office=request.acting.office_id).order_by("-pk").first()
