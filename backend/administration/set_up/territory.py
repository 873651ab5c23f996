"""Step 1: the district by its code; names, kecamatan, villages and time zone follow from it."""

import re
from typing import Any

from django import forms
from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.administration.imports.cells import dotted
from workflows.contests.rubrics import load_rubrics
from workflows.core.clock import today
from workflows.evaluations.shipped import load_instruments, load_questionnaires
from workflows.organisation.labels import with_labels
from workflows.organisation.models import Level, Office, Region
from workflows.organisation.models.region import Zone
from workflows.organisation.offices import system_mandate
from workflows.organisation.territory import NATION_FOLDER, load
from workflows.organisation.territory.files import regencies
from workflows.organisation.working_days import fill_ahead
from workflows.routes.shipped import load_routes

from .step import Step


class Territory(Step):
    name, title = "wilayah", gettext_lazy("Kabupaten/kota")
    help = gettext_lazy("Cukup kodenya. Nama, kecamatan, desa, dan zona waktunya diisi dari data wilayah.")
    code = forms.CharField(label=gettext_lazy("Kode kabupaten/kota"), max_length=10,
                           help_text=gettext_lazy("Empat angka Kemendagri, misalnya 18.04."),
                           widget=forms.TextInput({"inputmode": "decimal", "autocomplete": "off"}))  # fmt: skip

    def beginning(self) -> dict[str, Any]:
        region = self.set_up.region
        return {"code": region.codes.get(until=None).code} if region else {}

    def clean_code(self) -> str:
        digits = re.sub(r"[.\s-]", "", self.cleaned_data["code"])
        if not re.fullmatch(r"\d{4}", digits):
            raise forms.ValidationError(_("Tulis empat angka, misalnya 18.04."))
        code = dotted(digits)
        if not known(code) and code not in regencies(NATION_FOLDER):
            words = _("%(code)s bukan kode kabupaten/kota. Yang ada di provinsi itu: %(codes)s.")
            raise forms.ValidationError(words % {"code": code, "codes": beside(code)})
        if self.set_up.region and Office.objects.filter(region=self.set_up.region).exists() and code != self.beginning()["code"]:
            raise forms.ValidationError(_("Jabatan sudah dibuka untuk %(region)s; kodenya tidak dapat diganti lagi.")
                                        % {"region": self.set_up.region})  # fmt: skip
        return code

    def save(self) -> None:
        code, day = self.cleaned_data["code"], today()
        if not known(code):
            load(NATION_FOLDER, day, regency=code)
        system_mandate()
        fill_ahead()
        load_routes()
        load_instruments()
        load_questionnaires()
        load_rubrics()
        self.set_up.region = known(code)
        self.set_up.save(update_fields=["region"])

    def proof(self) -> list[tuple[str, list[str]]]:
        if self.set_up.region is None:
            return []
        [region] = with_labels(Region.objects.filter(pk=self.region.pk).select_related("parent"))
        inside = with_labels(Region.objects.under(region).exclude(level=Level.REGENCY).filter(closed_on=None))
        counted = inside.values_list("label").annotate(n=Count("pk")).order_by("label")
        zone = _("Zona waktu %(zone)s") % {"zone": Zone(region.zone).label}
        lines = [", ".join(f"{n} {label.lower()}" for label, n in counted), zone]
        return [(f"{region.label} {region.name}, {region.parent.name}", lines)]


def known(code: str) -> Region | None:
    return Region.objects.filter(codes__code=code, codes__until=None, level=Level.REGENCY).first()


def beside(code: str) -> str:
    """The regencies and cities of the province that a code begins with: `18.01 Kabupaten Lampung Selatan, …`."""
    found = {other: name for other, name in regencies(NATION_FOLDER).items() if other.startswith(code[:3])}
    named = ", ".join(f"{other} {name.title()}" for other, name in sorted(found.items()))
    return named or _("tidak ada; periksa dua angka pertamanya")
