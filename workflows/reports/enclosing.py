"""Photos, scans and a plan of work are put beside a draft, and stay with what was sent."""

from django.db import transaction
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.core.models import Attachment
from workflows.organisation.models import Mandate

from .drafting import opened
from .models import Enclosure, Report
from .states import Channel, EnclosureKind, Span

MOST = {EnclosureKind.PHOTO: 5, EnclosureKind.SCAN: 10, EnclosureKind.PLAN: 10}
"""As many photos as the national portal takes (UNVERIFIED), and the pages of a long paper or plan."""


@transaction.atomic
def enclose(report: Report, by: Mandate, kind: str, attachment: Attachment, key: str = "") -> Enclosure:
    """Put a picture or paper beside a draft; the same again, or the same `key`, stays one.

    Raises `BadValues` for what does not belong there, `Refused` as `opened` does.
    """
    draft = opened(report, by, None)
    there = already_sent(draft, key) or draft.enclosures.filter(attachment=attachment).first()
    if there and there.kind == kind:
        return there
    if wrong := lies_elsewhere(there) if there else why_not(draft, kind, attachment):
        raise BadValues({"file": wrong})
    return Enclosure.objects.create(report=draft, kind=kind, attachment=attachment, key=key)


def already_sent(report: Report, key: str) -> Enclosure | None:
    """What the form of this key has put there."""
    return report.enclosures.filter(key=key).first() if key else None


def lies_elsewhere(there: Enclosure) -> str:
    return _("Berkas ini sudah terlampir sebagai %(kind)s; lepas dahulu bila salah tempat.") % {"kind": there.get_kind_display()}


def why_not(report: Report, kind: str, attachment: Attachment) -> str:
    """Why this does not lie beside that draft; empty: it may."""
    if kind == EnclosureKind.PHOTO and report.span != Span.EVENT:
        return _("Foto menyertai laporan kegiatan.")
    if kind == EnclosureKind.PHOTO and not attachment.media_type.startswith("image/"):
        return _("Unggah sebuah foto (JPEG atau PNG).")
    if kind == EnclosureKind.SCAN and report.channel != Channel.PAPER:
        return _("Pindaian menyertai laporan dari kertas.")
    if kind == EnclosureKind.PLAN and not report.figures.get("work_plan"):
        return _("Jawab dahulu di profil bahwa ada rencana kerja tahun ini, lalu unggah berkasnya.")
    most = MOST[EnclosureKind(kind)]
    if report.enclosures.filter(kind=kind).count() >= most:
        return _("Paling banyak %(n)d; hapus salah satu lebih dahulu.") % {"n": most}
    return ""


@transaction.atomic
def take_away(enclosure: Enclosure, by: Mandate) -> None:
    """Raises `Refused` as `opened` does: what was sent keeps what lay beside it."""
    opened(enclosure.report, by, None)
    enclosure.delete()
