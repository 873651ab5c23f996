"""*Tanpa pejabat*: open tasks whose office has nobody today, and the ways out: name somebody, or pass them on."""

from collections import defaultdict
from typing import Any

from django import forms
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from backend.access import offices_below, registered
from backend.keyset import page_or_first
from backend.pages.acting import OfficialRequest, acting
from backend.pages.refusals import banner
from workflows.core.door import perform
from workflows.core.errors import NotDone
from workflows.organisation.mandates import vacant
from workflows.organisation.models import Office
from workflows.organisation.superiors import SUPERIOR
from workflows.routes.models import Assignment
from workflows.routes.planning import ancestors
from workflows.routes.states import AssignmentState

from .room import SECTION

MOST = 200
WAITS = Q(assignments__state=AssignmentState.OPEN)


class PassOnForm(forms.Form):
    """The tasks and where they go: a superior, or an office of the same role, whose territory holds this one's."""

    tasks = forms.ModelMultipleChoiceField(
        Assignment.objects.none(), label=gettext_lazy("Tugas"), widget=forms.CheckboxSelectMultiple
    )
    office = forms.ModelChoiceField(Office.objects.none(), label=gettext_lazy("Alihkan kepada"), empty_label=None)
    reason = forms.CharField(label=gettext_lazy("Alasan"), max_length=500, initial=gettext_lazy("Jabatan tanpa pejabat."))

    def __init__(self, *args: Any, seat: Office, **given: Any):
        super().__init__(*args, **given)
        fields: dict[str, Any] = self.fields
        fields["tasks"].queryset = open_at(seat)
        fields["tasks"].initial = [task.pk for task in open_at(seat)]
        fields["tasks"].label_from_instance = lambda task: f"{task.get_kind_display().capitalize()}: {task.file.title}"
        roles = [seat.role, SUPERIOR.get(seat.role, "")]
        others = Office.objects.active().filter(role__in=roles, region__in=ancestors(seat.territory)).exclude(pk=seat.pk)
        fields["office"].queryset = others.order_by("label")


def open_at(seat: Office) -> QuerySet[Assignment]:
    first = Assignment.objects.filter(office=seat, state=AssignmentState.OPEN).order_by("due_on", "pk").values("pk")[:MOST]
    found = Assignment.objects.filter(pk__in=list(first.values_list("pk", flat=True)))
    return found.select_related("file").order_by("due_on", "pk")


@require_GET
@acting
def vacancies(request: OfficialRequest) -> HttpResponse:
    """The offices in reach that have nobody today, those with most to do first."""
    empty = vacant(request.acting.today).filter(pk__in=offices_below(request.acting.scope).values("pk"))
    rows = empty.select_related("region__parent").annotate(waiting=Count("assignments", filter=WAITS))
    found, after = page_or_first(rows, ["-waiting", "pk"], request.GET.get("sesudah"))
    registers = bool(registered(request.acting.scope).paths)
    return render(request, "substitutes/vacancies.html", SECTION | {"offices": found, "after": after, "registers": registers})


@require_http_methods(["GET", "POST"])
@acting
def stuck_tasks(request: OfficialRequest, pk: int) -> HttpResponse:
    seat = get_object_or_404(offices_below(request.acting.scope).select_related("region"), pk=pk)
    form = PassOnForm(request.POST or None, seat=seat)
    context: dict[str, Any] = {"office": seat, "form": form, "is_vacant": vacant(request.acting.today).filter(pk=pk).exists()}
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        tasks = [task.pk for task in given["tasks"]]
        try:
            pass_on(tasks, given["office"], given["reason"], request.acting.mandate)
            context |= {"passed": tasks, "to": given["office"], "form": PassOnForm(seat=seat)}
        except NotDone as refusal:
            context["refusal"] = banner(refusal)
    bad = form.errors or context.get("refusal")
    return render(request, "substitutes/stuck.html", SECTION | context, status=422 if bad else 200)


@require_POST
@acting
def give_back(request: OfficialRequest, pk: int) -> HttpResponse:
    """Undo: the tasks go back to the office that they were passed on from, as long as they are open."""
    seat = get_object_or_404(offices_below(request.acting.scope).select_related("region"), pk=pk)
    keys = [int(key) for key in request.POST.getlist("tasks")[:MOST] if key.isascii() and key.isdigit() and len(key) < 19]
    context: dict[str, Any] = {"office": seat, "is_vacant": vacant(request.acting.today).filter(pk=pk).exists()}
    try:
        pass_on(keys, seat, _("Pengalihan dibatalkan."), request.acting.mandate)
        context["returned"] = len(keys)
    except NotDone as refusal:
        context["refusal"] = banner(refusal)
    return render(request, "substitutes/stuck.html", SECTION | context | {"form": PassOnForm(seat=seat)},
                  status=422 if "refusal" in context else 200)  # fmt: skip


@transaction.atomic
def pass_on(keys: list[int], office: Office, reason: str, by: Any) -> None:
    """All or none; the door takes files of one kind and place's date at a time. Raises what `perform` raises."""
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for key, kind, zone in Assignment.objects.filter(pk__in=keys).values_list("pk", "file__kind", "file__zone"):
        alike[kind, zone].append(key)
    for found in alike.values() or [[]]:
        perform(Assignment.reassign, Assignment.objects.filter(pk__in=found), by=by, reason=reason, values={"office": office.pk})
