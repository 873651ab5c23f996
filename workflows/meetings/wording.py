"""How a decision is said in notulen and berita acara: by Siklus where it knows, so that it says what will be carried out."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.act import all_of
from workflows.core.wording import long_date, number_in_words
from workflows.organisation.stationery import programme_on
from workflows.villages.drafting import hamlet_and_village

from .about import About
from .states import MotionKind

K = MotionKind
Said = Callable[[Any, About, dict[str, Any]], str]


def sentence(rakor, kind: MotionKind, about: About, motion: dict[str, Any]) -> str:
    return SENTENCES[kind](rakor, about, motion)


def confirming(rakor, about: About, motion: dict[str, Any]) -> str:
    """`Kelas 3 (tiga) Kampung Keluarga Berkualitas tahun 2024 ditetapkan sesuai hasil hitungan: 2 Mandiri, 1 Dasar`."""
    counts = Counter(row.decided for row in about.rows)
    classes = [one for one in rakor.round.instrument.definition.classes if counts[one.key]]
    said = {"count": number_in_words(len(about.rows)), "programme": programme_on(rakor.held_on), "year": rakor.round.year,
            "classes": ", ".join(f"{counts[one.key]} {one.label}" for one in classes)}  # fmt: skip
    return _("Kelas %(count)s %(programme)s tahun %(year)d ditetapkan sesuai hasil hitungan: %(classes)s") % said


def deviating(rakor, about: About, motion: dict[str, Any]) -> str:
    [row] = about.rows
    computed, decided = (label_of(rakor, key) for key in (row.evaluation.computed, row.decided))
    said = {"village": hamlet_and_village(row.kampung), "programme": programme_on(rakor.held_on), "year": rakor.round.year,
            "computed": computed or _("tidak dapat dihitung"), "decided": decided, "reason": motion["reason"]}  # fmt: skip
    return _("Kelas %(programme)s %(village)s tahun %(year)d ditetapkan %(decided)s (hasil hitungan: %(computed)s), "
             "karena %(reason)s") % said  # fmt: skip


def nominating(rakor, about: About, motion: dict[str, Any]) -> str:
    contest = all_of("contests.Competition").select_related("file").get(pk=motion["competition"])
    villages = ", ".join(hamlet_and_village(row.kampung) for row in about.rows)
    said = {"programme": programme_on(rakor.held_on), "villages": villages, "contest": contest.file.title}
    return _("%(programme)s %(villages)s dicalonkan dalam %(contest)s") % said


def recommending(rakor, about: About, motion: dict[str, Any]) -> str:
    [row] = about.rows
    said = {"programme": programme_on(rakor.held_on), "village": hamlet_and_village(row.kampung), "reason": motion["reason"]}
    return _("Pencabutan penetapan %(programme)s %(village)s direkomendasikan, karena %(reason)s") % said


SENTENCES: dict[MotionKind, Said] = {
    K.CONFIRM_CLASS: confirming, K.DEVIATE_CLASS: deviating, K.NOMINATE: nominating, K.RECOMMEND_REVOCATION: recommending,
}  # fmt: skip
"""The other kinds are worded by the rakor itself (`moving.WORDED`)."""


def label_of(rakor, key: str) -> str:
    """The name of a class of the round's instrument; "" for none."""
    named = rakor.round.instrument.definition.class_named(key) if rakor.round_id else None
    return named.label if named else ""


def asked(motion) -> str:
    """A follow-up with who sees to it and until when."""
    said = {"text": motion.text.rstrip(" ."), "owner": motion.owner.label, "due": long_date(motion.due_on)}
    return _("%(text)s; ditindaklanjuti %(owner)s paling lambat %(due)s") % said


def decision(motion) -> str:
    """A motion as papers and pages say it."""
    return asked(motion) if motion.kind == K.FOLLOW_UP else motion.text


def votes(motion) -> str:
    """`18 setuju, 2 tidak setuju, 1 abstain`; "" where all agreed without a vote."""
    if motion.votes_for is None:
        return ""
    counts = {"for": motion.votes_for, "against": motion.votes_against, "abstain": motion.abstained}
    return _("%(for)d setuju, %(against)d tidak setuju, %(abstain)d abstain") % counts


def dissent(motion) -> str:
    """`Camat Contoh Tengah: angka masih diperiksa; …`."""
    return "; ".join(f"{one['who']}: {one['why'].rstrip(' .')}" for one in motion.dissent)


def clock(rakor) -> str:
    """`08.45 sampai dengan 11.50 WIB`; without an end *sampai dengan selesai*."""
    begins = f"{rakor.begins:%H.%M}"
    zone = rakor.file.region.get_zone_display()
    return f"{begins} sampai dengan {rakor.ends:%H.%M} {zone}" if rakor.ends else f"{begins} {zone} sampai dengan selesai"
