"""Pemberitahuan: what a person was told in the app, and what he passes on to colleagues whom no channel reaches."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from backend.access import overseen
from backend.keyset import page_or_first
from worker.addresses import wa_me
from worker.models import Channel, Delivery, Status
from workflows.organisation.models import Person

from .acting import OfficialRequest, acting

Texts = dict[int | None, list[tuple[Delivery, str]]]
COUNTED = 99
"""The head of every page counts no further."""


def told(person: Person) -> QuerySet[Delivery]:
    """What the app itself tells a person. By e-mail he is told the same once more."""
    return Delivery.objects.filter(person=person, channel__in=[Channel.APP, Channel.ALARM])


def unread(person: Person) -> QuerySet[Delivery]:
    return told(person).filter(status=Status.SENT)


def head(request: HttpRequest) -> dict[str, Any]:
    """A context processor: `unread()` counts what the person has not read, up to one more than `COUNTED`."""
    return {"unread": lambda: count_unread(request), "counted": COUNTED}


def count_unread(request: HttpRequest) -> int:
    person = request.user
    return unread(person)[: COUNTED + 1].count() if isinstance(person, Person) else 0


@require_GET
@acting
def notices(request: OfficialRequest) -> HttpResponse:
    """The newest first."""
    rows, after = page_or_first(told(request.acting.mandate.person), ["-pk"], request.GET.get("sesudah"))
    texts = to_pass_on(request.acting.mandate.person, rows)
    return render(request, "notices/notices.html", {
        "section": "notices", "notices": [(row, texts[row.outbox_id]) for row in rows], "after": after,
        "may_see_log": bool(overseen(request.acting.scope).paths),
    })  # fmt: skip


def to_pass_on(person: Person, rows: Iterable[Delivery]) -> Texts:
    """By outbox row, the messages that no channel brings to his colleagues, each with the link that opens WhatsApp."""
    same = Delivery.objects.filter(outbox__in=[row.outbox_id for row in rows], status__in=[Status.NO_CHANNEL, Status.FAILED])
    found: Texts = defaultdict(list)
    for delivery in same.exclude(person=person).select_related("person").order_by("pk"):
        found[delivery.outbox_id].append((delivery, wa_me(delivery.person.phone, delivery.text)))
    return found


@require_POST
@acting
def read_one(request: OfficialRequest, pk: int) -> HttpResponse:
    """Mark one as read, and go to what it is about if that was asked."""
    notice = get_object_or_404(told(request.acting.mandate.person), pk=pk)
    mark(unread(request.acting.mandate.person).filter(pk=pk))
    return redirect(notice.link.removeprefix(settings.BASE_URL) if "buka" in request.POST else "notices")


@require_POST
@acting
def read_all(request: OfficialRequest) -> HttpResponse:
    mark(unread(request.acting.mandate.person))
    return redirect("notices")


def mark(rows: QuerySet[Delivery]) -> None:
    rows.update(status=Status.READ, read_at=Now())
