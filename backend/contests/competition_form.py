"""What an organiser says of a contest before it is announced."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.formats import localize
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.pages.acting import Acting
from backend.pages.forms import Day
from workflows.contests.drafting import CALENDAR, FIRST_YEAR, LAST_YEAR, LONGEST_CATEGORY
from workflows.contests.models import Competition, RubricVersion
from workflows.contests.rubrics import offered_in
from workflows.contests.states import AREA, Need
from workflows.organisation.models import Region

BARRED = [(str(rank), gettext_lazy("peringkat") + f" {rank}") for rank in (1, 2, 3)]
TIES = [
    ("", gettext_lazy("— tidak ada —")),
    ("output", gettext_lazy("nilai keluaran (output)")),
    ("field_visit", gettext_lazy("nilai tinjauan lapangan")),
    ("chair", gettext_lazy("suara ketua juri")),
]
PLAIN = ("year", "category", "rubric", "cutoff_on", *CALENDAR, "needs", "barred_years", "winners", "appeal_days")


class Rubrics(forms.ModelChoiceField):
    def label_from_instance(self, version: Any) -> str:
        criteria = ", ".join(f"{one.label.partition(':')[0]} {localize(one.weight)}" for one in version.rubric.criteria)
        mark = _(" – SEMENTARA, bobot belum diputuskan") if version.rubric.placeholder else ""
        return f"{version} ({criteria}){mark}"


class CompetitionForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    year = forms.IntegerField(label=gettext_lazy("Tahun"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    category = forms.CharField(
        label=gettext_lazy("Kategori"),
        max_length=LONGEST_CATEGORY,
        required=False,
        help_text=gettext_lazy("Misalnya desa atau kelurahan; kosong bila satu untuk semua."),
    )
    rubric = Rubrics(
        RubricVersion.objects.none(),
        label=gettext_lazy("Rubrik penilaian"),
        empty_label=None,
        help_text=gettext_lazy("Bobot semua kriteria berjumlah 100. Rubrik terbitan tidak pernah berubah."),
    )
    cutoff_on = forms.DateField(
        label=gettext_lazy("Tanggal acuan syarat"),
        widget=Day(),
        help_text=gettext_lazy("Status dan Pokja dilihat pada hari ini."),
    )
    nominations_until = forms.DateField(label=gettext_lazy("Pencalonan paling lambat"), widget=Day(), required=False)
    visits_until = forms.DateField(label=gettext_lazy("Tinjauan lapangan paling lambat"), widget=Day(), required=False)
    ranking_on = forms.DateField(label=gettext_lazy("Rencana penguncian peringkat"), widget=Day(), required=False)
    needs = forms.MultipleChoiceField(
        label=gettext_lazy("Syarat peserta"), choices=Need.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    barred_ranks = forms.MultipleChoiceField(
        label=gettext_lazy("Pemenang yang menunggu dulu"),
        choices=BARRED,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    barred_years = forms.IntegerField(
        label=gettext_lazy("Lama menunggu (tahun)"),
        min_value=0,
        max_value=20,
        help_text=gettext_lazy("0: pemenang lama boleh langsung ikut lagi."),
    )
    sheets_needed = forms.IntegerField(
        label=gettext_lazy("Lembar nilai yang diperlukan tiap peserta"), min_value=1, max_value=50
    )
    drop_extremes = forms.BooleanField(
        label=gettext_lazy("Buang nilai tertinggi dan terendah bila ada 5 juri atau lebih"), required=False
    )
    tie_1 = forms.ChoiceField(label=gettext_lazy("Bila nilai sama, penentu pertama"), choices=TIES, required=False)
    tie_2 = forms.ChoiceField(label=gettext_lazy("Penentu kedua"), choices=TIES, required=False)
    tie_3 = forms.ChoiceField(label=gettext_lazy("Penentu ketiga"), choices=TIES, required=False)
    winners = forms.IntegerField(label=gettext_lazy("Jumlah pemenang"), min_value=1, max_value=100)
    appeal_days = forms.IntegerField(
        label=gettext_lazy("Masa sanggah (hari)"),
        min_value=0,
        max_value=60,
        help_text=gettext_lazy("Dihitung sejak peringkat dikunci, hari terakhir termasuk."),
    )

    def __init__(self, data: Any = None, *, region: Region, initial: dict[str, Any]):
        super().__init__(data, initial=initial)
        self.fields["rubric"].queryset = offered_in(region)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        chosen = self.ties()
        if len(set(chosen)) < len(chosen):
            self.add_error("tie_2", _("Satu penentu dipakai satu kali saja."))
        return given

    def ties(self) -> list[str]:
        return [name for n in (1, 2, 3) if (name := self.cleaned_data.get(f"tie_{n}"))]

    def fields_to_save(self) -> dict[str, Any]:
        """As `drafting` takes them."""
        given = self.cleaned_data
        rules = {"sheets_needed": given["sheets_needed"], "drop_extremes": given["drop_extremes"], "ties": self.ties()}
        return {name: given[name] for name in PLAIN} | {
            "rules": rules,
            "barred_ranks": sorted(map(int, given["barred_ranks"])),
        }


class NewCompetition(CompetitionForm):
    key = forms.CharField(widget=forms.HiddenInput, max_length=100, required=False)
    level = forms.ChoiceField(label=gettext_lazy("Tingkat"))
    field_order = ["level"]

    def __init__(self, data: Any = None, *, acting: Acting):
        first = initial_of(
            Competition(rubric=offered_in(acting.region).first(), year=acting.today.year, cutoff_on=acting.today)
        )
        super().__init__(data, region=acting.region, initial=first | {"key": str(uuid4())})
        del self.fields["version"]
        levels = [level for level, area in AREA.items() if area == acting.region.level]
        self.fields["level"].choices = [(level.value, level.label) for level in levels]  # type: ignore[attr-defined]

    def fields_to_save(self) -> dict[str, Any]:
        return super().fields_to_save() | {"level": self.cleaned_data["level"]}


def initial_of(competition: Competition) -> dict[str, Any]:
    plain = {name: getattr(competition, name) for name in PLAIN if name != "rubric"}
    rules = competition.ranking_rules
    ties = {f"tie_{n}": name for n, name in enumerate(rules.ties, 1)}
    return (
        plain
        | ties
        | {
            "rubric": competition.rubric_id,
            "barred_ranks": [str(rank) for rank in competition.barred_ranks],
            "sheets_needed": rules.sheets_needed,
            "drop_extremes": rules.drop_extremes,
            "version": competition.file.version if competition.pk else 0,
        }
    )
