"""What *Tahun ini* says of the yearly evaluation."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from backend.access import inbox_of, rounds_for
from backend.pages.acting import Acting
from backend.year.card import Card
from workflows.evaluations.models import Evaluation
from workflows.evaluations.states import RoundState
from workflows.organisation.models import Level

from .board import Board


def card_of(acting: Acting) -> Card:
    """How far the newest round has come; the day is that of my office's next task in one."""
    this = rounds_for(acting.scope).exclude(state=RoundState.PLANNED).select_related("file").order_by("-year", "-pk").first()
    mine = inbox_of(acting.scope).filter(file__kind="evaluation", due_on__isnull=False).order_by("due_on").first()
    title, address = _("Evaluasi tahunan"), reverse("rounds")
    if this is None:
        return Card(title, "clipboard-check", address, _("Belum ada putaran yang dibuka."))
    rows = Board(this, acting.scope, acting.today).evaluations
    if acting.region.level == Level.VILLAGE and (own := only(rows)):
        says = _("%(title)s: %(state)s.") % {"title": this.file.title, "state": own.get_state_display()}
        return Card(title, "clipboard-check", reverse("evaluation", args=[own.pk]), says, mine.due_on if mine else None)
    told = {"title": this.file.title, "n": rows.filter(outcome__isnull=False).count(), "of": rows.count()}
    words = _("%(title)s: %(n)d dari %(of)d sudah diajukan.") % told
    return Card(title, "clipboard-check", address, words, mine.due_on if mine else None)


def only(rows: QuerySet[Evaluation]) -> Evaluation | None:
    """The evaluation of a village with one Kampung KB."""
    found = list(rows[:2])
    return found[0] if len(found) == 1 else None
