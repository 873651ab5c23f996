"""Catatan pengiriman: who was told by which channel when, with what proof; and sending again by hand."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from backend.access import deliveries_for, files_for
from backend.ids import ids_in
from backend.keyset import page_or_first
from backend.pages.acting import OfficialRequest, acting
from worker.addresses import wa_me
from worker.models import Delivery, Retry, Status
from worker.parked import ANEW
from workflows.core.models import JournalSubject
from workflows.organisation.models import Person

STATES: dict[str, dict[str, Any]] = {
    "menunggu": {"status": Status.PENDING, "last_error": ""},
    "gagal-sementara": {"status": Status.PENDING, "last_error__gt": ""},
    "gagal": {"status": Status.FAILED},
    "tanpa-saluran": {"status": Status.NO_CHANNEL},
    "terkirim": {"status__in": [Status.SENT, Status.READ]},
}
LABELS = {"menunggu": _("Menunggu"), "gagal-sementara": _("Gagal sementara"), "gagal": _("Gagal permanen"),
          "tanpa-saluran": _("Tanpa saluran"), "terkirim": _("Terkirim")}  # fmt: skip


@require_GET
@acting
def deliveries(request: OfficialRequest) -> HttpResponse:
    """The newest first, for the agency and the administrator of a territory."""
    rows, after = page_or_first(narrowed(deliveries_for(request.acting.scope), request.GET), ["-pk"], request.GET.get("sesudah"))
    kept = request.GET.copy()
    kept.pop("sesudah", None)
    return render(request, "telling/deliveries.html", {
        "section": "notices", "rows": with_copies(rows), "after": after, "narrowed": kept.urlencode(), "states": LABELS.items(),
        "state": request.GET.get("keadaan", ""),
    })  # fmt: skip


def narrowed(rows: QuerySet[Delivery], asked: Any) -> QuerySet[Delivery]:
    """By state, person, or the act that led to them; what cannot be read narrows nothing."""
    rows = rows.filter(**STATES.get(asked.get("keadaan", ""), {}))
    if people := ids_in(asked.getlist("orang")):
        rows = rows.filter(person__in=people)
    if entries := ids_in(asked.getlist("catatan")):
        rows = rows.filter(outbox__entry__in=entries)
    return rows.select_related("person", "outbox__office").prefetch_related("retries__by")


def with_copies(rows: list[Delivery]) -> list[tuple[Delivery, str]]:
    """Each with the link that opens WhatsApp with its text, where no channel brought it."""
    lost = (Status.NO_CHANNEL, Status.FAILED)
    return [(row, wa_me(row.person.phone, row.text) if row.status in lost else "") for row in rows]


@require_GET
@acting
def deliveries_of_file(request: OfficialRequest, pk: int) -> HttpResponse:
    """Who was told what about one file, for everybody who may see it: no addresses."""
    file = get_object_or_404(files_for(request.acting.scope), pk=pk)
    rows, after = page_or_first(told_of(file.pk), ["-pk"], request.GET.get("sesudah"))
    return render(request, "telling/of_file.html", {
        "section": "", "file": file, "rows": [(row, "") for row in rows], "after": after, "narrowed": "",
    })  # fmt: skip


def told_of(file_id: int) -> QuerySet[Delivery]:
    entries = JournalSubject.objects.filter(file_id=file_id).values("entry")
    return Delivery.objects.filter(outbox__entry__in=entries).select_related("person", "outbox__office")


@require_POST
@acting
def send_again(request: OfficialRequest, pk: int) -> HttpResponse:
    """Begin a message that failed for good anew, by the same channel and under the same id."""
    delivery = get_object_or_404(deliveries_for(request.acting.scope), pk=pk)
    begin_anew(delivery, request.acting.mandate.person)
    return redirect("deliveries")


@transaction.atomic
def begin_anew(delivery: Delivery, by: Person) -> bool:
    """Whether it had failed: pressed twice, it begins once, and once it is written down."""
    if not Delivery.objects.filter(pk=delivery.pk, status=Status.FAILED).update(**ANEW, status=Status.PENDING, last_error=""):
        return False
    Retry.objects.create(by=by, delivery=delivery, before=delivery.last_error)
    return True
