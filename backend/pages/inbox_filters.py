"""What the lists of *Tugas saya* are narrowed to: a form, and the same as chips that can be taken off."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflows.organisation.models import Region
from workflows.organisation.models.region import within
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState


@dataclass(frozen=True)
class Chip:
    """One thing that the list is (or could be) narrowed to; `address` is the list with it taken off (or put on)."""

    label: str
    address: str
    on: bool


class PlaceField(forms.ModelChoiceField):
    def label_from_instance(self, region: Region) -> str:
        return f"– {region.name}" if region.level == "village" else region.name


class Filters(forms.Form):
    """All is optional; what cannot be read is left out."""

    jenis = forms.ChoiceField(
        label=gettext_lazy("Jenis"), required=False, choices=[("", gettext_lazy("Semua jenis")), *AssignmentKind.choices]
    )
    tempat = PlaceField(
        label=gettext_lazy("Tempat"), queryset=Region.objects.none(), required=False, empty_label=gettext_lazy("Semua tempat")
    )
    lewat = forms.BooleanField(label=gettext_lazy("Hanya yang lewat tenggat"), required=False)

    def __init__(self, data: QueryDict, region: Region, today: date):
        super().__init__(data)
        self.asked, self.today = data, today
        self.fields["tempat"].queryset = places(region, data.get("tempat", ""))  # type: ignore[attr-defined]
        self.is_valid()

    @property
    def used(self) -> dict[str, Any]:
        """What was asked for and could be read."""
        return {name: value for name, value in self.cleaned_data.items() if value}

    def narrowed(self, tasks: QuerySet[Assignment]) -> QuerySet[Assignment]:
        """The tasks that fit."""
        if kind := self.used.get("jenis"):
            tasks = tasks.filter(kind=kind)
        if place := self.used.get("tempat"):
            tasks = tasks.filter(within(place.path, "region__"))
        if self.used.get("lewat"):
            tasks = tasks.filter(due_on__lt=self.today, state=AssignmentState.OPEN)
        return tasks

    def address(self, **changes: str) -> str:
        """The query string of the present list, from its beginning, with these put on (or, empty, taken off)."""
        kept = self.asked.copy()
        kept.pop("sesudah", None)
        for name, value in changes.items():
            kept.pop(name, None)
            if value:
                kept[name] = value
        return kept.urlencode()

    def chips(self) -> Iterator[Chip]:
        late = bool(self.used.get("lewat"))
        yield Chip(_("Lewat tenggat"), self.address(lewat="" if late else "on"), late)
        if kind := self.used.get("jenis"):
            yield Chip(AssignmentKind(kind).label.capitalize(), self.address(jenis=""), True)
        if place := self.used.get("tempat"):
            yield Chip(place.name, self.address(tempat=""), True)


def places(region: Region, chosen: str) -> QuerySet[Region]:
    """What lies right in a region, and what lies right in the place that was chosen of it or beside that."""
    here = Region.objects.under(region).exclude(pk=region.pk)
    near = Region.objects.filter(pk=chosen) if chosen.isdecimal() and len(chosen) < 18 else Region.objects.none()
    parents = [region.pk, *(pk for pair in near.values_list("pk", "parent") for pk in pair if pk)]
    return here.filter(parent__in=parents).order_by("path")
