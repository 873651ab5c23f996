"""Step 4: which offices there are, and what the district's own are called."""

from typing import Any

from django import forms
from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.administration.naming import call_office
from backend.pages.lines import Lines
from workflows.core.door import perform
from workflows.organisation.models import Office, OfficeName, Region, Role
from workflows.organisation.offices import open_administration, open_offices, open_partner

from .step import Step

OPTIONAL = {Role.ASSISTANT: gettext_lazy("Asisten Sekretaris Daerah"), Role.PKB: gettext_lazy("Penyuluh KB di setiap kecamatan"),
            Role.VILLAGE_SECRETARY: gettext_lazy("Sekretaris di setiap desa/kelurahan")}  # fmt: skip


class Offices(Step):
    name, title = "jabatan", gettext_lazy("Kantor dan jabatan")
    help = gettext_lazy("Jabatan lain (Bupati/Wali Kota, Sekda, Bagian Hukum, OPD KB, Camat, kepala desa) selalu dibuka.")
    agency = forms.CharField(label=gettext_lazy("Nama OPD KB"), max_length=200,
                             help_text=gettext_lazy("Nama lengkap perangkat daerahnya, seperti pada kop."))  # fmt: skip
    acronym = forms.CharField(label=gettext_lazy("Singkatan OPD KB"), max_length=30, required=False)
    legal = forms.CharField(label=gettext_lazy("Nama bagian hukum"), max_length=200, required=False,
                            help_text=gettext_lazy("Kosong: Bagian Hukum Sekretariat Daerah."))  # fmt: skip
    partners = Lines(3, label=gettext_lazy("Perangkat daerah mitra"), required=False,
                     help_text=gettext_lazy("Misalnya Dinas Kesehatan; satu nama satu baris, boleh menyusul."))  # fmt: skip
    there = forms.MultipleChoiceField(
        label=gettext_lazy("Jabatan yang ada"), choices=list(OPTIONAL.items()), required=False, widget=forms.CheckboxSelectMultiple
    )  # fmt: skip

    def beginning(self) -> dict[str, Any]:
        """All of them before any is opened."""
        open_now = set(self.inside().values_list("role", flat=True))
        said: dict[str, Any] = {"there": [role.value for role in OPTIONAL if role in open_now or not open_now]}
        partners = OfficeName.objects.in_force(self.today).filter(office__in=self.inside().filter(role=Role.PARTNER))
        said["partners"] = list(partners.order_by("name").values_list("name", flat=True))
        for role, field in ((Role.AGENCY, "agency"), (Role.LEGAL, "legal")):
            office = self.inside().filter(role=role).first()
            name = office.names.in_force(self.today).first() if office else None
            said |= {field: name.name, "acronym": said.get("acronym") or name.acronym} if name else {}
        return said

    def inside(self) -> Any:
        return Office.objects.active().filter(region__in=Region.objects.under(self.region))

    def save(self) -> None:
        """Raises `Refused` for offices that have tasks already."""
        without = [role.value for role in OPTIONAL if role.value not in self.cleaned_data["there"]]
        open_offices(self.region, self.today, without)
        open_administration(self.region, self.today)
        unwanted = self.inside().filter(role__in=without)
        if unwanted.exists():
            perform(Office.dissolve, unwanted, by=self.by)
        given = self.cleaned_data
        for name in given["partners"]:
            open_partner(self.region, name[:200], self.today)
        self.call(Role.AGENCY, name=given["agency"], acronym=given["acronym"], title="")
        if given["legal"]:
            self.call(Role.LEGAL, name=given["legal"], acronym="", title="")

    def call(self, role: Role, **words: str) -> None:
        call_office(self.inside().get(role=role), self.today, self.today, self.recorder, **words)

    def proof(self) -> list[tuple[str, list[str]]]:
        counted = dict(self.inside().values_list("role").annotate(n=Count("pk")).order_by())
        lines = [f"{counted[role]} {Role(role).label}" for role in Role.values if role in counted]
        return [(_("Jabatan yang dibuka"), lines)] if lines else []
