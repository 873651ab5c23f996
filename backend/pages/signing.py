"""Tanda tangan: the paper, who it is once more, and what became of it. Reloading and clicking twice do no harm."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from backend.acts import acts_of, offer
from backend.step_up import challenge, challenged, confirm
from worker.signing import bytes_to_sign, chosen, current_request, resume, sign
from workflows.core.errors import NotDone
from workflows.core.models import JournalEntry
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState
from workflows.signing.errors import SignatureFailed, SignaturePending
from workflows.signing.models import SigningRequest
from workflows.signing.queries import SERVICE_DOWN, under_way
from workflows.signing.ways import is_electronic

from .about import about_file
from .acting import Acting, OfficialRequest, acting
from .offers import OnPage
from .out_of_reach import next_look
from .refusals import banner
from .review import task_or_404
from .signing_forms import SigningForm
from .task_acts import REASON_OF_ACTING
from .wordings import BUTTONS


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("password", "passphrase", "code", "credential")
@never_cache
@acting
def signing_page(request: OfficialRequest, pk: int) -> HttpResponse:
    """Show the paper and how far its signature is; a POST signs it."""
    task = task_or_404(request, pk)
    if not is_electronic(task) or task.state != AssignmentState.OPEN:
        return elsewhere(task)
    if going_on := under_way().filter(assignment=task).first():
        return show_waiting(request, task, going_on)
    return signed(request, task) if request.method == "POST" else show_form(request, task)


@require_POST
@acting
def ask_again(request: OfficialRequest, pk: int) -> HttpResponse:
    """*Periksa lagi*: ask the signer what became of the request; it is never sent a second time."""
    task = task_or_404(request, pk)
    going_on = under_way().filter(assignment=task, assignment__office=request.acting.office_id).first()
    if going_on is None:
        return redirect("sign", pk)
    try:
        resume(going_on)
    except SignaturePending as refusal:
        return show_waiting(request, task, going_on, refusal)
    except NotDone as refusal:
        return show_form(request, task_or_404(request, pk), refusal=refusal)
    return redirect("sign", pk)


def elsewhere(task: Assignment) -> HttpResponse:
    """To the receipt of what was signed here; any other task has its own page."""
    last = current_request(task)
    entry = JournalEntry.objects.filter(key=str(last.request_id)).first() if last else None
    return redirect("recorded", entry.pk, task.pk) if entry else redirect("review", task.pk)


def signed(request: OfficialRequest, task: Assignment) -> HttpResponse:
    form = form_for(task, request.acting, request.POST)
    if not form.is_valid():
        return show_form(request, task, form)
    by, given = request.acting.mandate, form.cleaned_data
    try:
        shown = challenged(given["challenge"], by)
        confirm(by, form.proof)
        entry = sign(task, by, form.secret, read=shown.papers.get(task.pk, ""), reason=given["reason"], key=shown.key)
    except SignaturePending:
        return redirect("sign", task.pk)
    except NotDone as refusal:
        return show_form(request, task_or_404(request, task.pk), form, refusal)
    return redirect("recorded", entry.pk, task.pk)


def offered(task: Assignment, acting: Acting) -> OnPage:
    """The act as its rules see it, the missing signature left out."""
    return OnPage(offer(acts_of(Assignment)["sign"], task, acting.mandate), BUTTONS["sign"], None)


def form_for(task: Assignment, acting: Acting, data: object = None, typed: str = "") -> SigningForm:
    """A fresh form over the bytes as they are now, or the one that was sent. Raises `Refused` if they are not there."""
    asked = [problem.words for problem in offered(task, acting).offer.asked if problem.rule == REASON_OF_ACTING]
    initial = (
        {} if data else {"challenge": challenge({task.pk: bytes_to_sign(task).sha256}, acting.mandate), "reason": typed}
    )
    needs_secret, ask_reason = chosen().needs_secret, asked[0] if asked else ""
    return SigningForm(data, by=acting.mandate, needs_secret=needs_secret, ask_reason=ask_reason, initial=initial)


def show_form(
    request: OfficialRequest, task: Assignment, tried: SigningForm | None = None, refusal: NotDone | None = None
) -> HttpResponse:
    """The paper with the form below it: after a refusal a fresh one, in which who it is must be shown again."""
    context = about_file(task.file, request.acting) | waiting_for_service(task) | on_paper(task) | {
        "section": "tasks", "task": task, "offer": offered(task, request.acting),
    }  # fmt: skip
    try:
        typed = tried["reason"].value() if tried else ""
        form = tried if tried and not refusal else form_for(task, request.acting, typed=typed)
        context |= {"form": form, "paper": bytes_to_sign(task), "signer": chosen().label}
    except NotDone as missing:
        refusal = missing
    context["refusal"] = refusal and not is_down(refusal) and banner(refusal)
    return render(request, "tasks/sign.html", context, status=422 if refusal or tried else 200)


def is_down(refusal: NotDone) -> bool:
    """Whether it says no more than that the service is out of reach, which the page of such a task tells in full."""
    return isinstance(refusal, SignatureFailed) and refusal.problems[0].rule == SERVICE_DOWN


def waiting_for_service(task: Assignment) -> dict[str, Any]:
    """Of a task whose service was out of reach: when it is asked after again."""
    return {"next_look": next_look(pk=task.pk)}


def on_paper(task: Assignment) -> dict[str, Any]:
    """Where the signatory turns to ink, once his electronic signature has failed for certain."""
    last = current_request(task)
    if last is None or not hasattr(last, "outcome"):
        return {}
    if task.file.kind == "letter":
        return {"to_ink": reverse("letter", args=[task.file_id]) + "#return_to_draft"}
    steps = task.file.assignments.filter(kind=AssignmentKind.SIGN, state=AssignmentState.APPROVED, office=task.office_id)
    return {"to_ink": reverse("review", args=[decided.pk]) + "#withdraw_decision"} if (decided := steps.last()) else {}


def show_waiting(
    request: OfficialRequest, task: Assignment, going_on: SigningRequest, refusal: NotDone | None = None
) -> HttpResponse:
    """*Sedang dipastikan*: what was heard so far, and a button to ask again."""
    context = {
        "section": "tasks", "task": task, "file": task.file, "going_on": going_on, "doubts": going_on.doubts.order_by("pk"),
        "mine": task.office_id == request.acting.office_id, "refusal": refusal and banner(refusal),
    }  # fmt: skip
    return render(request, "tasks/sign_waiting.html", context, status=409 if refusal else 200)
