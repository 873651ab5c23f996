"""States of competitions, their entries and appeals, and the groups that rules and queries speak of."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from workflows.organisation.models import Level


class ContestLevel(TextChoices):
    REGENCY = "regency", _("kabupaten/kota")
    PROVINCE = "province", _("provinsi")
    NATION = "nation", _("nasional")


AREA = {ContestLevel.REGENCY: Level.REGENCY, ContestLevel.PROVINCE: Level.PROVINCE, ContestLevel.NATION: Level.PROVINCE}
"""Whose agency holds a contest. The nation is no region: one of its provinces does it for all."""
NEXT = {ContestLevel.REGENCY: ContestLevel.PROVINCE, ContestLevel.PROVINCE: ContestLevel.NATION}


class CompetitionState(TextChoices):
    """*Ranked*: the ranking is locked and published, and may be appealed against; an appeal that is right opens it again."""

    DRAFT = "draft", _("konsep")
    ANNOUNCED = "announced", _("diumumkan")
    JUDGING = "judging", _("dinilai")
    RANKED = "ranked", _("peringkat terkunci")
    AWARDED = "awarded", _("pemenang ditetapkan")
    CANCELLED = "cancelled", _("dibatalkan")


C = CompetitionState
UNDER_WAY = [C.ANNOUNCED, C.JUDGING]
LOCKED = [C.RANKED, C.AWARDED]
ENTERED = [C.AWARDED, C.CANCELLED]
"""Where an old result may stand: as it was written down, or taken back."""


class EntryState(TextChoices):
    DRAFT = "draft", _("konsep")
    NOMINATED = "nominated", _("dicalonkan")
    CHECKED = "checked", _("berkas lengkap")
    SHORTLISTED = "shortlisted", _("nominasi")
    PRESENTED = "presented", _("sudah memaparkan")
    FIELD_VERIFIED = "field_verified", _("sudah ditinjau lapangan")
    RANKED = "ranked", _("mendapat peringkat")
    FORWARDED = "forwarded", _("maju ke tingkat berikutnya")
    AWARDED = "awarded", _("ditetapkan sebagai pemenang")
    DISQUALIFIED = "disqualified", _("didiskualifikasi")
    WITHDRAWN = "withdrawn", _("mengundurkan diri")


E = EntryState
IN_THE_RUNNING = [E.NOMINATED, E.CHECKED, E.SHORTLISTED, E.PRESENTED, E.FIELD_VERIFIED]
SCORED = [E.PRESENTED, E.FIELD_VERIFIED]
"""In these juries give points."""
NOT_THROUGH = [E.SHORTLISTED, E.PRESENTED]
"""On the short list, and still to be presented or visited before anybody is ranked."""
PLACED = [E.RANKED, E.FORWARDED, E.AWARDED]
FINAL = [E.FIELD_VERIFIED, *PLACED]
"""What a ranking is made of."""


class AppealState(TextChoices):
    FILED = "filed", _("menunggu jawaban")
    UPHELD = "upheld", _("diterima")
    DISMISSED = "dismissed", _("ditolak")


class RubricState(TextChoices):
    DRAFT = "draft", _("konsep")
    PUBLISHED = "published", _("terbit")


class Need(TextChoices):
    """What a contest may ask of whoever enters, as of its cut-off day."""

    DESIGNATED = "designated", _("ditetapkan sebagai Kampung KB")
    POKJA = "pokja", _("Pokja masih berlaku")
    PROFILE = "profile", _("profil lengkap")
