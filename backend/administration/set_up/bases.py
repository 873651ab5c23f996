"""Step 6: which of the nation's usual legal bases the decrees of the district may cite."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.administration.bases import take_usual, told
from workflows.decrees.bases import LegalBasis, usual

from .step import Step


class Bases(Step):
    name, title = "dasar-hukum", gettext_lazy("Dasar hukum")
    help = gettext_lazy("Setiap keputusan menyebut dasar hukumnya. Yang lazim sudah dicentang; Perda dan Perbup ditambahkan "
                        "sesudah ini, dan judul yang belum diverifikasi dicocokkan di sana.")  # fmt: skip
    chosen = forms.MultipleChoiceField(
        label=gettext_lazy("Yang lazim dikutip"), widget=forms.CheckboxSelectMultiple, required=False
    )  # fmt: skip

    def __init__(self, data: Any, files: Any, **given: Any):
        super().__init__(data, files, **given)
        self.fields["chosen"].choices = [(title, told(basis)) for title, basis in usual(self.region).items()]  # type: ignore[attr-defined]

    def beginning(self) -> dict[str, Any]:
        return {"chosen": [*usual(self.region)]}

    def save(self) -> None:
        take_usual(self.region, self.cleaned_data["chosen"], self.recorder)

    def proof(self) -> list[tuple[str, list[str]]]:
        there = [told(basis) for basis in LegalBasis.objects.of(self.region)]
        return [(_("Dasar hukum dalam daftar"), there)] if there else []
