"""States of a report, how it came, what stretch of time it tells of, what lies beside it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReportState(TextChoices):
    DRAFT = "draft", _("konsep")
    SENT = "sent", _("dikirim")
    REPLACED = "replaced", _("diganti perbaikan")
    MERGED = "merged", _("digabung")


class Channel(TextChoices):
    APP = "app", _("aplikasi")
    PAPER = "paper", _("kertas")


class Span(TextChoices):
    """What one report tells of; `Report.period` is its first day."""

    MONTH = "month", _("bulan")
    YEAR = "year", _("tahun")
    EVENT = "event", _("kejadian")


class EnclosureKind(TextChoices):
    PHOTO = "photo", _("foto kegiatan")
    SCAN = "scan", _("pindaian kertas")
    PLAN = "plan", _("rencana kerja")
