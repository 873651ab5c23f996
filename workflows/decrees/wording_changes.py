"""The words that a changing decree begins with; its drafter may change each. Pure functions.

The formulas are those of UU 12/2011, Lampiran II, as documents.md 5 has them. What a text must contain is demanded by rules
and by the paper's kind, not here.
"""

from dataclasses import dataclass
from datetime import date

from workflows.core.wording import diktum, long_date, number_in_words

from .citing import Cited
from .states import Defect, LinkKind


@dataclass(frozen=True)
class Change:
    """What a drafter chose: `taken` rows of the other decree are struck, revoked, annulled or suspended (of `listed`)."""

    kind: LinkKind
    other: Cited
    issuer: str
    order: int = 1
    taken: int = 0
    added: int = 0
    corrected: int = 0
    listed: int = 0
    clauses: tuple[tuple[int, str], ...] = ()
    effective_on: date | None = None
    expires_on: date | None = None
    retroactive: bool = False
    grounds: str = ""
    defect: str = ""

    @property
    def whole(self) -> bool:
        return self.taken == self.listed


OPENINGS = {LinkKind.REVOKES: "Pencabutan", LinkKind.ANNULS: "Pembatalan", LinkKind.SUSPENDS: "Penundaan Pelaksanaan"}


def subject(change: Change) -> str:
    """*Perubahan Kedua atas Keputusan …*"""
    if change.kind != LinkKind.AMENDS:
        return f"{OPENINGS[change.kind]} {change.other}"
    times = "" if change.order == 1 else f" {diktum(change.order).title()}"
    return f"Perubahan{times} atas {change.other}"


def considerations(change: Change) -> list[str]:
    """With the defect of an annulment, and why the decree reaches back."""
    why = change.grounds or "terdapat perubahan keadaan pada desa/kelurahan yang tercantum di dalamnya"
    if change.defect:
        why = f"{change.other} mengandung {Defect(change.defect).label}: {why}"
    return [
        f"bahwa dengan {change.other} telah ditetapkan Kampung Keluarga Berkualitas;",
        f"bahwa {why};",
        "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan "
        f"{change.issuer} tentang {subject(change)};",
    ]


def clauses(change: Change) -> list[str]:
    """What happens to the other decree, to which villages, and since when: the last clause, always."""
    return [*OPERATIVE[change.kind](change), entry_into_force(change)]


def amending(change: Change) -> list[str]:
    """KESATU names the decree; then the list, then each changed clause."""
    said = [f"Mengubah {change.other} sebagaimana ditetapkan dalam Keputusan ini."]
    counts = zip((change.taken, change.added, change.corrected), DONE, strict=True)
    if parts := [f"{number_in_words(count)} desa/kelurahan {what}" for count, what in counts if count]:
        said.append(f"Dalam daftar keputusan itu {', '.join(parts)}, sebagaimana tercantum dalam {ANNEX}.")
        said.append("Daftar yang berlaku setelah perubahan tercantum dalam Lampiran II yang merupakan bagian tidak terpisahkan "
                    "dari Keputusan ini.")  # fmt: skip
    return said + [changed_clause(number, text) for number, text in change.clauses]


DONE = ("dikeluarkan", "ditambahkan", "diperbaiki namanya")
ANNEX = "Lampiran I yang merupakan bagian tidak terpisahkan dari Keputusan ini"
ONLY_ANNEX = "Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini"


def changed_clause(number: int, text: str) -> str:
    """Clauses keep their numbers; one that is removed stays as *dihapus*."""
    return f"Diktum {diktum(number)} diubah sehingga berbunyi: “{text}”" if text else f"Diktum {diktum(number)} dihapus."


def revoking(change: Change) -> list[str]:
    part = "" if change.whole else f"Penetapan {number_in_words(change.taken)} desa/kelurahan dalam "
    return [f"{part}{change.other} dicabut dan dinyatakan tidak berlaku.",
            f"Desa/kelurahan yang penetapannya dicabut tercantum dalam {ONLY_ANNEX}."]  # fmt: skip


def annulling(change: Change) -> list[str]:
    part = "" if change.whole else f"penetapan {number_in_words(change.taken)} desa/kelurahan dalam "
    return [f"Membatalkan {part}{change.other}.", f"Desa/kelurahan yang penetapannya dibatalkan tercantum dalam {ONLY_ANNEX}."]


def suspending(change: Change) -> list[str]:
    until = f"tanggal {long_date(change.expires_on)}" if change.expires_on else "pemberitahuan lebih lanjut"
    since = f"tanggal {long_date(change.effective_on)}" if change.effective_on else "tanggal ditetapkan"
    return [f"Menunda pelaksanaan {change.other} sejak {since} sampai dengan {until}.",
            f"Desa/kelurahan yang penetapannya ditunda tercantum dalam {ONLY_ANNEX}."]  # fmt: skip


OPERATIVE = {LinkKind.AMENDS: amending, LinkKind.REVOKES: revoking, LinkKind.ANNULS: annulling, LinkKind.SUSPENDS: suspending}


def entry_into_force(change: Change) -> str:
    """Since its date, since a later one, or reaching back (*daya laku surut*), which a person chose."""
    today = "Keputusan ini mulai berlaku pada tanggal ditetapkan"
    if change.effective_on is None:
        return f"{today}."
    day = long_date(change.effective_on)
    if change.retroactive:
        return f"{today} dan mempunyai daya laku surut sejak tanggal {day}."
    return f"Keputusan ini mulai berlaku pada tanggal {day}."
