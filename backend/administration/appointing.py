"""Appointing somebody and ending a mandate: forms, and the acts behind them."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from backend.pages.forms import Day
from workflows.core.door import perform
from workflows.organisation.models import Capacity, Mandate, Office, Person

OFFERED = [(one.value, one.label) for one in (Capacity.DEFINITIF, Capacity.STAF)]


class AppointForm(forms.Form):
    capacity = forms.ChoiceField(label=_("Kedudukan"), choices=OFFERED,
                                 help_text=_("Staf menyiapkan, mencetak, dan mencatat; tidak memutuskan."))  # fmt: skip
    since = forms.DateField(label=_("Menjabat sejak"), widget=Day())
    until = forms.DateField(label=_("Sampai"), widget=Day(), required=False, help_text=_("Kosong: sampai diakhiri."))
    paper = forms.CharField(label=_("Nomor surat keputusan/perintah"), max_length=200)
    paper_on = forms.DateField(label=_("Tanggal surat"), widget=Day(), required=False)

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {name: value for name, value in given.items() if value and name in AppointForm.base_fields}


class EndForm(forms.Form):
    until = forms.DateField(label=_("Hari terakhir"), widget=Day())


def appoint(office: Office, person: Person, form: forms.Form, by: Mandate) -> None:
    """Raises what `perform` raises."""
    assert isinstance(form, AppointForm)
    perform(Office.appoint, office, by=by, values={"person": person.pk} | form.values())


def end(mandate: Mandate, until: date, by: Mandate) -> None:
    """Raises what `perform` raises."""
    perform(Office.end_mandate, mandate.office, by=by, values={"mandate": mandate.pk, "until": until})
