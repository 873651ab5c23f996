"""States of events, plans, visits and needs, and what kinds of events there are."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EventKind(TextChoices):
    SOCIALISATION = "sosialisasi", _("sosialisasi")
    OUTREACH = "penyuluhan", _("penyuluhan")
    POKJA_MEETING = "rapat_pokja", _("rapat Pokja")
    TRAINING = "bimtek", _("bimbingan teknis")


class EventState(TextChoices):
    PLANNED = "planned", _("direncanakan")
    HELD = "held", _("terlaksana")
    REPORTED = "reported", _("dilaporkan")
    CANCELLED = "cancelled", _("dibatalkan")


TAKEN_PLACE = [EventState.HELD, EventState.REPORTED]


class PlanState(TextChoices):
    DRAFT = "draft", _("konsep")
    ADOPTED = "adopted", _("ditetapkan")


class VisitState(TextChoices):
    """*Missed* is what the clock says the day after the report was due; the visit may still be caught up on."""

    PLANNED = "planned", _("direncanakan")
    DONE = "done", _("terlaksana")
    MISSED = "missed", _("terlewat")
    EXCUSED = "excused", _("ditiadakan dengan alasan")


NOT_VISITED = [VisitState.PLANNED, VisitState.MISSED]


class NeedState(TextChoices):
    OPEN = "open", _("belum ditangani")
    TAKEN = "taken", _("ditangani")
    ANSWERED = "answered", _("dijawab")
    DONE = "done", _("selesai")
    REFUSED = "refused", _("tidak dapat dipenuhi")


UNANSWERED = [NeedState.OPEN, NeedState.TAKEN]
"""Where a need is still open: nobody has answered it."""
