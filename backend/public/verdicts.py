"""What the public is told about a decree: one verdict, in words, with an icon and a colour."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from workflows.decrees.models import Decree
from workflows.decrees.states import DecreeState, LinkKind


@dataclass(frozen=True)
class Verdict:
    """`css` is the colour of its band: good, mind or bad. The word alone says it all, for those who see neither."""

    code: str
    word: str | Promise
    icon: str
    css: str
    sentence: str | Promise


NOT_FOUND = Verdict("not_found", _("Tidak ditemukan"), "?", "bad", _(
    "Kami tidak mengenal naskah ini. Periksa nomornya; bila tercetak pada kertas, tanyakan penerbitnya."))  # fmt: skip
NOT_YET_VALID = Verdict("not_yet_valid", _("Belum sah"), "…", "mind", _(
    "Naskah ini sudah diputuskan, tetapi belum selesai ditandatangani. Jangan dipakai sebagai dasar."))  # fmt: skip
TO_COME = Verdict(
    "to_come", _("Sah, belum berlaku"), "…", "mind", _("Naskah ini sah dan berlaku mulai tanggal di bawah.")
)
IN_FORCE = Verdict("in_force", _("Berlaku"), "✓", "good", _("Keputusan ini berlaku."))
AMENDED = Verdict(
    "amended", _("Berlaku, sudah diubah"), "✎", "mind", _("Naskah ini berlaku, tetapi sebagian isinya sudah diubah.")
)
REPLACED = Verdict("replaced", _("Digantikan"), "→", "bad", _("Naskah ini tidak berlaku lagi; sudah ada penggantinya."))
REVOKED = Verdict("revoked", _("Dicabut"), "✕", "bad", _("Naskah ini tidak berlaku lagi; sudah dicabut."))
EXPIRED = Verdict("expired", _("Berakhir"), "✕", "bad", _("Masa berlaku naskah ini sudah habis."))

D = DecreeState
BY_STATE = {
    D.APPROVED: NOT_YET_VALID, D.NUMBERED: NOT_YET_VALID, D.SIGNED: TO_COME, D.IN_FORCE: IN_FORCE, D.AMENDED: AMENDED,
    D.REVOKED: REVOKED, D.EXPIRED: EXPIRED,
}  # fmt: skip
"""A decree that nobody has decided is not shown at all: its paper cannot be in anybody's hands."""


def verdict_on(decree: Decree) -> Verdict:
    if decree.state == D.REVOKED and changes_of(decree).filter(kind=LinkKind.REPLACES).exists():
        return REPLACED
    return BY_STATE.get(D(decree.state), NOT_FOUND)


def changes_of(decree: Decree):
    """The links by which later decrees, being valid themselves, changed this one."""
    took_effect = [D.IN_FORCE, D.AMENDED, D.REVOKED, D.EXPIRED]
    return (
        decree.linked_from.filter(decree__state__in=took_effect)
        .select_related("decree__file")
        .order_by("decree__decided_on")
    )
