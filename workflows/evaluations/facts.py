"""What is known of one Kampung KB on the cut-off day: stored figures, never scores. None: nobody has reported it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, get_type_hints

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflows.core.errors import BadValues

Flag = bool | None
Count = int | None
Kinds = frozenset[str] | None

CHOICES = {
    "groups": {"bkb", "bkr", "bkl", "uppka", "pik_r"},
    "data_used": {"family_data", "routine_data", "village_potential", "sector_data", "other"},
    "mechanisms": {"planning_meeting", "coordination_meeting", "outreach", "monitoring", "report_writing"},
}
"""Lists whose entries are known beforehand; agencies and sources of funds differ from place to place."""


def fact(label: str | Promise) -> Any:
    return field(default=None, metadata={"label": label})


@dataclass(frozen=True)
class Facts:
    """Counts are of people, families or couples as the label says. Raises `BadValues` naming each fact that cannot be."""

    pokja: Flag = fact(gettext_lazy("ada Pokja"))
    pokja_members: Count = fact(gettext_lazy("jumlah anggota Pokja"))
    pokja_trained: Flag = fact(gettext_lazy("Pokja sudah dilatih"))
    funding_sources: Kinds = fact(gettext_lazy("sumber dana"))
    groups: Kinds = fact(gettext_lazy("jenis poktan yang ada"))
    secretariat: Flag = fact(gettext_lazy("ada sekretariat"))
    data_house: Flag = fact(gettext_lazy("ada Rumah DataKu"))
    pkb_companion: Flag = fact(gettext_lazy("didampingi PKB/PLKB"))
    regulation: Flag = fact(gettext_lazy("ada regulasi daerah"))
    data_used: Kinds = fact(gettext_lazy("jenis data untuk perencanaan"))
    mechanisms: Kinds = fact(gettext_lazy("mekanisme operasional"))
    sectors: Kinds = fact(gettext_lazy("sektor dalam kegiatan"))
    bkb_participants: Count = fact(gettext_lazy("keluarga peserta BKB"))
    bkr_participants: Count = fact(gettext_lazy("keluarga peserta BKR"))
    bkl_participants: Count = fact(gettext_lazy("keluarga peserta BKL"))
    uppka_participants: Count = fact(gettext_lazy("keluarga peserta UPPKA"))
    pik_r_participants: Count = fact(gettext_lazy("remaja peserta PIK-R"))
    families_with_under_fives: Count = fact(gettext_lazy("keluarga dengan balita"))
    families_with_adolescents: Count = fact(gettext_lazy("keluarga dengan remaja"))
    families_with_elderly: Count = fact(gettext_lazy("keluarga dengan lansia"))
    families: Count = fact(gettext_lazy("jumlah keluarga"))
    adolescents: Count = fact(gettext_lazy("jumlah remaja"))
    couples: Count = fact(gettext_lazy("pasangan usia subur (PUS)"))
    users: Count = fact(gettext_lazy("peserta KB semua cara"))
    iud: Count = fact(gettext_lazy("peserta IUD"))
    mow: Count = fact(gettext_lazy("peserta MOW"))
    mop: Count = fact(gettext_lazy("peserta MOP"))
    implant: Count = fact(gettext_lazy("peserta implan"))
    wanting_later: Count = fact(gettext_lazy("PUS tidak ber-KB, ingin anak tunda (IAT)"))
    wanting_no_more: Count = fact(gettext_lazy("PUS tidak ber-KB, tidak ingin anak lagi (TIAL)"))

    def __post_init__(self) -> None:
        told = ((name, check, getattr(self, name)) for name, check in checks().items())
        wrong = {name: words for name, check, value in told if value is not None and (words := check(name, value))}
        if wrong:
            raise BadValues(wrong)

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "Facts":
        """From JSON, whose lists may have any order. Raises `BadValues` also for a fact that nobody knows."""
        if unknown := stored.keys() - sorts().keys():
            raise BadValues(dict.fromkeys(sorted(unknown), _("Data ini tidak dikenal.")))
        return cls(**{name: unordered(value) if isinstance(value, list) else value for name, value in stored.items()})

    def as_json(self) -> dict[str, Any]:
        """What `read` reads, without what nobody has reported."""
        return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in known(self)}


def unordered(value: list[Any]) -> Any:
    """Without its order; a list that holds something else than texts stays, and is refused."""
    return frozenset(value) if all(isinstance(one, str) for one in value) else value


def known(facts: Facts) -> Iterator[tuple[str, Any]]:
    return ((name, value) for name in sorts() if (value := getattr(facts, name)) is not None)


@cache
def sorts() -> dict[str, Any]:
    """`Flag`, `Count` or `Kinds`, by the name of the fact."""
    return get_type_hints(Facts)


@cache
def labels() -> dict[str, str | Promise]:
    """What people call each fact."""
    return {one.name: one.metadata["label"] for one in fields(Facts)}


@cache
def checks() -> dict[str, Callable[[str, Any], str]]:
    """By the name of the fact: what gives words for a value that it cannot have, and none where it can."""
    by_sort = {Flag: why_no_flag, Count: why_no_count, Kinds: why_no_kinds}
    return {name: by_sort[sort] for name, sort in sorts().items()}


def why_no_flag(name: str, value: Any) -> str:
    return "" if isinstance(value, bool) else _("%(fact)s: jawab ya atau tidak.") % {"fact": labels()[name]}


def why_no_count(name: str, value: Any) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return ""
    return _("%(fact)s: isi bilangan bulat, 0 atau lebih.") % {"fact": labels()[name]}


def why_no_kinds(name: str, value: Any) -> str:
    if not isinstance(value, frozenset):
        return _("%(fact)s: isi sebuah daftar.") % {"fact": labels()[name]}
    strange = sorted(value - CHOICES.get(name, value))
    if strange:
        words = _("%(fact)s: %(strange)s tidak ada dalam pilihan.")
        return words % {"fact": labels()[name], "strange": ", ".join(strange)}
    return ""
