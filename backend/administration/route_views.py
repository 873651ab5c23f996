"""*Alur persetujuan*: the routes of a territory, each as a table and a picture; drafting, proving and publishing a new version."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from backend.access import administered, overseen, route_drafts_for, routes_overseen
from backend.ids import ids_in
from backend.keyset import page_or_first
from backend.pages.acting import OfficialRequest
from backend.pages.refusals import answered, banner
from workflows.core.door import perform, problems
from workflows.core.errors import NotDone
from workflows.organisation.models import Region
from workflows.routes.models import Route, RouteVersion
from workflows.routes.publishing import as_written, discard_draft, draft_version, rewrite_draft
from workflows.routes.states import RouteState

from .history import lines_of
from .room import SECTION, administering, overseeing, recorder
from .route_forms import CopyForm, moved, ordered, step_forms, steps_of
from .route_picture import draw
from .route_words import in_short, reach, running, told


@require_GET
@overseeing
def routes(request: OfficialRequest) -> HttpResponse:
    """What is in force or being drafted; the nearest first is what a file follows, so each says where it holds."""
    shown = routes_overseen(request.acting.scope).exclude(state=RouteState.RETIRED).select_related("route__region")
    found, after = page_or_first(shown, ["route__name", "pk"], request.GET.get("sesudah"))
    rows = [(version, reach(version.route)) for version in found]
    return render(request, "administration/routes.html", SECTION | {"rows": rows, "after": after})


def version_or_404(request: OfficialRequest, pk: int) -> RouteVersion:
    return get_object_or_404(routes_overseen(request.acting.scope).select_related("route__region"), pk=pk)


def draft_or_404(request: OfficialRequest, pk: int) -> RouteVersion:
    return get_object_or_404(route_drafts_for(request.acting.scope).select_related("route__region"), pk=pk)


@require_GET
@overseeing
def route(request: OfficialRequest, pk: int) -> HttpResponse:
    return render(request, "administration/route.html", shown(request, version_or_404(request, pk)))


def shown(request: OfficialRequest, version: RouteVersion) -> dict[str, Any]:
    """A version with its counts; a draft with what is wrong with it, as *Terbitkan* would say."""
    scope, by = overseen(request.acting.scope), request.acting.mandate
    steps = told(version, scope, request.acting.today)
    drafted = version.state == RouteState.DRAFT
    return SECTION | {
        "version": version, "reach": reach(version.route), "steps": steps, "picture": draw(steps),
        "running": running(version, scope), "history": lines_of(version),
        "versions": routes_overseen(request.acting.scope).filter(route=version.route).order_by("-number")[:20],
        "wrong": list(dict.fromkeys((one.words, one.solved_by) for one in problems(RouteVersion.publish, version, by=by)))
        if drafted else [],
        "editable": route_drafts_for(request.acting.scope).filter(pk=version.pk).exists(),
        "under_way": running_before(version, scope) if drafted else 0,
    }  # fmt: skip


def running_before(draft: RouteVersion, scope: Any) -> int:
    """Files under way on the version that the draft would replace."""
    now = draft.route.versions.filter(state=RouteState.PUBLISHED).first()
    return running(now, scope) if now else 0


@require_http_methods(["GET", "POST"])
@administering
def copy_route(request: OfficialRequest, pk: int) -> HttpResponse:
    """A new draft with the same steps, for the same place or a narrower one."""
    version = version_or_404(request, pk)
    form = CopyForm(request.POST or None, scope=administered(request.acting.scope))
    refusal: NotDone | None = None
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("edit-route", copied(version, form.cleaned_data["region"], request).pk)
        except NotDone as error:
            refusal = error
    context = {"version": version, "form": form, "reach": reach(version.route)}
    return answered(SECTION, request, "administration/copy_route.html", context, refusal)


@transaction.atomic
def copied(version: RouteVersion, region: Region, request: OfficialRequest) -> RouteVersion:
    key = {"subject": version.route.subject, "kind": version.route.kind, "region": region}
    goal = Route.objects.get_or_create(**key, defaults={"name": version.route.name})[0]
    made = draft_version(goal, [as_written(step) for step in version.steps.all()])
    recorder(request).made(made)
    return made


@require_http_methods(["GET", "POST"])
@administering
def edit_route(request: OfficialRequest, pk: int) -> HttpResponse:
    """Every button keeps what stands in the fields; *Simpan dan periksa* leads back to the picture and what is wrong."""
    version = draft_or_404(request, pk)
    fields = step_forms(version, request.POST or None)
    refusal: NotDone | None = None
    if request.method == "POST" and all(form.is_valid() for form in fields):
        press = request.POST.get("tekan", "")
        try:
            keep(request, version, moved([form.said() for form in fields], press))
            return redirect("edit-route" if press else "route", pk)
        except NotDone as error:
            refusal = error
    wrong = refusal or any(form.errors for form in fields)
    context = {"version": version, "reach": reach(version.route), "fields": fields, "refusal": refusal and banner(refusal)}
    return render(request, "administration/edit_route.html", SECTION | context, status=422 if wrong else 200)


@transaction.atomic
def keep(request: OfficialRequest, version: RouteVersion, steps: list[dict[str, Any]]) -> None:
    """Write the steps and what they were. Raises what `rewrite_draft` raises."""
    before, after = ordered(steps_of(version)), ordered(steps)
    rewrite_draft(version, after, seen(request))
    if before != after:
        recorder(request).note(version, _("langkah"), in_short(before), in_short(after))


def seen(request: OfficialRequest) -> int:
    """The version that was read; what cannot be read is none."""
    return next(iter(ids_in([request.POST.get("version", "")])), -1)


@require_POST
@administering
def discard_route(request: OfficialRequest, pk: int) -> HttpResponse:
    """Throw a draft away; what it said stays on record."""
    version = draft_or_404(request, pk)
    try:
        with transaction.atomic():
            recorder(request).note(version, _("konsep dibuang"), in_short(ordered(steps_of(version))), None)
            discard_draft(version, seen(request))
    except NotDone as refusal:
        context = shown(request, version) | {"refusal": banner(refusal)}
        return render(request, "administration/route.html", context, status=422)
    messages.success(request, _("Konsep dibuang; alur yang berlaku tidak berubah."))
    return redirect("routes")


@require_POST
@administering
def publish_route(request: OfficialRequest, pk: int) -> HttpResponse:
    version = draft_or_404(request, pk)
    under_way = running_before(version, overseen(request.acting.scope))
    try:
        perform(RouteVersion.publish, version, by=request.acting.mandate, version=seen(request))
    except NotDone as refusal:
        context = shown(request, version) | {"refusal": banner(refusal)}
        return render(request, "administration/route.html", context, status=422)
    stay = _("%(n)d berkas yang sedang berjalan tetap pada versi lama.") % {"n": under_way}
    messages.success(request, f"{_('Alur diterbitkan; berkas yang diajukan mulai sekarang mengikutinya.')} {stay}")
    return redirect("route", pk)
