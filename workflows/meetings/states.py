"""States of a rakor, its seats and its motions, and what a rakor may decide."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RakorState(TextChoices):
    """*Held* from its opening until its record is drafted; *closed* once what it decided is carried out."""

    PLANNED = "planned", _("direncanakan")
    INVITED = "invited", _("undangan dikirim")
    HELD = "held", _("berlangsung")
    RECORD_DRAFTED = "record_drafted", _("berita acara disusun")
    RECORD_SIGNED = "record_signed", _("berita acara ditandatangani")
    CLOSED = "closed", _("selesai, keputusan dilaksanakan")
    CANCELLED = "cancelled", _("dibatalkan")


R = RakorState
BEFORE = [R.PLANNED, R.INVITED]
"""Nobody has met yet."""
SEATED = [R.INVITED, R.HELD]
"""Seats may be added, and people come and go."""
RECORDED = [R.RECORD_DRAFTED, R.RECORD_SIGNED]
MET = [R.HELD, *RECORDED, R.CLOSED]
"""People have come."""
SIGNED = [R.RECORD_SIGNED, R.CLOSED]
"""Everybody has signed for what came of it."""


class QuorumKind(TextChoices):
    """How many of the invited offices must be there. No text that could be read says it: each organiser sets its own."""

    SHARE = "share", _("persen dari kantor yang diundang")
    NUMBER = "number", _("kantor")


class SeatState(TextChoices):
    INVITED = "invited", _("diundang")
    PRESENT = "present", _("hadir")
    LEFT = "left", _("meninggalkan rapat")


class Answer(TextChoices):
    """What an invited office says before the day: an expectation, which never counts as presence."""

    COMES = "comes", _("akan hadir")
    REPRESENTED = "represented", _("akan diwakili")
    CANNOT_COME = "cannot_come", _("berhalangan hadir")


COMING = [Answer.COMES, Answer.REPRESENTED]


class CheckIn(TextChoices):
    """How somebody was noted as present: ticked by the organiser, or himself by the code shown in the room."""

    NAME = "name", _("dicatat panitia")
    CODE = "code", _("memindai kode di ruang rapat")


class SheetState(TextChoices):
    """Of a sheet of the signed list of attendance."""

    ATTACHED = "attached", _("terlampir")
    TAKEN_AWAY = "taken_away", _("dicabut")


class MotionKind(TextChoices):
    CONFIRM_CLASS = "confirm_class", _("menetapkan kelas sesuai hasil hitungan")
    DEVIATE_CLASS = "deviate_class", _("menetapkan kelas berbeda dari hasil hitungan")
    FOLLOW_UP = "follow_up", _("menugaskan tindak lanjut")
    NOMINATE = "nominate", _("mencalonkan dalam lomba")
    RECOMMEND_REVOCATION = "recommend_revocation", _("merekomendasikan pencabutan")
    OTHER = "other", _("keputusan lain")


M = MotionKind
CLASSES = [M.CONFIRM_CLASS, M.DEVIATE_CLASS]
WITH_REASON = [M.DEVIATE_CLASS, M.RECOMMEND_REVOCATION]


class MotionState(TextChoices):
    CARRIED = "carried", _("disepakati")
    LOST = "lost", _("tidak disepakati")
    REPLACED = "replaced", _("diperbaiki")
    WITHDRAWN = "withdrawn", _("dicabut")
    EXECUTED = "executed", _("dilaksanakan")


STANDING = [MotionState.CARRIED, MotionState.EXECUTED]
"""What the rakor decided, as it stands."""
