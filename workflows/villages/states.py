"""States of a Kampung KB and of a proposal, and the groups that rules and queries speak of."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class KampungState(TextChoices):
    """The stage that the facts give. *Active*: designated and with a current Pokja; the launch never gates."""

    DRAFT = "draft", _("konsep")
    PROPOSED = "proposed", _("diusulkan")
    ENDORSED = "endorsed", _("didukung kecamatan")
    VERIFIED = "verified", _("diverifikasi")
    DESIGNATED = "designated", _("ditetapkan")
    ACTIVE = "active", _("aktif")
    DORMANT = "dormant", _("tidak aktif")
    SUSPENDED = "suspended", _("ditangguhkan")
    REVOKED = "revoked", _("dicabut")
    MERGED = "merged", _("digabung")
    WITHDRAWN = "withdrawn", _("usulan ditarik")
    REJECTED = "rejected", _("usulan ditolak")


K = KampungState
BEFORE_DESIGNATION = [K.DRAFT, K.PROPOSED, K.ENDORSED, K.VERIFIED]
ENDED = [K.REVOKED, K.MERGED, K.WITHDRAWN, K.REJECTED]
STANDING = [K.DESIGNATED, K.ACTIVE, K.DORMANT, K.SUSPENDED]
ENTERING = [*BEFORE_DESIGNATION, *ENDED]
"""Where the steps of a proposal move a village; one that a decree has named meanwhile stays where the decree put it."""


class ProposalState(TextChoices):
    DRAFT = "draft", _("konsep")
    IN_REVIEW = "in_review", _("diperiksa")
    RETURNED = "returned", _("dikembalikan")
    APPROVED = "approved", _("diterima")
    REJECTED = "rejected", _("ditolak")
    WITHDRAWN = "withdrawn", _("ditarik")


OPEN_PROPOSALS = [ProposalState.IN_REVIEW, ProposalState.RETURNED]


class StepMoves(TextChoices):
    """What the approval of a step does to the village that the proposal is about, in the order of its way."""

    PROPOSE = "propose", _("mengusulkan")
    ENDORSE = "endorse", _("mendukung")
    VERIFY = "verify", _("memverifikasi")


class EvidenceKind(TextChoices):
    LETTER = "letter", _("surat usulan")
    MINUTES = "minutes", _("berita acara musyawarah")
    RECOMMENDATION = "recommendation", _("rekomendasi camat")
    FIELD_CHECK = "field_check", _("berita acara pemeriksaan lapangan")
    PHOTO = "photo", _("foto")
    OTHER = "other", _("lainnya")


class Structure(TextChoices):
    """How a Pokja is divided: by the eight family functions, or by fields of the district's own choice."""

    SEKSI = "seksi", _("delapan seksi")
    BIDANG = "bidang", _("per bidang")


class Scope(TextChoices):
    """Until about 2018 the unit was a hamlet (several a village); since then the whole village."""

    VILLAGE = "village", _("desa/kelurahan")
    HAMLET = "hamlet", _("RW/dusun")


class Development(TextChoices):
    """The index of village development, from the lowest to the highest."""

    VERY_LEFT_BEHIND = "sangat_tertinggal", _("sangat tertinggal")
    LEFT_BEHIND = "tertinggal", _("tertinggal")
    DEVELOPING = "berkembang", _("berkembang")
    ADVANCED = "maju", _("maju")
    SELF_RELIANT = "mandiri", _("mandiri")
