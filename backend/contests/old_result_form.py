"""A result of before Siklus as it is typed: which contest, how it is known, and who came where."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.access import villages_for
from backend.pages.acting import Acting
from backend.pages.forms import Day
from workflows.contests.drafting import FIRST_YEAR, LAST_YEAR, LONGEST_CATEGORY
from workflows.contests.entering import LONGEST_SOURCE, LOWEST_RANK
from workflows.contests.states import AREA, ContestLevel
from workflows.organisation.models import Region
from workflows.routes.planning import ancestors
from workflows.villages.drafting import hamlet_and_village

from .rows import sent, wrong

FEW, MOST = 3, 12


class Place(forms.Form):
    """One village with its rank; a row left empty is none."""

    kampung = forms.TypedChoiceField(label=gettext_lazy("Kampung KB"), required=False, coerce=int, empty_value=None)
    rank = forms.IntegerField(label=gettext_lazy("Peringkat"), min_value=1, max_value=LOWEST_RANK, required=False)

    def __init__(self, *args: Any, choices: Any, **given: Any):
        super().__init__(*args, **given)
        self.fields["kampung"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if (given.get("kampung") is None) != (given.get("rank") is None) and not self.errors:
            self.add_error("rank" if given.get("kampung") else "kampung", _("Isi Kampung KB dan peringkatnya."))
        return given


class OldResultForm(forms.Form):
    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    level = forms.ChoiceField(label=gettext_lazy("Tingkat"), choices=ContestLevel.choices)
    year = forms.IntegerField(label=gettext_lazy("Tahun lomba"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    category = forms.CharField(
        label=gettext_lazy("Kategori"),
        max_length=LONGEST_CATEGORY,
        required=False,
        help_text=gettext_lazy("Kosong bila satu untuk semua, atau tidak diketahui."),
    )
    source = forms.CharField(
        label=gettext_lazy("Sumber"),
        max_length=LONGEST_SOURCE,
        help_text=gettext_lazy("Nomor keputusan, nama berita, atau arsip yang menyebut hasil ini."),
    )
    source_on = forms.DateField(label=gettext_lazy("Tanggal sumber"), widget=Day())

    def __init__(self, data: Any = None, *, acting: Acting):
        super().__init__(data, initial={"key": str(uuid4()), "level": ContestLevel.REGENCY})
        choices = units_of(acting)
        self.places = [Place(data, prefix=f"tempat-{n}", choices=choices) for n in range(1, rows_in(data) + 1)]

    def is_valid(self) -> bool:
        fine = all([super().is_valid(), *(row.is_valid() for row in self.places)])
        for words in [*wrong(self.places, _("Baris ke-%(n)d: %(why)s"))] or (self.wrong_list() if fine else []):
            self.add_error(None, words)
        return fine and not self.errors

    def wrong_list(self) -> list[str]:
        if not self.came():
            return [_("Isi paling sedikit satu Kampung KB dengan peringkatnya.")]
        return [_("Satu Kampung KB tercantum dua kali.")] if self.twice() else []

    def came(self) -> list[tuple[int, int]]:
        """Kampung KB (ids) and their ranks."""
        given = [row.cleaned_data for row in self.places]
        return [(row["kampung"], row["rank"]) for row in given if row.get("kampung")]

    def twice(self) -> bool:
        units = [unit for unit, _rank in self.came()]
        return len(set(units)) < len(units)

    def fields_to_save(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("level", "year", "category", "source", "source_on")}


def rows_in(data: Any) -> int:
    """So many as were sent, and a few more where *Tambah baris* was pressed."""
    given = data or {}
    rows = sent(given, "tempat-{}-rank", MOST) or FEW
    return min(rows + FEW, MOST) if given.get("tekan") == "tambah" else rows


def units_of(acting: Acting) -> list[tuple[Any, Any]]:
    """The Kampung KB of the territory, by kecamatan."""
    found = villages_for(acting.scope).select_related("region__parent").order_by("region__path", "pk")
    groups: dict[str, list[tuple[int, str]]] = {}
    for unit in found:
        groups.setdefault(str(unit.region.parent), []).append((unit.pk, hamlet_and_village(unit)))
    return [("", _("– pilih –")), *groups.items()]


def region_of(level: str, acting: Acting) -> Region:
    """Where a contest of that level was held: one's own region, or the one that holds it."""
    wanted = AREA[ContestLevel(level)]
    return Region.objects.filter(pk__in=ancestors(acting.region), level=wanted).first() or acting.region
