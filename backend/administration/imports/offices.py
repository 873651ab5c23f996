"""The list of offices: how each is called from a day on, by the role it has and the region it serves."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.administration.naming import call_office
from backend.administration.recording import Recorder
from workflows.organisation.models import Level, Mandate, Office, OfficeName, Region, Role
from workflows.organisation.offices import OFFICES_OF

from .cells import day, region_code, text
from .headers import Column
from .lists import Checked, List, Row, regions_by_code
from .roles import ROLE_WORDS, Roles

Seat = tuple[str, int, str]


def seat(role: str, region: int, name: str = "") -> Seat:
    """What tells offices apart: role and region; partner agencies also by their names."""
    return role, region, name if role == Role.PARTNER else ""


def opened_at(region: Region) -> tuple[str, ...]:
    """The roles that an import may open there; partner agencies at the seat of a regency."""
    partners = (Role.PARTNER,) if region.level == Level.REGENCY else ()
    return OFFICES_OF.get(Level(region.level), ()) + partners


class Offices(List):
    columns = [
        Column("role", gettext_lazy("Jabatan"), ("peran", "jenis jabatan", "kantor"), True,
               gettext_lazy("Misalnya Camat, Kepala Desa, OPD KB, Bagian Hukum, Perangkat Daerah Mitra.")),
        Column("code", gettext_lazy("Kode wilayah"), ("kode", "kode desa", "kode kecamatan"), False,
               gettext_lazy("Kosong untuk kantor kabupaten/kota.")),
        Column("name", gettext_lazy("Nama kantor"), ("nama jabatan", "nama opd", "nama perangkat daerah", "nama"), True),
        Column("acronym", gettext_lazy("Singkatan"), ("akronim",)),
        Column("title", gettext_lazy("Sebutan pejabat"), ("sebutan",), hint=gettext_lazy("Kosong: “Kepala” diikuti nama kantor.")),
        Column("since", gettext_lazy("Bernama sejak"), ("sejak", "berlaku sejak"), hint=gettext_lazy("Kosong: hari ini.")),
    ]  # fmt: skip
    example = {"role": "OPD KB", "code": "", "name": "Dinas Contoh Keluarga Berencana", "acronym": "DCKB"}

    @cached_property
    def roles(self) -> Roles:
        return Roles(self.region)

    @cached_property
    def regions(self) -> dict[str, Region]:
        return regions_by_code(self.region)

    @cached_property
    def offices(self) -> dict[Seat, Office]:
        there = Office.objects.active().filter(region__in=[region.pk for region in self.regions.values()]).order_by("-pk")
        return {seat(office.role, office.region_id or 0, self.name_of(office)): office for office in there}

    @cached_property
    def names(self) -> dict[int, OfficeName]:
        """What offices of the regency are called today."""
        here = [region.pk for region in self.regions.values()]
        return {name.office_id: name for name in OfficeName.objects.in_force(self.today).filter(office__region__in=here)}

    def name_of(self, office: Office) -> str:
        return self.names[office.pk].name if office.pk in self.names else ""

    def check(self, row: Row) -> Checked:
        checked = Checked(row)
        role = checked.take("role", self.roles.role_of)
        region = self.region_of(checked, role)
        name = checked.take("name", lambda value: text(value, 200), _("Isi nama kantornya."))
        plan = {"name": name, "acronym": checked.take("acronym", lambda value: text(value, 30)) or "",
                "title": checked.take("title", lambda value: text(value, 200)) or ""}  # fmt: skip
        since = checked.take("since", day) or self.today
        checked.about = name or _("baris %(line)d") % {"line": row.line}
        if role and region and not checked.is_wrong:
            self.once(checked, "role", seat(role, region.pk, plan["name"]), _("Hapus salah satu baris."))
            checked.plan = {"role": role, "region": region.pk, "since": since.isoformat()} | plan
            self.compare(checked, role, region, plan)
        return checked

    def region_of(self, checked: Checked, role: str | None) -> Region | None:
        given = checked.take("code", region_code) if checked.row.values.get("code") else ""
        if role is None or given is None:
            return None
        region = self.regions.get(given) if given else self.region
        if region is None:
            checked.wrong("code", _("Wilayah %(code)s tidak ada di %(region)s.") % {"code": given, "region": self.region.name},
                          _("Periksa kodenya."))  # fmt: skip
        elif seat(role, region.pk) not in self.offices and role not in opened_at(region):
            checked.wrong("code", _("Jabatan ini tidak ada di %(level)s.") % {"level": region.get_level_display()},
                          _("Isi kode wilayah yang sesuai: kecamatan untuk Camat, desa untuk Kepala Desa."))  # fmt: skip
        return region

    def compare(self, checked: Checked, role: str, region: Region, plan: dict[str, str]) -> None:
        office = self.offices.get(seat(role, region.pk, plan["name"]))
        known = self.names.get(office.pk) if office else None
        checked.is_new = office is None
        for column in ("name", "acronym", "title"):
            checked.differs(self.label(column), getattr(known, column, ""), plan[column])

    def label(self, column: str) -> str:
        return str(next(one.label for one in self.columns if one.name == column))

    def apply(self, plans: Iterable[dict[str, Any]], by: Mandate, recorder: Recorder) -> None:
        for plan in plans:
            office = self.offices.get(seat(plan["role"], plan["region"], plan["name"]))
            if office is None:
                office = recorder.make(Office(role=plan["role"], region_id=plan["region"], label=ROLE_WORDS[plan["role"]][0]))
            words = {name: plan[name] for name in ("name", "acronym", "title")}
            call_office(office, date.fromisoformat(plan["since"]), self.today, recorder, **words)
