"""Planning a rakor: its agenda begins with what is open in the territory."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from backend.ids import ids_in
from backend.pages.acting import OfficialRequest, acting
from backend.pages.beginning import begun_once
from backend.pages.forms import renew
from backend.pages.refusals import answered
from workflows.coaching.models import Need
from workflows.coaching.states import UNANSWERED
from workflows.core.errors import NotDone
from workflows.evaluations.models import Evaluation, Round
from workflows.evaluations.states import EvaluationState
from workflows.meetings.planning import AGENDA, plan_rakor, replan
from workflows.meetings.states import RakorState
from workflows.organisation.models import Region
from workflows.organisation.models.region import within

from .forms import USUAL, NewPlan, Plan, rounds_of, written_plan
from .rakors import SECTION, organised_or_404, organises


def open_items(region: Region, round: Round | None) -> list[str]:
    """What there is to talk about, each as an item of the agenda: classes to decide, villages that are late, open needs."""
    needs = Need.objects.filter(within(region.path, "kampung__region__"), state__in=UNANSWERED).count()
    items = [_("kebutuhan Kampung KB yang belum dijawab (%(n)d)") % {"n": needs}] if needs else []
    return [*of_round(round), *items] if round else items


def of_round(round: Round) -> list[str]:
    states = dict(Evaluation.objects.filter(round=round).order_by().values_list("state").annotate(n=Count("pk")))
    accepted, late = states.get(EvaluationState.ACCEPTED, 0), states.get(EvaluationState.DRAFT, 0)
    said = [(accepted, _("penetapan kelas %(n)d Kampung KB")), (late, _("Kampung KB yang belum mengisi evaluasi (%(n)d)"))]
    return [words % {"n": n} for n, words in said if n]


def begun(region: Region, round: Round | None) -> dict[str, Any]:
    """The form of a new plan."""
    opening, results, *rest = AGENDA
    agenda = [opening, results, *open_items(region, round), *rest]
    return {"key": str(uuid4()), "round": round, "agenda": agenda, "roles": list(USUAL), "begins": "08:30",
            "quorum": 50, "quorum_kind": "share"}  # fmt: skip


@require_http_methods(["GET", "POST"])
@acting
def new_rakor(request: OfficialRequest) -> HttpResponse:
    if not organises(request.acting):
        raise Http404
    region = request.acting.mandate.office.territory
    asked = rounds_of(region).filter(pk__in=ids_in(request.GET.getlist("putaran")))
    form = NewPlan(request.POST or None, region=region, initial=begun(region, asked.first() or rounds_of(region).first()))

    def save() -> int:
        by, given = request.acting.mandate, form.given() | {"round": form.cleaned_data["round"]}
        return begun_once(request, form, lambda: plan_rakor(by, **given).pk)

    return planned(request, form, save, {})


@require_http_methods(["GET", "POST"])
@acting
def edit_rakor(request: OfficialRequest, pk: int) -> HttpResponse:
    """Change a plan that nobody is called to yet."""
    found = organised_or_404(request, pk)
    if found.state != RakorState.PLANNED:
        raise Http404
    form = Plan(request.POST or None, region=found.file.region, initial=written_plan(found))

    def save() -> int:
        replan(found, request.acting.mandate, version=form.cleaned_data["version"], **form.given())
        return pk

    return planned(request, form, save, {"rakor": found})


def planned(request: OfficialRequest, form: Plan, save: Callable[[], int], context: dict[str, Any]) -> HttpResponse:
    """Save and go to the rakor; after a refusal the form with all that was typed."""
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("rakor", save())
        except NotDone as error:
            refusal = error
            if rakor := context.get("rakor"):
                rakor.file.refresh_from_db(fields=["version"])
                renew(form, version=rakor.file.version)
    return answered(SECTION, request, "meetings/plan.html", context | {"form": form}, refusal)
