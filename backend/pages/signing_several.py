"""Several papers under one confirmation: each is shown, the ticked ones are signed as far as the time of a request allows."""

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from backend.access import inbox_of
from backend.step_up import challenge, challenged, confirm
from documents.models import Document
from worker.signing import SoFar, bytes_to_sign, chosen, sign_all
from workflows.core.errors import NotDone, Refused
from workflows.routes.models import Assignment
from workflows.signing.queries import under_way
from workflows.signing.ways import electronic, subjects

from .acting import Acting, OfficialRequest, acting
from .refusals import banner
from .signing_forms import SigningForm

MOST = 200
"""Papers on one page."""


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("password", "passphrase", "code", "credential")
@never_cache
@acting
def sign_several(request: OfficialRequest) -> HttpResponse:
    """The papers that wait for my office's signature; a POST signs the ticked ones."""
    form = SigningForm(request.POST or None, by=request.acting.mandate, needs_secret=chosen().needs_secret)
    if not form.is_bound:
        return show(request, form)
    if not form.is_valid():
        return show(request, form, status=422)
    try:
        signed = signed_ticked(request, form)
    except NotDone as refusal:
        return show(request, None, refusal=refusal, status=422)
    return show(request, None, signed, signed.stopped, 422 if signed.stopped else 200)


def signed_ticked(request: OfficialRequest, form: SigningForm) -> SoFar:
    """Raises `Refused`."""
    by, given = request.acting.mandate, form.cleaned_data
    shown = challenged(given["challenge"], by)
    confirm(by, form.proof)
    ticked = [pk for pk in shown.papers if str(pk) in request.POST.getlist("tasks")]
    tasks = waiting(request.acting).in_bulk(ticked)
    chosen = [tasks[pk] for pk in ticked if pk in tasks]
    return sign_all(chosen, by, form.secret, read=shown.papers, reason=given["reason"])


def show(
    request: OfficialRequest, form: SigningForm | None, signed: SoFar | None = None, refusal: NotDone | None = None, status: int = 200
) -> HttpResponse:  # fmt: skip
    """What still waits, with a fresh form unless one is to be corrected."""
    tasks = papers_of(waiting(request.acting)[:MOST])
    if form is None or not form.is_bound:
        carried = challenge({task.pk: paper.sha256 for task, paper in tasks}, request.acting.mandate)
        form = SigningForm(by=request.acting.mandate, needs_secret=chosen().needs_secret, initial={"challenge": carried})
    context = {
        "section": "tasks", "tasks": tasks, "form": form, "signer": chosen().label, "done": len(signed.done) if signed else 0,
        "refusal": refusal and banner(refusal),
    }  # fmt: skip
    return render(request, "tasks/sign_several.html", context, status=status)


def waiting(acting: Acting) -> QuerySet[Assignment]:
    """My office's open tasks to sign; those that are being signed just now have a page of their own."""
    mine = inbox_of(acting.scope).filter(electronic())
    related = mine.select_related("file", *subjects(), "region", "office").order_by("due_on", "file", "pk")
    return related.filter(~Exists(under_way().filter(assignment=OuterRef("pk"))))


def papers_of(tasks: QuerySet[Assignment]) -> list[tuple[Assignment, Document]]:
    """Each with the paper to sign; one whose paper is missing is left out."""
    found = []
    for task in tasks:
        try:
            found.append((task, bytes_to_sign(task)))
        except Refused:
            continue
    return found
