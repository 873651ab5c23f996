"""Proposals of villages: list, new, the field officer's check, and the acts on the whole file."""

from functools import partial
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from backend.access import proposals_for
from backend.keyset import page_or_first
from backend.uploads import keep
from workflows.core.door import perform
from workflows.core.errors import NotDone
from workflows.organisation.models import Level, Region
from workflows.villages.checklists import FIELD_CHECK
from workflows.villages.drafting import EDITABLE, repeat_answers, start_proposal
from workflows.villages.models import Proposal

from .about import about_file
from .acting import OfficialRequest, acting
from .beginning import begun_once
from .file_acts import FileActForm, file_act, file_offers
from .forms import renew
from .proposal_forms import FieldCheck, NewProposal
from .proposal_sections import progress_of
from .refusals import answered, banner

SECTION = {"section": "proposals"}
answer = partial(answered, SECTION)


@require_GET
@acting
def proposals(request: OfficialRequest) -> HttpResponse:
    """The proposals that may be seen, the newest first."""
    seen = proposals_for(request.acting.scope).select_related("file__office", "kampung__region__parent")
    rows, after = page_or_first(seen, ["-pk"], request.GET.get("sesudah"))
    return render(request, "proposals/proposals.html", SECTION | {"proposals": rows, "after": after, "narrowed": ""})


def proposal_or_404(request: OfficialRequest, pk: int) -> Proposal:
    wanted = ("file__snapshot", "file__office", "file__region", "kampung__region__parent")
    return get_object_or_404(proposals_for(request.acting.scope).select_related(*wanted), pk=pk)


@require_http_methods(["GET", "POST"])
@acting
def new_proposal(request: OfficialRequest) -> HttpResponse:
    """Start a proposal for one of the villages that my office serves."""
    form = NewProposal(request.POST or None, villages=villages_of(request), year=request.acting.today.year)
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            made = begun_once(request, form, partial(begin, form, request))
        except NotDone as error:
            refusal = error
        else:
            return redirect("edit-proposal", made)
    return answer(request, "proposals/new.html", {"form": form, "title": _("Usulan baru")}, refusal)


@transaction.atomic
def begin(form: NewProposal, request: OfficialRequest) -> int:
    """A draft that says already what the village's last one said."""
    given, by = form.cleaned_data, request.acting.mandate
    made = start_proposal(given["region"], by, era=given["era"], hamlet=given["hamlet"])
    if before := repeat_answers(made, by):
        messages.info(request, _("Jawaban diambil dari usulan %(year)d; periksa apakah masih sama.") % {"year": before.era})
    return made.pk


def villages_of(request: OfficialRequest) -> QuerySet[Region]:
    """The villages in the region of my office, or those that it serves."""
    office = request.acting.mandate.office
    inside = Region.objects.under(office.territory).filter(level=Level.VILLAGE, closed_on=None)
    served = office.areas.values("region")
    return (inside.filter(pk__in=served) if served.exists() else inside).order_by("path")


@require_GET
@acting
def proposal(request: OfficialRequest, pk: int) -> HttpResponse:
    return show(request, proposal_or_404(request, pk))


@require_POST
@acting
def proposal_act(request: OfficialRequest, pk: int, name: str) -> HttpResponse:
    """Hand in, hand in again, withdraw."""
    return file_act(request, name, partial(proposal_or_404, request, pk), show, "proposal")


@require_http_methods(["GET", "POST"])
@acting
def field_check(request: OfficialRequest, pk: int) -> HttpResponse:
    """What the field officer found on the spot."""
    found = proposal_or_404(request, pk)
    form = FieldCheck(
        request.POST or None,
        request.FILES or None,
        proposal=found,
        initial={"key": str(uuid4()), "version": found.file.version},
    )
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            record_check(found, form, request)
        except NotDone as error:
            refusal = error
            renew(form, version=proposal_or_404(request, pk).file.version)
        else:
            return redirect("proposal", pk)
    context = {"form": form, "proposal": found, "file": found.file, "title": _("Pemeriksaan lapangan")}
    return answer(request, "proposals/edit.html", context, refusal)


def record_check(found: Proposal, form: FieldCheck, request: OfficialRequest) -> None:
    given = form.cleaned_data
    values: dict[str, Any] = {"field_check": form.answers("field_check", FIELD_CHECK)}
    if given["upload"]:
        values["attachments"] = [keep(given["upload"], request.acting.mandate.person, "upload").pk]
    perform(
        Proposal.record_field_check,
        found,
        by=request.acting.mandate,
        version=given["version"],
        key=given["key"],
        values=values,
    )


def show(request: OfficialRequest, found: Proposal, bound: tuple[str, FileActForm] | None = None, refusal: NotDone | None = None,
         status: int = 200) -> HttpResponse:  # fmt: skip
    editable = found.state in EDITABLE and found.file.office_id == request.acting.mandate.office_id
    context = SECTION | about_file(found.file, request.acting) | {
        "proposal": found, "offers": file_offers(found, request.acting, bound), "tried": bound and bound[0],
        "refusal": refusal and banner(refusal), "editable": editable,
        "progress": progress_of(found) if editable else None,
    }  # fmt: skip
    return render(request, "proposals/proposal.html", context, status=status)
