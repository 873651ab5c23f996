"""*Pekerjaan macet*: what waits for somebody in a territory; *Coba lagi* and *Hentikan*, both written down."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from backend.access import jobs_overseen
from backend.keyset import page_or_first
from backend.pages.acting import OfficialRequest
from worker import parked
from worker.models import TRY_AGAIN_AFTER, Due
from worker.parked import NotParked
from workflows.core.models import Outbox

from .history import line_of
from .models import Change
from .room import SECTION, administering, overseeing, recorder
from .stuck import doubtful_signings, dues, elsewhere, jobs, parked_jobs, refused_dues, signings

KINDS: dict[str, tuple[Any, Callable, Callable]] = {
    "pekerjaan": (gettext_lazy("Pekerjaan latar"), lambda by: parked_jobs(by).select_related("entry"), jobs),
    "jadwal": (gettext_lazy("Ditolak jadwal"), refused_dues, dues),
    "tanda-tangan": (gettext_lazy("Tanda tangan belum pasti"),
                     lambda by: doubtful_signings(by).select_related("assignment__file", "mandate__person"), signings),
}  # fmt: skip
"""What the page is asked for → how it is called, which rows, how they are told."""
HANDLED = "penanganan"
MOST = 20


class GiveUpForm(forms.Form):
    reason = forms.CharField(label=gettext_lazy("Alasan menghentikan"), max_length=300)


@require_GET
@overseeing
def stuck(request: OfficialRequest) -> HttpResponse:
    return render(request, "administration/stuck.html", shown(request))


def shown(request: OfficialRequest) -> dict[str, Any]:
    by = request.acting.scope
    kind = asked if (asked := request.GET.get("jenis", "")) in KINDS else "pekerjaan"
    _label, find, tell = KINDS[kind]
    rows, after = page_or_first(find(by), ["pk"], request.GET.get("sesudah"))
    kinds = [(name, label, find(by).count()) for name, (label, find, _tell) in KINDS.items()]
    handled = Change.objects.filter(model="core.outbox", field=HANDLED, object_id__in=jobs_overseen(by).values("pk"))
    return SECTION | {
        "kind": kind, "kinds": kinds, "rows": tell(rows), "after": after, "narrowed": f"jenis={kind}", "form": GiveUpForm(),
        "elsewhere": elsewhere(by, request.acting.today),
        "history": [line_of(change) for change in handled.select_related("person", "source").order_by("-pk")[:MOST]],
    }  # fmt: skip


@require_POST
@administering
def retry_job(request: OfficialRequest, pk: int) -> HttpResponse:
    job = get_object_or_404(jobs_overseen(request.acting.scope), pk=pk)
    return handled(request, job, lambda: parked.retry(job.pk), _("Dicoba lagi"))


@require_POST
@administering
def give_up_job(request: OfficialRequest, pk: int) -> HttpResponse:
    job = get_object_or_404(jobs_overseen(request.acting.scope), pk=pk)
    form = GiveUpForm(request.POST)
    if not form.is_valid():
        return render(request, "administration/stuck.html", shown(request) | {"form": form, "asked": job.pk}, status=422)
    reason = form.cleaned_data["reason"]
    return handled(request, job, lambda: parked.give_up(job.pk, reason), _("Dihentikan: %(reason)s") % {"reason": reason})


def handled(request: OfficialRequest, job: Outbox, do: Callable[[], None], words: str) -> HttpResponse:
    """Done and written down, or neither: somebody else may have come before."""
    try:
        with transaction.atomic():
            do()
            recorder(request).note(job, HANDLED, job.last_error, words)
        messages.success(request, _("Tercatat. %(words)s.") % {"words": words})
    except NotParked:
        messages.info(request, _("Pekerjaan ini sudah ditangani orang lain; tidak ada yang berubah."))
    return redirect("stuck")


@require_POST
@administering
def retry_due(request: OfficialRequest, pk: int) -> HttpResponse:
    """The clock asks again with its next tick, as it would after an hour; the rules stay what they are."""
    due = get_object_or_404(refused_dues(request.acting.scope), pk=pk)
    with transaction.atomic():
        Due.objects.filter(pk=due.pk).update(tried_at=timezone.now() - TRY_AGAIN_AFTER)
        recorder(request).note(due, HANDLED, due.problem, _("Dicoba lagi"))
    messages.success(request, _("Siklus mencobanya lagi dalam satu menit."))
    return redirect("stuck")
