"""The list of villages: which are Kampung KB, under which name, as a whole or by hamlets. Status comes from decrees."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.administration.recording import Recorder
from workflows.organisation.models import Level, Mandate, Region
from workflows.villages.models import KampungKB
from workflows.villages.states import Scope

from .cells import code, text
from .headers import Column, plain
from .lists import Checked, List, Row, code_of, regions_by_code

ANOTHER_NAME = 0.6
"""Names less alike than this are of two villages."""


class Villages(List):
    columns = [
        Column("code", gettext_lazy("Kode desa/kelurahan"), ("kode desa", "kode", "kode wilayah", "kode kemendagri"), True,
               gettext_lazy("Kode Kemendagri, dengan atau tanpa titik.")),
        Column("village", gettext_lazy("Nama desa/kelurahan"), (
            "nama desa", "desa", "kelurahan", "nama pekon", "pekon", "nama nagari", "nagari", "nama kampung", "nama gampong",
            "gampong", "desa kel", "nama"), True),
        Column("district", gettext_lazy("Kecamatan"), ("nama kecamatan", "kec"), hint=gettext_lazy("Hanya untuk dibaca.")),
        Column("name", gettext_lazy("Nama Kampung KB"), ("kampung kb",), hint=gettext_lazy("Boleh kosong.")),
        Column("hamlet", gettext_lazy("RW/dusun"), ("dusun", "rw", "dusun rw"),
               hint=gettext_lazy("Hanya untuk Kampung KB lama yang meliputi sebagian desa.")),
        Column("status", gettext_lazy("Status"), ("status kampung kb", "keterangan"),
               hint=gettext_lazy("Hanya dibandingkan: status berasal dari keputusan.")),
    ]  # fmt: skip
    example = {"code": "18.04.04.2002", "village": "Contoh Desa", "name": "Contoh Kampung", "hamlet": ""}

    @cached_property
    def own_code(self) -> str:
        return code_of(self.region)

    @cached_property
    def villages(self) -> dict[str, Region]:
        found = regions_by_code(self.region)
        return {given: region for given, region in found.items() if region.level == Level.VILLAGE}

    @cached_property
    def by_name(self) -> dict[str, list[str]]:
        """Codes by the plain name of their village."""
        found: dict[str, list[str]] = {}
        for given, region in self.villages.items():
            found.setdefault(plain(region.name), []).append(given)
        return found

    @cached_property
    def units(self) -> dict[tuple[int, str], KampungKB]:
        known = KampungKB.objects.filter(region__in=[region.pk for region in self.villages.values()])
        return {(unit.region_id, unit.hamlet): unit for unit in known}

    def check(self, row: Row) -> Checked:
        checked = Checked(row)
        given = self.given_code(checked)
        said = checked.take("village", text) or ""
        name, hamlet = checked.take("name", text) or "", checked.take("hamlet", lambda value: text(value, 100)) or ""
        checked.about = said or given or _("baris %(line)d") % {"line": row.line}
        region = self.village(checked, given, said)
        if given:
            self.once(checked, "code", (given, hamlet.lower()),
                      _("Hapus salah satu baris, atau betulkan kodenya; untuk dusun isi kolom RW/dusun."))  # fmt: skip
        if region and not checked.is_wrong:
            self.compare(checked, region, hamlet, name)
        return checked

    def given_code(self, checked: Checked) -> str | None:
        """None where it cannot be taken; where it is missing, the finding says which it would be."""
        if checked.row.values.get("code"):
            return checked.take("code", code)
        said = checked.take("village", text) or ""
        checked.wrong("code", _("Kode kosong."), self.meant(said) or _("Isi kode Kemendagri, misalnya 18.04.04.2002."))
        return None

    def meant(self, said: str) -> str:
        """The code of the only village of that name, as what to type; empty where there is none or more."""
        codes = self.by_name.get(plain(said), [])
        if len(codes) != 1:
            return ""
        return _("Tulis %(code)s (%(name)s).") % {"code": codes[0], "name": self.villages[codes[0]].name}

    def village(self, checked: Checked, given: str | None, said: str) -> Region | None:
        if given is None:
            return None
        if given in self.villages:
            self.compare_names(checked, given, said)
            return self.villages[given]
        inside = given.startswith(f"{self.own_code}.")
        unknown = _("Kode %(code)s tidak ada di %(region)s.")
        foreign = _("Kode %(code)s milik kabupaten/kota lain, bukan %(region)s.")
        cause = unknown if inside else foreign
        otherwise = _("Periksa kodenya, atau hapus baris ini bila desanya bukan di sini.")
        checked.wrong("code", cause % {"code": given, "region": self.region.name}, self.meant(said) or otherwise)
        return None

    def compare_names(self, checked: Checked, given: str, said: str) -> None:
        """Whether the list means the village whose code it gives. Names are never changed by code, only pointed at."""
        known = self.villages[given].name
        if not said or said == known:
            return
        words = {"said": said, "known": known, "code": given}
        if SequenceMatcher(None, plain(said), plain(known)).ratio() < ANOTHER_NAME:
            remedy = self.meant(said) or _("Tulis nama %(known)s, atau kode desa yang dimaksud.") % words
            checked.wrong("code", _("Kode %(code)s adalah %(known)s, bukan %(said)s.") % words, remedy)
        elif said == said.lower():
            cause = _("“%(said)s” ditulis dengan huruf kecil.") % words
            checked.warn("village", cause, _("Siklus tetap memakai “%(known)s”.") % words)
        elif plain(said) != plain(known):
            checked.warn("village", _("Nama di Siklus: %(known)s.") % words, _("Tidak diubah; betulkan daftar Anda bila perlu."))

    def compare(self, checked: Checked, region: Region, hamlet: str, name: str) -> None:
        unit = self.units.get((region.pk, hamlet))
        checked.is_new = unit is None
        checked.plan = {"region": region.pk, "hamlet": hamlet, "name": name}
        if name and name == name.lower():
            checked.warn("name", _("“%(name)s” ditulis dengan huruf kecil.") % {"name": name}, _("Dicatat seperti tertulis."))
        if unit:
            checked.differs(_("Nama Kampung KB"), unit.name, name)
        if said := checked.take("status", text):
            self.compare_status(checked, unit, said)

    def compare_status(self, checked: Checked, unit: KampungKB | None, said: str) -> None:
        known = str(unit.state_words) if unit else _("belum tercatat")
        if plain(said) != plain(known):
            cause = _("Daftar menyebut “%(said)s”, Siklus: %(known)s.") % {"said": said, "known": known}
            checked.warn("status", cause, _("Status berasal dari keputusan; impor keputusan lama untuk mencatatnya."))

    def apply(self, plans: Iterable[dict[str, Any]], by: Mandate, recorder: Recorder) -> None:
        for plan in plans:
            unit = self.units.get((plan["region"], plan["hamlet"]))
            if unit is None:
                scope = Scope.HAMLET if plan["hamlet"] else Scope.VILLAGE
                recorder.make(KampungKB(region_id=plan["region"], hamlet=plan["hamlet"], name=plan["name"], scope=scope))
            elif plan["name"]:
                recorder.change(unit, name=plan["name"])
