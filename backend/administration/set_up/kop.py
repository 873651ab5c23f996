"""Step 2: emblem and kop, by the form of *Kop dan kertas*, of which the rest may wait."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from backend.pages.stationery import StationeryForm
from workflows.organisation.models import Stationery
from workflows.organisation.stationery import set_stationery

from .step import Step

ASKED = ["emblem_file", "without_emblem", "head_lines", "address", "place"]


class Kop(Step):
    name, title = "kop", gettext_lazy("Lambang dan kop")
    help = gettext_lazy("Semua boleh kosong sekarang dan diubah kapan saja di Buku nomor, Kop dan kertas.")

    def __init__(self, data: Any, files: Any, **given: Any):
        super().__init__(data, files, **given)
        row = Stationery.objects.filter(region=self.region, papers="").in_force(self.today).first()
        initial = {"head_lines": row.head_lines if row else []}
        whole = data and data.dict() | {"since": self.today.isoformat(), "papers": ""}
        self.sheet = StationeryForm(whole, files, instance=row, initial=initial)
        self.fields: Any = {name: self.sheet.fields[name] for name in ASKED}
        self.initial = {name: self.sheet.get_initial_for_field(field, name) for name, field in self.fields.items()}

    def clean(self) -> None:
        if not self.sheet.is_valid():
            raise forms.ValidationError([error for errors in self.sheet.errors.values() for error in errors])

    def save(self) -> None:
        """Raises `BadValues` for an emblem that is none."""
        said = {name: value for name, value in self.sheet.said().items() if name in {*ASKED, "emblem"}}
        set_stationery(self.region, self.today, None, **said)
