"""Drafting decrees: a new one, its text, its list, and edits on the way. Ordinary saves; only `revise` is an act."""

from functools import partial
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from backend.access import decrees_for
from workflows.core.door import perform
from workflows.core.errors import BadValues, NotDone
from workflows.decrees import drafting
from workflows.decrees.models import Decree, LegalBasis
from workflows.organisation.models import Mandate
from workflows.routes.drafts import drafted_once

from .acting import Acting, OfficialRequest, acting
from .autosave import Saving, differing, is_autosave, lines, so_far
from .decrees import SECTION, decree_or_404
from .draft_forms import DecreeText, LinkForm, NewDecree, Revision, initial_of
from .forms import renew
from .ladder import at_stake
from .refusals import answered

answer = partial(answered, SECTION)


@require_http_methods(["GET", "POST"])
@acting
def new_decree(request: OfficialRequest) -> HttpResponse:
    """Start a draft in my office."""
    form, by = NewDecree(request.POST or None, acting=request.acting), request.acting.mandate
    if is_autosave(request):
        return begun_as_typed(form, request)
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            found = begun(form, request)
            save(found, form, by)
        except NotDone as error:
            refusal = error
        else:
            return redirect("decree-rows", found.pk)
    return answer(request, "decrees/edit.html", {"form": form, "title": _("Keputusan baru")}, refusal)


def begun(form: NewDecree, request: OfficialRequest) -> Decree:
    """The draft that this form began, now or when it was sent before."""
    by = request.acting.mandate
    return decree_or_404(request, drafted_once(form.cleaned_data["key"], by.person, partial(start, form, by)))


def begun_as_typed(form: NewDecree, request: OfficialRequest) -> JsonResponse:
    """The draft begins as soon as it says what it is about. The page is told its own address, where it goes on."""
    form.cleaned_data = so_far(form)
    if not {"issuer", "subject"} <= form.cleaned_data.keys():
        return JsonResponse({"words": _("Tulis dulu tentang apa keputusan ini.")}, status=422)
    try:
        found = begun(form, request)
    except NotDone as refusal:
        return JsonResponse({"words": " ".join(lines(refusal))}, status=422)
    told = saving_of(found, request).answer(request.POST)
    told["Location"] = reverse("edit-decree", args=[found.pk])
    return told


@transaction.atomic
def start(form: NewDecree, by: Mandate) -> int:
    fields = form.fields_to_save()
    made = drafting.start_decree(form.kind, form.cleaned_data["issuer"], by, **fields)
    drafting.edit(made, by, bases=form.cleaned_data.get("bases"))
    return made.pk


@require_http_methods(["GET", "POST"])
@acting
def edit_decree(request: OfficialRequest, pk: int) -> HttpResponse:
    """Change the text of a draft or of a returned decree."""
    found = decree_or_404(request, pk)
    saving = saving_of(found, request)
    if is_autosave(request):
        return saving.answer(request.POST)
    form, refusal, theirs = saving.fresh(request.POST or None), None, []
    if request.method == "POST" and form.is_valid():
        try:
            saving.save(form)
        except NotDone as error:
            refusal, theirs = error, differing(saving.fresh, request.POST)
            renew(form, version=version_of(found))
        else:
            return redirect("decree" if found.rows.exists() else "decree-rows", pk)
    lost = at_stake(found.file, request.acting)
    context = {"form": form, "decree": found, "file": found.file, "title": found.subject, "theirs": theirs, "lost": lost}
    return answer(request, "decrees/edit.html", context, refusal)


def saving_of(found: Decree, request: OfficialRequest) -> Saving:
    def fresh(data: Any) -> DecreeText:
        now = decree_or_404(request, found.pk)
        return DecreeText(data, citable=citable(now, request.acting), initial=initial_of(now))

    return Saving(fresh, partial(save, found, by=request.acting.mandate), partial(version_of, found))


def citable(found: Decree, acting: Acting) -> QuerySet[LegalBasis]:
    """What a decree may cite: what is in force where it belongs, and what it cites already."""
    return LegalBasis.objects.citable(found.file.region, acting.today, found)


def version_of(found: Decree) -> int:
    """The file's version as it is now."""
    found.file.refresh_from_db(fields=["version"])
    return found.file.version


def save(found: Decree, form: DecreeText, by: Mandate) -> None:
    """Raises `Conflict` or `Refused` when it is no longer this office's to edit."""
    given = form.cleaned_data
    drafting.edit(found, by, version=given.get("version"), bases=given.get("bases"), **form.fields_to_save())


@require_http_methods(["GET", "POST"])
@acting
def link_decree(request: OfficialRequest, pk: int) -> HttpResponse:
    """Say that a draft amends, revokes or replaces an earlier decree."""
    found = decree_or_404(request, pk)
    form = LinkForm(request.POST or None, decree=found, readable=decrees_for(request.acting.scope))
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            save_link(found, form, request.acting.mandate)
        except NotDone as error:
            refusal = error
        else:
            return redirect("decree", pk)
    context = {"form": form, "decree": found, "file": found.file, "title": _("Hubungkan dengan keputusan lain")}
    return answer(request, "decrees/edit.html", context, refusal)


def save_link(found: Decree, form: LinkForm, by: Mandate) -> None:
    """Raises `Refused` when it is not this office's to edit."""
    drafting.link(found, by, form.cleaned_data["other"], form.cleaned_data["kind"])


@require_http_methods(["GET", "POST"])
@acting
def revise(request: OfficialRequest, pk: int) -> HttpResponse:
    """Edit on the way, by the office whose step is open."""
    found = decree_or_404(request, pk)
    initial = initial_of(found) | {"key": str(uuid4())}
    cited, today = citable(found, request.acting), request.acting.today
    form = Revision(request.POST or None, decree=found, citable=cited, today=today, initial=initial)
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            apply_revision(form, request)
        except NotDone as error:
            refusal = error
            renew(form, version=decree_or_404(request, pk).file.version)
        else:
            return redirect("decree", pk)
    context = {"form": form, "decree": found, "file": found.file, "lost": at_stake(found.file, request.acting)}
    return answer(request, "decrees/revise.html", context, refusal)


def apply_revision(form: Revision, request: OfficialRequest) -> None:
    given = form.cleaned_data
    if not (changes := form.changes()):
        raise BadValues({"changes": _("Belum ada yang diubah.")})
    perform(
        Decree.revise, form.decree, by=request.acting.mandate, version=given["version"], key=given["key"],
        reason=given["reason"], values={"changes": changes},
    )  # fmt: skip
