"""*Rubrik*: what juries score by. An agency drafts it, publishes it in versions, and everybody reads what is published."""


from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from backend.access import rubric_drafts_for
from backend.ids import ids_in
from backend.pages.acting import OfficialRequest, acting
from backend.pages.forms import renew
from backend.pages.refusals import answered, banner
from backend.public.rates import rated
from workflows.contests.models import RubricDraft, RubricVersion
from workflows.contests.rubric import WHOLE
from workflows.contests.rubric_drafting import discard_rubric, draft_rubric, save_rubric
from workflows.contests.rubric_publishing import faults_of
from workflows.contests.rubrics import offered_in
from workflows.core.door import perform
from workflows.core.errors import NotDone

from .room import SECTION, may_hold
from .rubric_form import RubricForm

TEMPLATE = "contests/edit_rubric.html"


@require_GET
@acting
def rubrics(request: OfficialRequest) -> HttpResponse:
    """What contests of one's region may be scored by, and what one's own office is preparing."""
    context = {
        "drafts": rubric_drafts_for(request.acting.scope).order_by("code"),
        "versions": offered_in(request.acting.region),
        "holds": may_hold(request),
    }
    return render(request, "contests/rubrics.html", SECTION | context)


@rated
@require_GET
@cache_control(max_age=60, public=True)
def rubric(request: HttpRequest, pk: int) -> HttpResponse:
    """What was published once and never changes; no login, nothing personal."""
    found = get_object_or_404(RubricVersion.objects.select_related("office"), pk=pk)
    versions = RubricVersion.objects.filter(code=found.code).order_by("-version")
    return render(request, "contests/rubric.html", {"version": found, "rubric": found.rubric, "versions": versions})


@require_POST
@acting
def draft(request: OfficialRequest) -> HttpResponse:
    """An empty one, or a copy of a published one (`dari`: its id); the draft there is, if there is one."""
    wanted = ids_in(request.POST.getlist("dari"))
    copied = get_object_or_404(offered_in(request.acting.region), pk=wanted[0]) if wanted else None
    try:
        return redirect("edit-rubric", draft_rubric(request.acting.mandate, copied).pk)
    except NotDone as refusal:
        raise Http404 from refusal


def draft_or_404(request: OfficialRequest, pk: int) -> RubricDraft:
    return get_object_or_404(rubric_drafts_for(request.acting.scope).select_related("office"), pk=pk)


@require_http_methods(["GET", "POST"])
@acting
def edit_rubric(request: OfficialRequest, pk: int) -> HttpResponse:
    """Every button keeps what stands in the fields; *Terbitkan* publishes just that."""
    found = draft_or_404(request, pk)
    form, refusal = RubricForm(request.POST or None, found), None
    press = request.POST.get("tekan", "")
    if request.method == "POST" and press != "tambah" and form.is_valid():
        try:
            return kept(request, found, form, press)
        except NotDone as error:
            refusal = error
            found = RubricDraft.objects.select_related("office").filter(pk=pk).first() or found
            renew(form, version=found.version)
    wrong = [] if request.method == "POST" else [words for _name, words in faults_of(found)]
    context = {"form": form, "draft": found, "wrong": wrong, "whole": WHOLE}
    return answered(SECTION, request, TEMPLATE, context, refusal)


def kept(request: OfficialRequest, found: RubricDraft, form: RubricForm, press: str) -> HttpResponse:
    """Raises what saving and publishing raise; what was saved stays saved."""
    save_rubric(found, form.cleaned_data["version"], code=form.cleaned_data["code"], data=form.data_to_save())
    if press != "terbitkan":
        return redirect("edit-rubric", found.pk)
    perform(RubricDraft.publish, found, by=request.acting.mandate, version=found.version)
    return redirect("rubric", RubricVersion.objects.filter(code=found.code).latest("version").pk)


@require_POST
@acting
def discard(request: OfficialRequest, pk: int) -> HttpResponse:
    found = draft_or_404(request, pk)
    try:
        discard_rubric(found, next(iter(ids_in([request.POST.get("version", "")])), -1))
    except NotDone as refusal:
        context = {"form": RubricForm(None, found), "draft": found, "whole": WHOLE, "refusal": banner(refusal)}
        return render(request, TEMPLATE, SECTION | context, status=422)
    return redirect("rubrics")
