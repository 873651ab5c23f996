"""States of rounds and evaluations, and what the steps of an evaluation's route do to it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RoundState(TextChoices):
    PLANNED = "planned", _("direncanakan")
    OPEN = "open", _("pengisian dibuka")
    VERIFYING = "verifying", _("pemeriksaan")
    AT_RAKOR = "at_rakor", _("dibahas dalam rakor")
    CLOSED = "closed", _("ditutup")


class EvaluationState(TextChoices):
    DRAFT = "draft", _("konsep")
    SUBMITTED = "submitted", _("diajukan")
    RETURNED = "returned", _("dikembalikan")
    VERIFIED = "verified", _("diverifikasi penyuluh")
    ENDORSED = "endorsed", _("didukung kecamatan")
    ACCEPTED = "accepted", _("diterima OPD KB")
    DECIDED = "decided", _("kelas ditetapkan")


EDITABLE = [EvaluationState.DRAFT, EvaluationState.RETURNED]
IN_REVIEW = [EvaluationState.SUBMITTED, EvaluationState.VERIFIED, EvaluationState.ENDORSED]
LOCKED = [EvaluationState.ACCEPTED, EvaluationState.DECIDED]
"""What was answered, and what was computed from it, is not written any more."""


class StepMoves(TextChoices):
    """What the approval of a step makes of an evaluation, in the order of its way; the last approval accepts it."""

    VERIFY = "verify", _("memverifikasi")
    ENDORSE = "endorse", _("mendukung")
