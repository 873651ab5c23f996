"""A new webhook as a form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from backend.access import Scope
from worker.errors import WorkerError
from worker.webhooks import reaching
from worker.webhooks.events import TYPES
from workflows.organisation.models import Level, Region


class NewWebhook(forms.Form):
    name = forms.CharField(label=_("Nama"), max_length=80, help_text=_("Program atau kantor yang menerima."))
    url = forms.CharField(
        label=_("Alamat"), max_length=300, help_text=_("https://… di internet umum."), widget=forms.URLInput()
    )
    region = forms.ModelChoiceField(label=_("Wilayah"), queryset=Region.objects.none(), empty_label=None)
    events = forms.MultipleChoiceField(
        label=_("Peristiwa"), required=False, choices=[(name, name) for name in TYPES],
        widget=forms.CheckboxSelectMultiple, help_text=_("Tidak ada yang dipilih berarti semua."),
    )  # fmt: skip

    def __init__(self, data: Any, scope: Scope):
        super().__init__(data)
        here = Region.objects.filter(scope.within("")).exclude(level=Level.VILLAGE).order_by("path")
        self.fields["region"].queryset = here  # type: ignore[attr-defined]

    def clean_url(self) -> str:
        """Looked up now, so that a slip of the pen is told now; and once more at every message."""
        url = self.cleaned_data["url"].strip()
        try:
            reaching.address_of(reaching.parsed(url))
        except WorkerError as problem:
            raise forms.ValidationError(str(problem)) from None
        return url
