"""What a village's page tells besides its facts: its files, its papers, and what is due next."""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from backend.access import Mandates, decrees_for, documents_for, proposals_for, tasks_for
from documents.forms import SIGNED, Form
from documents.models import Document
from workflows.decrees.models import Decree, DecreeRow
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentState
from workflows.villages.models import KampungKB, Proposal

NEXT = 5


def files_of(village: KampungKB, mandates: Mandates) -> dict[str, QuerySet[Any]]:
    """Proposals of the village, and decrees on their way that list it; as far as they may be read."""
    return {"proposals": proposals_of(village, mandates), "drafts": decrees_on_their_way(village, mandates)}


def proposals_of(village: KampungKB, mandates: Mandates) -> QuerySet[Proposal]:
    return proposals_for(mandates).filter(kampung=village).select_related("file").order_by("-pk")


def decrees_on_their_way(village: KampungKB, mandates: Mandates) -> QuerySet[Decree]:
    listed = DecreeRow.objects.filter(decree=OuterRef("pk"), kampung=village, struck=False)
    return decrees_for(mandates).filter(Exists(listed), in_force_on=None).select_related("issuer").order_by("-pk")


def papers_of(village: KampungKB, mandates: Mandates) -> list[Document]:
    """The final paper of each file about the village, signed where it is signed electronically; the oldest first."""
    about = Q(file__decree__rows__kampung=village, file__decree__rows__struck=False) | Q(
        file__letter__row__kampung=village
    )
    about |= Q(file__letter__concerns__proposal__kampung=village)
    final = (
        documents_for(mandates)
        .filter(about, form__in=[Form.FINAL, SIGNED])
        .order_by("file_id", "-pk")
        .distinct("file_id")
    )
    return sorted(final.select_related("file").defer("content"), key=lambda paper: (paper.dated, paper.pk))


def next_due(village: KampungKB, mandates: Mandates) -> QuerySet[Assignment]:
    """What waits about the village or about a file that names it, the nearest deadline first.

    Each way of being about it is asked by its own index: as one condition they would read every open task there is.
    """
    listed = DecreeRow.objects.filter(kampung=village, struck=False).values("decree")
    ways = [Q(region=village.region_id), Q(file__proposal__kampung=village), Q(file__in=listed)]
    here, proposed, decreed = (Assignment.objects.filter(way, state=AssignmentState.OPEN).values("pk") for way in ways)
    waiting = tasks_for(mandates).filter(pk__in=here.union(proposed, decreed)).select_related("office", "file")
    return waiting.order_by(F("due_on").asc(nulls_last=True), "pk")[:NEXT]
