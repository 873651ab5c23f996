"""An evaluation as it may be seen: found, and put on its page."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from backend.access import evaluations_for, rounds_for
from backend.pages.about import about_file, remarks_on
from backend.pages.acting import OfficialRequest
from backend.pages.file_acts import FileActForm, file_offers
from backend.pages.offers import OnPage
from backend.pages.refusals import banner
from workflows.core.door import problems
from workflows.core.errors import NotDone
from workflows.evaluations.models import Evaluation
from workflows.evaluations.questionnaire import Section
from workflows.evaluations.states import EDITABLE, EvaluationState, RoundState
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState

from .buttons import OF_EVALUATIONS
from .decided import decided_on
from .forms import PhotoForm, SectionForm
from .reviewing import why
from .sections import page_of

YEAR = {"section": "year"}
HANDING_IN = ("submit", "resubmit")
NOT_MINE = {"my_office_has_its_open_task"}
"""Rules by which an act is no business of this office: it is not shown at all."""


def evaluation_or_404(request: OfficialRequest, pk: int) -> Evaluation:
    wanted = ("file__snapshot", "file__office", "file__region", "kampung__region__parent", "round__file", "round__questionnaire",
              "round__instrument")  # fmt: skip
    return get_object_or_404(evaluations_for(request.acting.scope).select_related(*wanted), pk=pk)


def mine_or_404(request: OfficialRequest, pk: int) -> Evaluation:
    """One that my office answers."""
    found = evaluation_or_404(request, pk)
    if found.file.office_id != request.acting.mandate.office_id:
        raise Http404
    return found


def section_or_404(found: Evaluation, key: str) -> Section:
    section = found.asks.section(key)
    if section is None:
        raise Http404
    return section


def is_answered_by(found: Evaluation, request: OfficialRequest) -> bool:
    """Whether whoever acts fills it in now."""
    mine = found.file.office_id == request.acting.mandate.office_id
    return mine and found.state in EDITABLE and found.round.state != RoundState.CLOSED


def show(request: OfficialRequest, found: Evaluation, bound: SectionForm | PhotoForm | None = None, refusal: NotDone | None = None,
         status: int = 200, tried: tuple[str, FileActForm] | None = None, **more: Any) -> HttpResponse:  # fmt: skip
    """The page; `bound` is a form that was just refused, with all that was typed."""
    task = answering_task(found)
    remarks = [] if task else list(remarks_on(found.file))  # of what the agency asks anew, no older remark binds the village
    page = page_of(found, remarks, bound)
    answered = is_answered_by(found, request)
    opened = bound.section.key if bound else request.GET.get("bagian", page.first_open)
    context = YEAR | about_file(found.file, request.acting) | {
        "evaluation": found, "page": page, "answering": answered, "opened": opened, "task": task, "remarks": remarks,
        "form": bound, "refusal": refusal and banner(refusal), "returned": None if task else returned_by(found),
        "done": sum(remark.resolved for remark in remarks), "focused": None if bound or refusal else page.first_remark,
        "why": why(found), "decided": decided_on(found, request.acting.scope), "offers": offers_on(found, request, tried),
        "tried": tried and tried[0], "round_seen": rounds_for(request.acting.scope).filter(pk=found.round_id).exists(),
        "closed": closed_words(found, request) if answered else "",
    } | more  # fmt: skip
    return render(request, "rounds/answering.html" if answered else "rounds/evaluation.html", context, status=status)


def closed_words(found: Evaluation, request: OfficialRequest) -> str:
    """Why it can no longer be handed in, and who can change that; empty while it can."""
    if found.round.state == RoundState.OPEN:
        return ""
    act = Evaluation.submit if found.state == EvaluationState.DRAFT else Evaluation.resubmit
    found_problems = problems(act, found, by=request.acting.mandate)
    return next((str(one.words) for one in found_problems if one.rule == "round_takes_answers"), "")


def offers_on(found: Evaluation, request: OfficialRequest, tried: tuple[str, FileActForm] | None) -> list[OnPage]:
    """The acts besides handing in, which has a page of its own."""
    offers = file_offers(found, request.acting, tried, OF_EVALUATIONS)
    return [one for one in offers if one.name not in HANDING_IN and not {problem.rule for problem in one.problems} & NOT_MINE]


def answering_task(found: Evaluation) -> Assignment | None:
    """What the village was asked to do, while it has yet to do it."""
    asked = found.file.assignments.filter(kind=AssignmentKind.SELF_EVALUATION, state=AssignmentState.OPEN)
    return asked.order_by("-pk").first()


def returned_by(found: Evaluation) -> Assignment | None:
    """The task that sent it back last, while it is to be put right."""
    if found.state != "returned":
        return None
    back = found.file.assignments.filter(state=AssignmentState.RETURNED).select_related("office")
    return back.order_by("-decided_at", "-pk").first()
