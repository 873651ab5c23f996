"""The list of people: who holds which office since when. Appointments go through the one door, like all others."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.administration.people import register
from backend.administration.recording import Recorder, plain
from workflows.core.door import perform
from workflows.organisation.models import Capacity, Mandate, Office, OfficeName, Person, Region, Role
from workflows.organisation.offices import OFFICES_OF
from workflows.organisation.states import FULL_HOLDERS

from . import headers
from .cells import Wrong, day, nip, phone, region_code, text
from .headers import Column
from .lists import Checked, List, Row, regions_by_code
from .offices import Seat, seat
from .roles import Roles, is_staff, without_staff

DATA = ("name", "front_titles", "back_titles", "rank", "nip", "phone", "email")


class People(List):
    columns = [
        Column("name", gettext_lazy("Nama tanpa gelar"), ("nama", "nama lengkap", "nama pejabat"), True),
        Column("front_titles", gettext_lazy("Gelar depan")),
        Column("back_titles", gettext_lazy("Gelar belakang"), ("gelar",)),
        Column("role", gettext_lazy("Jabatan"), (), True,
               gettext_lazy("Misalnya Kepala Desa, Camat, Staf OPD KB.")),
        Column("code", gettext_lazy("Kode wilayah"), ("kode desa", "kode desa kelurahan", "kode", "kode kecamatan"), False,
               gettext_lazy("Kode desa atau kecamatan; kosong untuk kantor kabupaten/kota.")),
        Column("nip", gettext_lazy("NIP"), (), hint=gettext_lazy("18 angka, format kolom Teks.")),
        Column("rank", gettext_lazy("Pangkat/golongan"), ("pangkat", "golongan")),
        Column("phone", gettext_lazy("Nomor HP"), ("hp", "no hp", "nomor hp wa", "telepon", "whatsapp", "no wa"),
               hint=gettext_lazy("08…; undangan dikirim ke nomor ini.")),
        Column("email", gettext_lazy("Surel"), ("email", "e mail"), hint=gettext_lazy("Boleh kosong.")),
        Column("since", gettext_lazy("Menjabat sejak"), ("sejak", "tmt"), hint=gettext_lazy("Kosong: hari ini.")),
        Column("paper", gettext_lazy("Dasar penugasan"), ("nomor sk", "sk", "dasar"),
               hint=gettext_lazy("Nomor surat keputusan; kosong: nama daftar ini.")),
    ]  # fmt: skip
    example = {"name": "Contoh Nama", "back_titles": "S.Sos.",
               "role": "Staf OPD KB", "phone": "081200000000", "since": "02/01/2024"}  # fmt: skip

    @cached_property
    def roles(self) -> Roles:
        return Roles(self.region)

    @cached_property
    def regions(self) -> dict[str, Region]:
        return regions_by_code(self.region)

    @cached_property
    def offices(self) -> dict[Seat, Office]:
        there = Office.objects.active().filter(region__in=[region.pk for region in self.regions.values()]).order_by("-pk")
        return {seat(office.role, office.region_id or 0, office.label): office for office in there}

    @cached_property
    def partners(self) -> dict[str, Office]:
        """The partner agencies by what they are called: `kepala dinas kesehatan`, `dinas kesehatan`, `dinkes`."""
        known = {office.pk: office for office in self.offices.values() if office.role == Role.PARTNER}
        named = OfficeName.objects.in_force(self.today).filter(office__in=known)
        said = [(word, name.office_id) for name in named for word in (name.name, name.acronym, known[name.office_id].label) if word]
        return {headers.plain(word): known[pk] for word, pk in said}

    @cached_property
    def held(self) -> dict[int, list[Mandate]]:
        """The mandates of now and later, by office."""
        found: dict[int, list[Mandate]] = {}
        running = Mandate.objects.filter(office__in=self.offices.values()).exclude(until__lt=self.today)
        for mandate in running.select_related("person"):
            found.setdefault(mandate.office_id, []).append(mandate)
        return found

    @cached_property
    def known(self) -> dict[tuple[str, str], Person]:
        """People who hold or held an office here, by NIP and by phone."""
        here = Person.objects.filter(mandates__office__in=self.offices.values()).distinct()
        found = {("nip", plain_digits(person.nip)): person for person in here if person.nip}
        return found | {("phone", person.phone): person for person in here if person.phone}

    def check(self, row: Row) -> Checked:
        checked = Checked(row)
        given = {
            "name": checked.take("name", text, _("Isi nama lengkap.")), "nip": checked.take("nip", nip),
            "phone": checked.take("phone", phone), "email": checked.take("email", email),
            "front_titles": checked.take("front_titles", lambda value: text(value, 50)),
            "back_titles": checked.take("back_titles", lambda value: text(value, 80)),
            "rank": checked.take("rank", lambda value: text(value, 60)),
        }  # fmt: skip
        checked.about = given["name"] or _("baris %(line)d") % {"line": row.line}
        office = self.office(checked)
        since = checked.take("since", day) or self.today
        paper = checked.take("paper", lambda value: text(value, 200)) or ""
        if given["name"]:
            self.look_at(checked, given["name"])
        if office and not checked.is_wrong:
            capacity = Capacity.STAF if is_staff(row.values.get("role")) else Capacity.DEFINITIF
            person = self.person(given, office)
            checked.plan = given | {"person": person and person.pk, "office": office.pk, "capacity": capacity.value,
                                    "since": since.isoformat(), "paper": paper}  # fmt: skip
            self.compare(checked, person, office, capacity)
        return checked

    def look_at(self, checked: Checked, name: str) -> None:
        """Names are recorded as they stand; what looks odd is pointed at."""
        if name == name.lower():
            checked.warn("name", _("“%(name)s” ditulis dengan huruf kecil.") % {"name": name}, _("Dicatat seperti tertulis."))
        if "," in name or name.lower().startswith(("drs", "dr.", "ir.", "h. ", "hj.")):
            checked.warn("name", _("Gelar tampaknya ada di kolom nama."), _("Pindahkan gelar ke kolomnya."))

    def office(self, checked: Checked) -> Office | None:
        if partner := self.partners.get(headers.plain(without_staff(checked.row.values.get("role")))):
            return partner
        role = checked.take("role", self.roles.role_of, _("Isi jabatannya."))
        given = checked.take("code", region_code) if checked.row.values.get("code") else ""
        if not role or given is None:
            return None
        region = self.regions.get(given) if given else self.region
        if region and given and role == "pkb" and region.level == "village":
            region = region.parent
        office = self.offices.get(seat(role, region.pk)) if region else None
        if region is None:
            checked.wrong("code", _("Wilayah %(code)s tidak ada di %(region)s.") % {"code": given, "region": self.region.name},
                          _("Periksa kodenya."))  # fmt: skip
        elif office is None:
            self.no_office(checked, role, region)
        return office

    def no_office(self, checked: Checked, role: str, region: Region) -> None:
        if role == Role.PARTNER:
            checked.wrong("role", _("Mitra yang mana tidak disebut."), _("Tulis namanya, misalnya Kepala Dinas Kesehatan."))
            return
        level = next((level.label for level, roles in OFFICES_OF.items() if role in roles), _("kabupaten/kota"))
        checked.wrong("code" if checked.row.values.get("code") else "role",
                      _("Jabatan ini tidak ada di %(region)s.") % {"region": region.name},
                      _("Isi kode %(level)s tempat jabatan itu.") % {"level": level})  # fmt: skip

    def person(self, given: dict[str, Any], office: Office) -> Person | None:
        """Who is meant: by NIP, by phone, or by the same name in the same office."""
        here = [mandate.person for mandate in self.held.get(office.pk, []) if mandate.person.name == given["name"]]
        by_nip = self.known.get(("nip", plain_digits(given["nip"]))) if given["nip"] else None
        return by_nip or self.known.get(("phone", given["phone"])) or next(iter(here), None)

    def compare(self, checked: Checked, person: Person | None, office: Office, capacity: Capacity) -> None:
        holding = self.held.get(office.pk, [])
        has = next((m for m in holding if person and m.person_id == person.pk and m.capacity == capacity), None)
        self.once(checked, "role", (person.pk if person else checked.about, office.pk, capacity), _("Hapus salah satu baris."))
        if capacity in FULL_HOLDERS:
            self.once(checked, "role", office.pk, _("Satu jabatan dipegang satu orang; hapus salah satu baris."))
        other = next((m for m in holding if m.capacity in FULL_HOLDERS), None)
        if not has and other and capacity in FULL_HOLDERS:
            self.follow(checked, office, other)
        checked.is_new = has is None
        if person:
            self.differences(checked, person)

    def follow(self, checked: Checked, office: Office, other: Mandate) -> None:
        """Who holds the office is followed only by a row that says since when and by which paper."""
        values, since = checked.row.values, checked.plan["since"]
        if values.get("since") and values.get("paper") and since > other.since.isoformat():
            checked.plan["follows"] = other.pk
            words = _("%(person)s digantikan; penugasannya berakhir sehari sebelumnya.")
            checked.warn("role", words % {"person": other.person.full_name}, _("Tugas tetap pada jabatan."))
        else:
            held = _("%(office)s masih dipegang %(person)s.") % {"office": office, "person": other.person.full_name}
            words = _("Bila digantikan, isi “Menjabat sejak” dan “Dasar penugasan”; bila tidak, hapus baris ini.")
            checked.wrong("role", held, words)

    def differences(self, checked: Checked, person: Person) -> None:
        for column in DATA:
            label = next(one.label for one in self.columns if one.name == column)
            checked.differs(str(label), getattr(person, column), checked.plan[column])

    def apply(self, plans: Iterable[dict[str, Any]], by: Mandate, recorder: Recorder) -> None:
        for plan in plans:
            said = {name: plan[name] for name in DATA if plan[name]}
            person = Person.objects.get(pk=plan["person"]) if plan["person"] else self.registered(plan, said, recorder)
            recorder.change(person, **said)
            self.appoint(person, plan, by, recorder)

    def registered(self, plan: dict[str, Any], said: dict[str, Any], recorder: Recorder) -> Person:
        """The same new person on two lines is registered once."""
        key = ("nip", plain_digits(plan["nip"])) if plan["nip"] else ("phone", plan["phone"])
        if key[1] and key in self.known:
            return self.known[key]
        made = register(recorder, **said)
        if key[1]:
            self.known[key] = made
        return made

    def appoint(self, person: Person, plan: dict[str, Any], by: Mandate, recorder: Recorder) -> None:
        same = Mandate.objects.filter(person=person, office=plan["office"], capacity=plan["capacity"])
        if same.exclude(until__lt=self.today).exists():
            return
        paper = plan["paper"] or _("Daftar %(name)s") % {"name": recorder.source and recorder.source.name}
        since = date.fromisoformat(plan["since"])
        if plan.get("follows"):
            self.take_over(person, plan, since, by, recorder)
            return
        values = {"person": person.pk, "capacity": plan["capacity"], "since": since, "paper": paper[:200]}
        perform(Office.appoint, Office.objects.get(pk=plan["office"]), by=by, values=values)
        recorder.made(same.latest("pk"))

    def take_over(self, person: Person, plan: dict[str, Any], since: date, by: Mandate, recorder: Recorder) -> None:
        """As in *Serah terima*; what ended by it is noted, so that the import can be taken back."""
        office = Office.objects.get(pk=plan["office"])
        before = {one.pk: one.until for one in office.mandates.exclude(until__lt=since)}
        new = {"office": office.pk, "person": person.pk, "capacity": plan["capacity"], "paper": plan["paper"]}
        perform(Office.take_over, office, by=by, values={"since": since, "appointments": [new]})
        for one in Mandate.objects.filter(pk__in=before).order_by("pk"):
            if one.until != before[one.pk]:
                recorder.note(one, "until", plain(before[one.pk]), plain(one.until))
        recorder.made(office.mandates.get(person=person, since=since, capacity=plan["capacity"]))


def email(value: Any) -> str:
    given = text(value, 254)
    if given and (given.count("@") != 1 or "." not in given.rpartition("@")[2] or " " in given):
        raise Wrong(_("Surel “%(email)s” tidak sah.") % {"email": given}, _("Tulis seperti nama@contoh.go.id, atau kosongkan."))
    return given


def plain_digits(nip: str) -> str:
    return nip.replace(" ", "")
