"""States of decrees and numbers, and the words for kinds, effects and links."""

from django.conf import settings
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
    ANNULLED = "annulled", _("dibatalkan")
    EXPIRED = "expired", _("berakhir")
    REJECTED = "rejected", _("ditolak")
    WITHDRAWN = "withdrawn", _("ditarik")


D = DecreeState
OPEN_STATES = [D.DRAFT, D.IN_REVIEW, D.RETURNED, D.APPROVED, D.NUMBERED]
BEFORE_DECISION = [D.DRAFT, D.IN_REVIEW, D.RETURNED]
VALID = [D.IN_FORCE, D.AMENDED]
SINCE = [*VALID, D.REVOKED, D.ANNULLED, D.EXPIRED]
"""Those that have come into force once."""
DONE = [D.SIGNED, *SINCE]
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
    """What a decree's row does to a village, from a date: a fact that holds until a date or further notice, or an event.

    *Strike* and *annul* take back what one certain decree did (the linked one); the other events end facts of any decree.
    """

    FORM = "form", _("membentuk Kampung KB (keputusan desa)")
    DESIGNATE = "designate", _("menetapkan Kampung KB")
    APPOINT_POKJA = "appoint_pokja", _("mengangkat Pokja")
    REVOKE = "revoke", _("mencabut penetapan")
    SUSPEND = "suspend", _("menangguhkan")
    RESUME = "resume", _("mengaktifkan kembali")
    MERGE = "merge", _("menggabungkan")
    STRIKE = "strike", _("mengeluarkan dari daftar")
    CORRECT = "correct", _("memperbaiki nama")
    ANNUL = "annul", _("membatalkan")


E = EffectKind
FACTS = [E.FORM, E.DESIGNATE, E.APPOINT_POKJA, E.SUSPEND]
LISTING = {E.FORM, E.DESIGNATE, E.APPOINT_POKJA}
"""What puts a village on an amended list."""
TAKING_BACK = [E.STRIKE, E.ANNUL]
ENDING = {
    E.REVOKE: [E.DESIGNATE, E.APPOINT_POKJA, E.SUSPEND], E.MERGE: [E.DESIGNATE, E.APPOINT_POKJA, E.SUSPEND],
    E.APPOINT_POKJA: [E.APPOINT_POKJA], E.RESUME: [E.SUSPEND],
}  # fmt: skip
"""Effect → the facts of its village that it ends, whichever decree they come from. A yearly Pokja replaces the last; a
designation is never renewed: the first stays, and its date with it."""


class LinkKind(TextChoices):
    AMENDS = "amends", _("mengubah")
    REVOKES = "revokes", _("mencabut")
    REPLACES = "replaces", _("menggantikan")
    ANNULS = "annuls", _("membatalkan")
    SUSPENDS = "suspends", _("menunda")
    CORRECTS = "corrects", _("meralat")


TAKES_BACK = [LinkKind.AMENDS, LinkKind.ANNULS]
"""Links whose rows may take back what the other decree did, and whose decree may reach back."""


class Defect(TextChoices):
    """What a decree is annulled for (UU 30/2014 Pasal 66, as read in documents.md 5)."""

    AUTHORITY = "authority", _("cacat wewenang")
    PROCEDURE = "procedure", _("cacat prosedur")
    SUBSTANCE = "substance", _("cacat substansi")


class Signing(TextChoices):
    NONE = "none", _("tanpa tanda tangan elektronik")
    INK = "ink", _("tanda tangan basah")
    TTE = "tte", _("tanda tangan elektronik")

    @classmethod
    def usual(cls) -> "Signing":
        """How papers are signed here: electronically where there is a signer, else with ink."""
        return cls.TTE if settings.SIGNER else cls.INK


class Channel(TextChoices):
    """How a decree came to a village."""

    HAND = "hand", _("diserahkan langsung")
    POST = "post", _("pos")
    EMAIL = "email", _("surel")
    WHATSAPP = "whatsapp", _("WhatsApp")
    SRIKANDI = "srikandi", _("SRIKANDI")
    OTHER = "other", _("cara lain")


class NumberState(TextChoices):
    RESERVED = "reserved", _("dicadangkan")
    ISSUED = "issued", _("terpakai")
    RELEASED = "released", _("dilepas")
    VOID = "void", _("batal")


class SeriesMode(TextChoices):
    OWN = "own", _("register Siklus")
    EXTERNAL = "external", _("buku kantor")
