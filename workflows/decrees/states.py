"""States of decrees and numbers, and the words for kinds, effects and links."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DecreeState(TextChoices):
    DRAFT = "draft", _("konsep")
    IN_REVIEW = "in_review", _("diperiksa")
    RETURNED = "returned", _("dikembalikan")
    APPROVED = "approved", _("diputuskan, menunggu nomor")
    NUMBERED = "numbered", _("bernomor, menunggu tanda tangan")
    SIGNED = "signed", _("ditandatangani, belum berlaku")
    IN_FORCE = "in_force", _("berlaku")
    AMENDED = "amended", _("diubah")
    REVOKED = "revoked", _("dicabut")
    EXPIRED = "expired", _("berakhir")
    REJECTED = "rejected", _("ditolak")
    WITHDRAWN = "withdrawn", _("ditarik")


D = DecreeState
OPEN_STATES = [D.DRAFT, D.IN_REVIEW, D.RETURNED, D.APPROVED, D.NUMBERED]
BEFORE_DECISION = [D.DRAFT, D.IN_REVIEW, D.RETURNED]
VALID = [D.IN_FORCE, D.AMENDED]
COPIED_STATES = [D.SIGNED, *VALID]
"""Decrees of which certified copies and excerpts are made."""


class DecreeKind(TextChoices):
    REGENT = "keputusan_bupati", _("Keputusan Bupati/Wali Kota")
    VILLAGE = "keputusan_kades", _("Keputusan Kepala Desa/Lurah")


class LetterClass(TextChoices):
    """Papers beside decrees that an office numbers each in a register of its own (documents.md 3.2: office and class)."""

    LETTER = "letter", _("surat")
    NOTE = "nota_dinas", _("nota dinas")
    MINUTES = "berita_acara", _("berita acara")


class EffectKind(TextChoices):
    """What a decree does to a village, from a date, until a date or further notice."""

    FORM = "form", _("membentuk Kampung KB (keputusan desa)")
    DESIGNATE = "designate", _("menetapkan Kampung KB")
    APPOINT_POKJA = "appoint_pokja", _("mengangkat Pokja")
    REVOKE = "revoke", _("mencabut penetapan")
    SUSPEND = "suspend", _("menangguhkan")
    RESUME = "resume", _("mengaktifkan kembali")
    MERGE = "merge", _("menggabungkan")


class LinkKind(TextChoices):
    AMENDS = "amends", _("mengubah")
    REVOKES = "revokes", _("mencabut")
    REPLACES = "replaces", _("menggantikan")


class Signing(TextChoices):
    NONE = "none", _("tanpa tanda tangan elektronik")
    INK = "ink", _("tanda tangan basah")
    TTE = "tte", _("tanda tangan elektronik")


class NumberState(TextChoices):
    RESERVED = "reserved", _("dicadangkan")
    ISSUED = "issued", _("terpakai")
    RELEASED = "released", _("dilepas")
    VOID = "void", _("batal")


class SeriesMode(TextChoices):
    OWN = "own", _("register Siklus")
    EXTERNAL = "external", _("buku kantor")
