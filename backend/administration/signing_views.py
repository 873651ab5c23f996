"""A signature in doubt: what is known, and what somebody has found out at the provider, with the proof of it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from backend.pages.acting import OfficialRequest
from backend.pages.refusals import banner
from backend.uploads import keep
from worker.errors import WorkerError
from worker.signing import by_hand, resume
from workflows.core.errors import BadValues, NotDone
from workflows.signing.models import SigningRequest

from .room import SECTION, administering, overseeing
from .stuck import doubt_of, doubtful_signings
from .stuck_acts import SETTLE, handle

TAB = "?jenis=tanda-tangan"
EVIDENCE = {"sudah": gettext_lazy("PDF bertanda tangan"), "belum": gettext_lazy("Bukti dari penyedia (PDF atau gambar)")}


class SettleForm(forms.Form):
    """`evidence`: the signed paper, or what the provider shows."""

    evidence = forms.FileField()
    reason = forms.CharField(label=gettext_lazy("Siapa yang memastikannya, dan bagaimana"), max_length=300)

    def __init__(self, data: Any = None, files: Any = None, *, prefix: str):
        super().__init__(data, files, prefix=prefix)
        self.fields["evidence"].label = EVIDENCE[prefix]


def request_or_404(request: OfficialRequest, pk: int) -> SigningRequest:
    rows = doubtful_signings(request.acting.scope).select_related("assignment__file", "mandate__person", "mandate__office")
    return get_object_or_404(rows, pk=pk)


@require_GET
@overseeing
def doubtful_signing(request: OfficialRequest, pk: int) -> HttpResponse:
    return shown(request, request_or_404(request, pk))


def shown(request: OfficialRequest, asked: SigningRequest, status: int = 200, **more: Any) -> HttpResponse:
    context = {
        "asked": asked, "file": asked.assignment.file, "why": doubt_of(asked), "doubts": asked.doubts.order_by("pk"),
        "signed": SettleForm(prefix="sudah"), "unsigned": SettleForm(prefix="belum"),
    }  # fmt: skip
    return render(request, "administration/doubtful_signing.html", SECTION | context | more, status=status)


@require_POST
@administering
def ask_signer_again(request: OfficialRequest, pk: int) -> HttpResponse:
    """Of a provider that knows by now; no secret is sent, so nothing is signed by it."""
    asked = request_or_404(request, pk)
    try:
        resume(asked)
    except NotDone as problem:
        return shown(request, asked, 422, refusal=banner(problem))
    messages.success(request, _("Sudah ditandatangani; tugasnya selesai."))
    return redirect(reverse("stuck") + TAB)


@require_POST
@administering
def settle_signed(request: OfficialRequest, pk: int) -> HttpResponse:
    """It was signed, and this is the paper: the act follows by the signatory's own mandate, on the day of the request."""
    asked = request_or_404(request, pk)

    def settle(upload: UploadedFile, reason: str) -> None:
        pdf = upload.read()
        by_hand.demand_signature(asked, pdf)
        by_hand.was_signed(asked, pdf, reason)
        upload.seek(0)

    return settled(request, asked, "signed", "sudah", settle)


@require_POST
@administering
def settle_unsigned(request: OfficialRequest, pk: int) -> HttpResponse:
    """The provider knows nothing of it: the signatory may sign again."""
    asked = request_or_404(request, pk)
    return settled(request, asked, "unsigned", "belum", lambda _upload, reason: by_hand.was_not_signed(asked, reason))


def settled(
    request: OfficialRequest, asked: SigningRequest, name: str, prefix: str, do: Callable[[UploadedFile, str], None]
) -> HttpResponse:
    """On record with the proof, or nothing at all."""
    form = SettleForm(request.POST, request.FILES, prefix=prefix)
    if not form.is_valid():
        return shown(request, asked, 422, **{name: form})
    upload, reason, by = form.cleaned_data["evidence"], form.cleaned_data["reason"], request.acting.mandate
    said = f"{reason} ({by.person.full_name})"
    try:
        proof = keep(upload, by.person, "evidence")
        upload.seek(0)
        handle(SETTLE, asked, doubt_of(asked), lambda: do(upload, said), by, reason, outcome=name, evidence=proof.pk)
    except (WorkerError, NotDone) as problem:
        form.add_error("evidence", problem.fields["evidence"] if isinstance(problem, BadValues) else str(problem))
        return shown(request, asked, 422, **{name: form})
    messages.success(request, _("Tercatat dalam jurnal, dengan buktinya."))
    return redirect(reverse("stuck") + TAB)
