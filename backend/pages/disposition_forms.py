"""The forms by which an office instructs another, and that one answers."""

from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflows.organisation.models import Office, Role
from workflows.organisation.models.region import within
from workflows.routes.ladder import superiors

from .forms import ActForm, Day, area

COMMON = [
    gettext_lazy("Telaah dan lapor"), gettext_lazy("Untuk ditindaklanjuti"), gettext_lazy("Siapkan bahan"),
    gettext_lazy("Bicarakan dengan saya"), gettext_lazy("Untuk diketahui"),
]  # fmt: skip


class Instruct(ActForm):
    office = forms.ModelChoiceField(label=gettext_lazy("Kepada"), queryset=Office.objects.none(), empty_label=None)
    common = forms.ChoiceField(label=gettext_lazy("Isi disposisi"), widget=forms.RadioSelect, required=False)
    instruction = forms.CharField(label=gettext_lazy("Isi lain"), widget=area(2), required=False, max_length=500)
    due_on = forms.DateField(label=gettext_lazy("Tenggat"), widget=Day())

    def offer(self) -> None:
        common: Any = self.fields["common"]
        common.choices = [(words, words) for words in COMMON]
        self.initial = {**self.initial, "common": str(COMMON[0]), "due_on": self.acting.today + timedelta(days=1)}
        self.fields["office"].queryset = below(self.task.office)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not (given.get("instruction") or given.get("common")):
            self.add_error("instruction", _("Tulis apa yang harus dilakukan."))
        return given

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {"office": given["office"].pk, "instruction": given["instruction"] or given["common"],
                "due_on": given["due_on"].isoformat()}  # fmt: skip


def below(office: Office) -> Any:
    """Whom an office may instruct: the offices of its territory that do not stand above it, the nearest first."""
    above = Q(role__in=[*superiors().get(office.role, []), Role.SYSTEM, Role.ADMINISTRATOR])
    here = Office.objects.active().filter(within(office.territory.path, "region__")).exclude(above).exclude(pk=office.pk)
    return here.select_related("region").order_by("region__path", "label")


class Answer(ActForm):
    answer = forms.CharField(label=gettext_lazy("Jawaban"), widget=area(4), max_length=5000)

    def values(self) -> dict[str, Any]:
        return {"answer": self.cleaned_data["answer"]}
