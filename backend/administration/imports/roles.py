"""What offices are called in lists, and which of our roles is meant: place words come from the region's labels."""

import re
from typing import Any

from django.utils.translation import gettext as _

from workflows.organisation.labels import with_labels
from workflows.organisation.models import Kind, Region, Role

from .cells import Wrong, text
from .headers import plain

ROLE_WORDS: dict[str, tuple[str, ...]] = {
    Role.VILLAGE_HEAD: ("Kepala Desa", "Kades", "Lurah"),
    Role.VILLAGE_SECRETARY: ("Sekretaris Desa", "Sekdes", "Sekretaris Lurah", "Sekretaris Kelurahan", "Seklur", "Carik"),
    Role.PKB: ("PKB", "PLKB", "Penyuluh KB", "Penyuluh Keluarga Berencana", "Petugas Lapangan KB"),
    Role.CAMAT: ("Camat",),
    Role.AGENCY: ("OPD KB", "Kepala OPD KB", "Kepala Dinas", "Kadis", "Perangkat Daerah KB", "Kepala Perangkat Daerah KB"),
    Role.LEGAL: ("Bagian Hukum", "Kepala Bagian Hukum", "Kabag Hukum"),
    Role.ASSISTANT: ("Asisten", "Asisten Sekretaris Daerah"),
    Role.SECRETARY: ("Sekretaris Daerah", "Sekda"),
    Role.REGENT: ("Bupati", "Wali Kota", "Walikota"),
    Role.PARTNER: ("Perangkat Daerah Mitra", "OPD Mitra", "Mitra"),
    Role.ADMINISTRATOR: ("Pengelola Siklus", "Pengelola", "Administrator"),
}
"""The first is what templates offer."""
STAFF = re.compile(r"^(staf|operator|ajudan)\b( (kantor|pada|di)\b)?", re.IGNORECASE)
ACTING = re.compile(r"^(plt|plh|pj|pjs|a n|u b)\b", re.IGNORECASE)


class Roles:
    """The words of one region: also Peratin, Wali Nagari, Sekretaris Pekon …"""

    def __init__(self, region: Region):
        self.known = {plain(word): role for role, words in ROLE_WORDS.items() for word in words}
        for kind, label, head in kinds_in(region):
            self.known[plain(head)] = Role.CAMAT if kind == Kind.KECAMATAN else Role.VILLAGE_HEAD
            if kind != Kind.KECAMATAN:
                self.known[plain(f"Kepala {label}")] = Role.VILLAGE_HEAD
                self.known[plain(f"Sekretaris {label}")] = Role.VILLAGE_SECRETARY

    def role_of(self, value: Any) -> str:
        """Raises `Wrong` for an office that we do not know."""
        given = plain(text(value))
        if ACTING.match(given):
            raise Wrong(_("Pejabat pengganti tidak diimpor."), _("Catat lewat halaman jabatannya, dengan surat perintahnya."))
        said = without_staff(given)
        candidates = [word for word in self.known if said == word or said.startswith(f"{word} ")]
        if not candidates:
            known = ", ".join(words[0] for words in ROLE_WORDS.values())
            cause = _("Jabatan “%(role)s” tidak dikenali.") % {"role": text(value)}
            raise Wrong(cause, _("Tulis salah satu: %(roles)s.") % {"roles": known})
        return str(self.known[max(candidates, key=len)])


def without_staff(value: Any) -> str:
    """The office alone: `staf opd kb` → `opd kb`."""
    return STAFF.sub("", plain(text(value))).strip()


def is_staff(value: Any) -> bool:
    """`Staf OPD KB`: prepares and records, and never decides."""
    return bool(STAFF.match(plain(text(value))))


def kinds_in(region: Region) -> list[tuple[str, str, str]]:
    """Kind, label and title of the head, for the kinds of regions inside a regency."""
    kinds = [Kind.KECAMATAN, Kind.DESA, Kind.KELURAHAN, Kind.DESA_ADAT]
    inside = Region.objects.under(region).filter(closed_on=None, kind__in=kinds)
    return list(with_labels(inside).order_by("kind").values_list("kind", "label", "head_title").distinct())
