"""A published ranking as people read it: each place with what made it, in words. Out of the published list alone."""

from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from workflows.contests.explaining import Explained, explained
from workflows.contests.models import Competition, Ranking
from workflows.contests.states import LOCKED

BY: dict[str, str | Promise] = {
    "output": gettext_lazy("nilai keluaran: %(measured)s"), "field_visit": gettext_lazy("nilai tinjauan lapangan: %(measured)s"),
    "chair": gettext_lazy("suara ketua juri"),
}  # fmt: skip


@dataclass(frozen=True)
class Placed:
    """One place: which village (as it was called on the cut-off day), and why there."""

    explained: Explained
    village: dict[str, str]
    reasons: list[str]

    @property
    def rank(self) -> int | None:
        return self.explained.place.rank

    @property
    def total(self) -> Any:
        return self.explained.place.total

    @property
    def entry(self) -> int:
        return int(self.explained.place.entry)


def newest(competition: Competition) -> Ranking | None:
    """The locked ranking that counts; none while there is none, or while it is judged again."""
    return competition.rankings.order_by("-number").first() if competition.state in LOCKED else None


def placed(published: dict[str, Any]) -> list[Placed]:
    """In the order of the ranking."""
    names = published["names"]
    return [Placed(one, names[one.place.entry], list(reasons(one, names))) for one in explained(published)]


def reasons(one: Explained, names: dict[str, dict[str, str]]) -> list[str]:
    place = one.place
    average = ngettext(
        "Rata-rata %(n)d lembar nilai: %(total)s dari 100.",
        "Rata-rata %(n)d lembar nilai: %(total)s dari 100.",
        place.sheets,
    )
    said = [average % {"n": place.sheets, "total": number_format(place.total or 0)}]
    if place.decided_by:
        how = str(BY[place.decided_by]) % {"measured": number_format(one.measured or 0)}
        said.append(_("Nilai akhirnya sama dengan peserta lain; ditentukan oleh %(how)s.") % {"how": how})
    if place.shared_with:
        others = ", ".join(names[key]["name"] for key in place.shared_with)
        said.append(
            _("Peringkat ini dipakai bersama %(others)s: tidak ada penentu yang membedakan.") % {"others": others}
        )
    return said
