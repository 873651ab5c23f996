"""The form that ends a dated fact: a legal basis, a delegation."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.pages.forms import Day
from workflows.organisation.models.dated import Dated


class EndForm(forms.Form):
    until = forms.DateField(label=gettext_lazy("Hari terakhir"), widget=Day())

    def __init__(self, data: Any, *, fact: Dated):
        super().__init__(data)
        self.fact = fact

    def clean_until(self) -> date:
        until = self.cleaned_data["until"]
        if self.fact.since and until < self.fact.since:
            raise forms.ValidationError(_("Tanggal akhir tidak boleh mendahului tanggal mulai."))
        return until
