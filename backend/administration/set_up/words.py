"""Step 3: what villages and their heads are called here, and the programme."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.administration.imports.roles import kinds_in
from workflows.organisation.models import Kind, Office, Region, RegionLabel, Stationery
from workflows.organisation.offices import label_offices
from workflows.organisation.stationery import programme_on, set_stationery

from .step import Step


class Words(Step):
    name, title = "sebutan", gettext_lazy("Sebutan setempat")
    help = gettext_lazy("Layar dan naskah memakai kata-kata ini. Usulan dari data wilayah; betulkan bila berbeda.")

    def __init__(self, data: Any, files: Any, **given: Any):
        super().__init__(data, files, **given)
        for kind, label, head in kinds_in(self.region):
            words = {"kind": Kind(kind).label}
            self.fields[f"label_{kind}"] = forms.CharField(label=_("Sebutan %(kind)s") % words, max_length=50, initial=label)
            whose = _("Sebutan kepalanya (%(kind)s)") % words
            self.fields[f"head_{kind}"] = forms.CharField(label=whose, max_length=60, initial=head)
        row = Stationery.objects.filter(region=self.region, papers="").in_force(self.today).first()
        self.fields["programme"] = forms.CharField(label=_("Nama program"), max_length=100,
                                                   initial=(row and row.programme) or programme_on(self.today))  # fmt: skip

    def save(self) -> None:
        for kind, label, head in kinds_in(self.region):
            said = (self.cleaned_data[f"label_{kind}"], self.cleaned_data[f"head_{kind}"])
            if said != (label, head):
                RegionLabel.objects.update_or_create(
                    region=self.region, kind=kind, shipped=False, defaults={"label": said[0], "head_title": said[1]}
                )  # fmt: skip
        set_stationery(self.region, self.today, None, programme=self.cleaned_data["programme"])
        label_offices(Office.objects.filter(region__in=Region.objects.under(self.region)), self.today)
