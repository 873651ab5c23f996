"""*Pekerjaan macet*: what waits for somebody in a territory; *Coba lagi* and *Hentikan*, both written down."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
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

from .room import SECTION, administering, overseeing
from .stuck import (
    doubtful_signings,
    dues,
    dues_overseen,
    elsewhere,
    jobs,
    parked_jobs,
    refused_dues,
    signings,
    signings_overseen,
)
from .stuck_acts import GIVE_UP, RETRY, handle, handled


class Kind(NamedTuple):
    """What can be stuck: how it is called, which rows are, how they are told, and which could have been."""

    label: str | Promise
    find: Callable[..., QuerySet]
    tell: Callable
    ever: Callable[..., QuerySet]


KINDS = {
    "pekerjaan": Kind(gettext_lazy("Pekerjaan latar"), lambda by: parked_jobs(by).select_related("entry"), jobs, jobs_overseen),
    "jadwal": Kind(gettext_lazy("Ditolak jadwal"), refused_dues, dues, dues_overseen),
    "tanda-tangan": Kind(gettext_lazy("Tanda tangan belum pasti"),
                         lambda by: doubtful_signings(by).select_related("assignment__file", "mandate__person"), signings,
                         signings_overseen),
}  # fmt: skip


class GiveUpForm(forms.Form):
    reason = forms.CharField(label=gettext_lazy("Alasan menghentikan"), max_length=300)


@require_GET
@overseeing
def stuck(request: OfficialRequest) -> HttpResponse:
    return render(request, "administration/stuck.html", shown(request))


def shown(request: OfficialRequest) -> dict[str, Any]:
    by = request.acting.scope
    name = asked if (asked := request.GET.get("jenis", "")) in KINDS else "pekerjaan"
    kind = KINDS[name]
    rows, after = page_or_first(kind.find(by), ["pk"], request.GET.get("sesudah"))
    kinds = [(name, one.label, one.find(by).count()) for name, one in KINDS.items()]
    return SECTION | {
        "kind": name, "kinds": kinds, "rows": kind.tell(rows), "after": after, "narrowed": f"jenis={name}", "form": GiveUpForm(),
        "elsewhere": elsewhere(by, request.acting.today), "history": handled(kind.ever(by)),
    }  # fmt: skip


@require_POST
@administering
def retry_job(request: OfficialRequest, pk: int) -> HttpResponse:
    job = get_object_or_404(jobs_overseen(request.acting.scope), pk=pk)
    return after(request, job, RETRY, lambda: parked.retry(job.pk))


@require_POST
@administering
def give_up_job(request: OfficialRequest, pk: int) -> HttpResponse:
    job = get_object_or_404(jobs_overseen(request.acting.scope), pk=pk)
    form = GiveUpForm(request.POST)
    if not form.is_valid():
        return render(request, "administration/stuck.html", shown(request) | {"form": form, "asked": job.pk}, status=422)
    reason = form.cleaned_data["reason"]
    return after(request, job, GIVE_UP, lambda: parked.give_up(job.pk, reason), reason)


def after(request: OfficialRequest, job: Outbox, act: Callable, do: Callable[[], None], reason: str = "") -> HttpResponse:
    """Somebody else may have come before."""
    try:
        handle(act, job, job.last_error, do, request.acting.mandate, reason)
        messages.success(request, _("Tercatat dalam jurnal."))
    except NotParked:
        messages.info(request, _("Pekerjaan ini sudah ditangani orang lain; tidak ada yang berubah."))
    return redirect("stuck")


@require_POST
@administering
def retry_due(request: OfficialRequest, pk: int) -> HttpResponse:
    """The clock asks again with its next tick, as it would after an hour; the rules stay what they are."""
    due = get_object_or_404(refused_dues(request.acting.scope), pk=pk)
    again = Due.objects.filter(pk=due.pk)
    handle(RETRY, due, due.problem, lambda: again.update(tried_at=timezone.now() - TRY_AGAIN_AFTER), request.acting.mandate)
    messages.success(request, _("Siklus mencobanya lagi dalam satu menit."))
    return redirect("stuck")
