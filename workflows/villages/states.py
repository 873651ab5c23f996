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


class ProposalState(TextChoices):
    DRAFT = "draft", _("konsep")
    IN_REVIEW = "in_review", _("diperiksa")
    RETURNED = "returned", _("dikembalikan")
    APPROVED = "approved", _("diterima")
    REJECTED = "rejected", _("ditolak")
    WITHDRAWN = "withdrawn", _("ditarik")


class Scope(TextChoices):
    """Until about 2018 the unit was a hamlet (several a village); since then the whole village."""

    VILLAGE = "village", _("desa/kelurahan")
    HAMLET = "hamlet", _("RW/dusun")
