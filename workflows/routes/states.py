"""States of routes, runs and assignments, and the groups that rules and queries speak of."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RouteState(TextChoices):
    DRAFT = "draft", _("konsep")
    PUBLISHED = "published", _("berlaku")
    RETIRED = "retired", _("digantikan")


class RunState(TextChoices):
    IN_PROGRESS = "in_progress", _("berjalan")
    COMPLETED = "completed", _("selesai")
    CANCELLED = "cancelled", _("dibatalkan")


class AssignmentState(TextChoices):
    WAITING = "waiting", _("menunggu giliran")
    OPEN = "open", _("menunggu keputusan")
    APPROVED = "approved", _("disetujui")
    RETURNED = "returned", _("dikembalikan")
    REJECTED = "rejected", _("ditolak")
    WITHDRAWN = "withdrawn", _("ditarik kembali")
    VOIDED = "voided", _("tidak diperlukan lagi")


NOT_DECIDED = [AssignmentState.WAITING, AssignmentState.OPEN]


class AssignmentKind(TextChoices):
    """What somebody must do. The first four are steps of a route; the others have no step."""

    REVIEW = "review", _("periksa")
    ENDORSE = "endorse", _("dukung")
    PARAF = "paraf", _("paraf")
    SIGN = "sign", _("putuskan")
    NUMBER = "number", _("beri nomor")
    INITIAL = "initial", _("paraf surat")
    SIGN_DOCUMENT = "sign_document", _("tanda tangan")
    PRINT = "print", _("cetak untuk ditandatangani basah")
    SCAN = "scan", _("unggah pindaian")
    CONFIRM_SCAN = "confirm_scan", _("cocokkan pindaian")
    CONFIRM_CHANGE = "confirm_change", _("setujui perubahan")
    CONFIRM_RECORD = "confirm_record", _("cocokkan catatan dari kertas")
    OPINION = "opinion", _("beri pendapat")
    FOLLOW_UP = "follow_up", _("tindak lanjut")
    REVIEW_ROSTER = "review_roster", _("periksa susunan Pokja")
    DISPOSITION = "disposition", _("disposisi")
    SELF_EVALUATION = "self_evaluation", _("isi evaluasi mandiri")


STEP_KINDS = [AssignmentKind.REVIEW, AssignmentKind.ENDORSE, AssignmentKind.PARAF, AssignmentKind.SIGN]
APPROVING_KINDS = STEP_KINDS[:3]
ANSWERED_IN_WORDS = ["rakor"]
"""Kinds of files whose follow-ups end with what their office answers; those of other kinds end with an act of the file's own."""


class PaperState(TextChoices):
    RECORDED = "recorded", _("dicatat, menunggu dicocokkan")
    CONFIRMED = "confirmed", _("dicocokkan")
    REFUSED = "refused", _("tidak cocok")


ON_PAPER = ["approve", "decide", "return_to_drafter", "return_to_step", "reject", "confirm_change", "refuse_change", "give_opinion"]
"""The acts that officials may do on paper and others record. Signing in ink has a way of its own."""
