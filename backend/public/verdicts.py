"""What the public is told about a paper: one verdict, in words, with an icon and a colour."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from workflows.decrees.models import Decree, DecreeLink
from workflows.decrees.states import SINCE, VALID, DecreeState, LinkKind
from workflows.letters.models import Letter
from workflows.letters.states import LetterState


@dataclass(frozen=True)
class Verdict:
    """`css` is the colour of its band: good, mind or bad. The word alone says it all, for those who see neither."""

    word: str | Promise
    icon: str
    css: str
    sentence: str | Promise


NOT_FOUND = Verdict(_("Tidak ditemukan"), "?", "bad", _(
    "Kami tidak mengenal naskah ini. Periksa nomornya; bila tercetak pada kertas, tanyakan penerbitnya."))  # fmt: skip
NOT_OURS = Verdict(_("Bukan berkas kami"), "✕", "bad", _(
    "Berkas ini tidak sama dengan naskah mana pun yang kami terbitkan. Cek nomornya untuk mendapat yang asli."))  # fmt: skip
ADDED_TO = Verdict(_("Bukan berkas kami: sudah ditambah"), "✕", "bad", _(
    "Berkas ini memuat naskah kami, tetapi sesudahnya diubah atau ditambah. Jangan dipercaya; unduh yang asli."))  # fmt: skip
SIGNED_NOT_OURS = Verdict(_("Tanda tangan sah, tetapi bukan berkas kami"), "!", "bad", _(
    "Tanda tangan elektroniknya sah, tetapi naskah ini tidak pernah kami terbitkan. Tanyakan penerbitnya."))  # fmt: skip
NOT_YET_VALID = Verdict(_("Belum sah"), "…", "mind", _(
    "Naskah ini sudah diputuskan, tetapi belum selesai ditandatangani. Jangan dipakai sebagai dasar."))  # fmt: skip
TO_COME = Verdict(_("Sah, belum berlaku"), "…", "mind", _("Keputusan ini sah dan berlaku mulai tanggal di bawah."))
IN_FORCE = Verdict(_("Berlaku"), "✓", "good", _("Keputusan ini berlaku."))
AMENDED = Verdict(
    _("Berlaku, sudah diubah"), "✎", "mind", _("Keputusan ini berlaku, tetapi sebagian isinya sudah diubah.")
)
SUSPENDED = Verdict(
    _("Berlaku, sedang ditunda"), "⏸", "mind", _("Pelaksanaan keputusan ini, atau sebagiannya, sedang ditunda.")
)
REPLACED = Verdict(_("Digantikan"), "→", "bad", _("Keputusan ini tidak berlaku lagi; sudah ada penggantinya."))
REVOKED = Verdict(_("Dicabut"), "✕", "bad", _("Keputusan ini tidak berlaku lagi; sudah dicabut."))
ANNULLED = Verdict(_("Dibatalkan"), "✕", "bad", _("Naskah ini dibatalkan dan tidak dapat dijadikan dasar."))
EXPIRED = Verdict(_("Berakhir"), "✕", "bad", _("Masa berlaku keputusan ini sudah habis."))
SIGNED = Verdict(_("Sah"), "✓", "good", _("Naskah ini kami terbitkan dan sudah ditandatangani."))

D = DecreeState
OF_DECREES = {
    D.APPROVED: NOT_YET_VALID, D.NUMBERED: NOT_YET_VALID, D.SIGNED: TO_COME, D.IN_FORCE: IN_FORCE, D.AMENDED: AMENDED,
    D.REVOKED: REVOKED, D.ANNULLED: ANNULLED, D.EXPIRED: EXPIRED,
}  # fmt: skip
"""A decree that nobody has decided is not shown at all: its paper cannot be in anybody's hands."""
OF_LETTERS = {LetterState.ISSUED: NOT_YET_VALID, LetterState.SIGNED: SIGNED, LetterState.CANCELLED: ANNULLED}


def verdict_on(subject: Decree | Letter) -> Verdict:
    """What holds today. A copy says what is to be said of its decree, which is linked beside it."""
    if isinstance(subject, Letter):
        return OF_LETTERS.get(LetterState(subject.state), NOT_FOUND)
    if subject.state == D.REVOKED and changes_of(subject).filter(kind=LinkKind.REPLACES).exists():
        return REPLACED
    if subject.state in VALID and changes_of(subject).filter(kind=LinkKind.SUSPENDS, decree__state__in=VALID).exists():
        return SUSPENDED
    return OF_DECREES.get(D(subject.state), NOT_FOUND)


def changes_of(decree: Decree) -> QuerySet[DecreeLink]:
    """The links by which later decrees, having come into force, changed this one."""
    took_effect = decree.linked_from.filter(decree__state__in=SINCE)
    return took_effect.select_related("decree__file").order_by("decree__decided_on", "pk")
