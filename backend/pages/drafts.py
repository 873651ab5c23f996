"""Drafting decrees: a new one, its text, its list, and edits on the way. Ordinary saves; only `revise` is an act."""

from functools import partial
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from backend.access import decrees_for
from backend.ids import ids_in
from workflows.core.door import perform
from workflows.core.errors import BadValues, NotDone
from workflows.decrees import drafting
from workflows.decrees.models import Decree
from workflows.organisation.models import Level, Mandate, Region
from workflows.routes.drafts import drafted_once

from .acting import OfficialRequest, acting
from .autosave import Saving, differing, is_autosave
from .codes import regions_of
from .decrees import SECTION, decree_or_404, rows_of
from .draft_forms import DecreeText, LinkForm, NewDecree, Revision, initial_of
from .forms import renew
from .refusals import answered

answer = partial(answered, SECTION)


@require_http_methods(["GET", "POST"])
@acting
def new_decree(request: OfficialRequest) -> HttpResponse:
    """Start a draft in my office."""
    form = NewDecree(request.POST or None, acting=request.acting)
    refusal = None
    if request.method == "POST" and form.is_valid():
        by = request.acting.mandate
        try:
            made = drafted_once(form.cleaned_data["key"], by, partial(start, form, by))
        except NotDone as error:
            refusal = error
        else:
            return redirect("decree-rows", made)
    return answer(request, "decrees/edit.html", {"form": form, "title": _("Keputusan baru")}, refusal)


@transaction.atomic
def start(form: NewDecree, by: Mandate) -> int:
    fields = form.fields_to_save()
    example = settings.ENVIRONMENT == "demo"
    made = drafting.start_decree(form.kind, form.cleaned_data["issuer"], by, example=example, **fields)
    drafting.edit(made, by, bases=form.cleaned_data["bases"])
    return made.pk


@require_http_methods(["GET", "POST"])
@acting
def edit_decree(request: OfficialRequest, pk: int) -> HttpResponse:
    """Change the text of a draft or of a returned decree."""
    found = decree_or_404(request, pk)

    def fresh(data: Any) -> DecreeText:
        return DecreeText(data, initial=initial_of(decree_or_404(request, pk)))

    save_it = partial(save, found, by=request.acting.mandate)
    if is_autosave(request):
        return Saving(fresh, save_it, partial(version_of, found)).answer(request.POST)
    form, refusal, theirs = fresh(request.POST or None), None, []
    if request.method == "POST" and form.is_valid():
        try:
            save_it(form)
        except NotDone as error:
            refusal, theirs = error, differing(fresh, request.POST)
            renew(form, version=version_of(found))
        else:
            return redirect("decree", pk)
    context = {"form": form, "decree": found, "file": found.file, "title": found.subject, "theirs": theirs}
    return answer(request, "decrees/edit.html", context, refusal)


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
def decree_rows(request: OfficialRequest, pk: int) -> HttpResponse:
    """Put villages on a draft's list and take them off."""
    found = decree_or_404(request, pk)
    refusal = None
    if request.method == "POST":
        try:
            change_rows(found, request)
        except NotDone as error:
            refusal = error
        else:
            return redirect(request.get_full_path())
    return answer(request, "decrees/rows.html", rows_context(request, found), refusal)


@transaction.atomic
def change_rows(found: Decree, request: OfficialRequest) -> None:
    """Add what was ticked or pasted, remove what was marked. Raises what `drafting` raises; then nothing is changed."""
    by = request.acting.mandate
    if removed := ids_in(request.POST.getlist("remove")):
        drafting.remove_rows(found, by, removed)
    ticked = list(Region.objects.filter(pk__in=ids_in(request.POST.getlist("village"))).order_by("path"))
    added = [*ticked, *(r for r in regions_of(request.POST.get("codes", ""), request.acting.today) if r not in ticked)]
    if added:
        drafting.add_rows(found, by, [(region, {}) for region in added])


def rows_context(request: OfficialRequest, found: Decree) -> dict[str, Any]:
    """The list as it is, and the villages of one kecamatan that are not on it."""
    inside = Region.objects.under(found.issuer.territory)
    districts = inside.filter(level=Level.DISTRICT).order_by("name")
    asked = ids_in(request.GET.getlist("kecamatan"))
    district = get_object_or_404(districts, pk=asked[0]) if asked else None
    there = found.rows.filter(struck=False, kampung__scope="village").values("kampung__region")
    villages = (
        Region.objects.under(district or found.issuer.territory)
        .filter(level=Level.VILLAGE, closed_on=None)
        .exclude(pk__in=there)
    )
    offered = villages.order_by("path") if district or found.issuer.territory.level != Level.REGENCY else []
    return {
        "decree": found, "file": found.file, "rows": rows_of(found), "districts": districts, "district": district,
        "villages": offered, "codes": request.POST.get("codes", ""), "ticked": ids_in(request.POST.getlist("village")),
    }  # fmt: skip


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
    form = Revision(request.POST or None, decree=found, initial=initial)
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            apply_revision(form, request)
        except NotDone as error:
            refusal = error
            renew(form, version=decree_or_404(request, pk).file.version)
        else:
            return redirect("decree", pk)
    return answer(request, "decrees/revise.html", {"form": form, "decree": found, "file": found.file}, refusal)


def apply_revision(form: Revision, request: OfficialRequest) -> None:
    given = form.cleaned_data
    added = [region.pk for region in regions_of("\n".join(given["add_codes"]), request.acting.today)]
    if not (changes := form.changes(added)):
        raise BadValues({"changes": _("Belum ada yang diubah.")})
    perform(
        Decree.revise, form.decree, by=request.acting.mandate, version=given["version"], key=given["key"],
        reason=given["reason"], values={"changes": changes},
    )  # fmt: skip
