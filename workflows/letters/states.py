"""States of letters, their kinds, and how they are to be treated."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class LetterState(TextChoices):
    DRAFT = "draft", _("konsep")
    ISSUED = "issued", _("terbit, menunggu tanda tangan")
    SIGNED = "signed", _("ditandatangani")
    CANCELLED = "cancelled", _("dibatalkan")


class LetterKind(TextChoices):
    """Every paper beside the decree (documents.md 1: D1, D4–D8, D11–D13, D15–D17, D19–D21)."""

    MINUTES = "berita_acara", _("berita acara")
    RECOMMENDATION = "rekomendasi", _("rekomendasi")
    COVER = "surat_pengantar", _("surat pengantar")
    NOTE = "nota_dinas", _("nota dinas")
    STUDY = "telaahan_staf", _("telaahan staf")
    CONTROL = "lembar_kendali", _("lembar kendali paraf")
    ORDER = "surat_perintah_tugas", _("surat perintah tugas")
    COPY = "salinan", _("salinan")
    EXCERPT = "petikan", _("petikan")
    ERRATUM = "ralat", _("ralat")
    INVITATION = "undangan", _("undangan")
    NOTES = "notulen", _("notulen")
    RECORD = "berita_acara_rakor", _("berita acara rakor")
    REPORT = "laporan", _("laporan evaluasi tahunan")
    CERTIFICATE = "piagam", _("piagam penghargaan")
    JUDGING = "berita_acara_penilaian", _("berita acara penilaian lomba")


COPIES = [LetterKind.COPY, LetterKind.EXCERPT]


class Nature(TextChoices):
    """How soon a letter is to be dealt with, as it prints it."""

    PLAIN = "Biasa", _("Biasa")
    IMPORTANT = "Penting", _("Penting")
    URGENT = "Segera", _("Segera")
