"""What an organiser types: the plan of a rakor, whom it calls, and the acts on it."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.pages.file_acts import FileActForm, FileButton
from backend.pages.forms import Day, Photos, area
from backend.pages.lines import Lines
from backend.pages.proposal_forms import Several
from workflows.evaluations.models import Round
from workflows.evaluations.states import RoundState
from workflows.meetings.inviting import INVITABLE, offices_near
from workflows.meetings.opening import opening_holders
from workflows.meetings.states import QuorumKind
from workflows.organisation.models import Mandate, Office, Region, Role
from workflows.routes.planning import ancestors

MARK = "|"
MOST_SHEETS = 20
USUAL = [Role.SECRETARY, Role.AGENCY, Role.PARTNER, Role.CAMAT, Role.PKB, Role.VILLAGE_HEAD]
"""Roles that a yearly rakor usually calls, first in the list."""


class Clock(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class Plan(forms.Form):
    """A rakor that nobody is called to yet. Offices are those of the organiser's territory and above it."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    held_on = forms.DateField(label=gettext_lazy("Tanggal"), widget=Day())
    begins = forms.TimeField(label=gettext_lazy("Mulai pukul"), widget=Clock())
    ends = forms.TimeField(label=gettext_lazy("Selesai pukul"), widget=Clock(), required=False)
    place = forms.CharField(label=gettext_lazy("Tempat"), max_length=300)
    agenda = Lines(6, label=gettext_lazy("Acara"), help_text=gettext_lazy("Satu acara satu baris, berurutan."))
    chair = forms.ModelChoiceField(label=gettext_lazy("Pimpinan rapat"), queryset=Office.objects.none())
    opener = forms.ModelChoiceField(label=gettext_lazy("Dibuka oleh"), queryset=Office.objects.none(), required=False,
                                    empty_label=gettext_lazy("– pimpinan rapat –"))  # fmt: skip
    note_taker = forms.ModelChoiceField(label=gettext_lazy("Notulis"), queryset=Office.objects.none(), required=False,
                                        empty_label=gettext_lazy("– tanpa akun, nama di bawah –"))  # fmt: skip
    scribe = forms.CharField(label=gettext_lazy("Nama notulis tanpa akun"), max_length=150, required=False)
    quorum = forms.IntegerField(label=gettext_lazy("Kuorum"), min_value=1, required=False,
                                help_text=gettext_lazy("Kosong berarti tanpa kuorum."))  # fmt: skip
    quorum_kind = forms.ChoiceField(label=gettext_lazy("Satuan kuorum"), choices=QuorumKind.choices)
    roles = forms.MultipleChoiceField(label=gettext_lazy("Undang semua"), required=False, widget=forms.CheckboxSelectMultiple)
    offices = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Undang juga kantor"), queryset=Office.objects.none(), required=False
    )
    guests = Lines(3, label=gettext_lazy("Tamu"), required=False, help_text=gettext_lazy("Satu baris satu tamu: nama | unsur"))

    def __init__(self, data: Any = None, *, region: Region, **more: Any):
        super().__init__(data, **more)
        near = offices_near(region).order_by("label")
        for name in ("chair", "opener", "note_taker", "offices"):
            field: Any = self.fields[name]
            field.queryset = near
        self.fields["roles"].choices = [(role, Role(role).label) for role in in_usual_order()]  # type: ignore[attr-defined]

    def clean_guests(self) -> list[dict[str, str]]:
        """Each guest stands for an element on the list of attendance."""
        return [guest(n, line) for n, line in enumerate(self.cleaned_data["guests"], 1)]

    def given(self) -> dict[str, Any]:
        """The fields as `plan_rakor` and `replan` take them."""
        known = self.cleaned_data
        plain = {name: known[name] for name in ("held_on", "begins", "ends", "place", "agenda", "scribe", "quorum", "quorum_kind")}
        offices = {name: known[name].pk if known[name] else None for name in ("chair", "opener", "note_taker")}
        invites = [{"role": role} for role in known["roles"]] + [{"office": office.pk} for office in known["offices"]]
        return plain | offices | {"invites": invites + known["guests"]}


class NewPlan(Plan):
    """With the round that it is about, which is chosen once. Sent twice with the same `key`, it is one rakor."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=100, required=False)
    round = forms.ModelChoiceField(label=gettext_lazy("Membahas putaran evaluasi"), queryset=Round.objects.none(), required=False,
                                   empty_label=gettext_lazy("– tanpa putaran –"))  # fmt: skip
    field_order = ["version", "round"]

    def __init__(self, data: Any = None, *, region: Region, **more: Any):
        super().__init__(data, region=region, **more)
        field: Any = self.fields["round"]
        field.queryset = rounds_of(region)
        field.label_from_instance = lambda one: f"{one.file.title} ({one.get_state_display()})"


def rounds_of(region: Region) -> QuerySet[Round]:
    """Those that may still be discussed, the newest first."""
    return Round.objects.filter(region=region).exclude(state=RoundState.CLOSED).select_related("file").order_by("-year")


def in_usual_order() -> list[str]:
    return sorted(INVITABLE, key=lambda role: (role not in USUAL, USUAL.index(Role(role)) if role in USUAL else 0))


def guest(n: int, line: str) -> dict[str, str]:
    name, mark, group = (part.strip() for part in line.partition(MARK))
    if not (name and group):
        raise forms.ValidationError(_("Tamu baris %(n)d: tulis nama, garis tegak, lalu unsurnya.") % {"n": n})
    return {"name": name, "group": group}


def written_plan(rakor: Any) -> dict[str, Any]:
    """A rakor as the form shows it."""
    invites = rakor.invites
    return {
        "version": rakor.file.version, "held_on": rakor.held_on, "begins": rakor.begins, "ends": rakor.ends, "place": rakor.place,
        "agenda": rakor.agenda, "chair": rakor.chair_id, "opener": rakor.opener_id, "note_taker": rakor.note_taker_id,
        "scribe": rakor.scribe, "quorum": rakor.quorum, "quorum_kind": rakor.quorum_kind,
        "roles": [one["role"] for one in invites if "role" in one],
        "offices": [one["office"] for one in invites if "office" in one],
        "guests": [f"{one['name']} {MARK} {one['group']}" for one in invites if "name" in one],
    }  # fmt: skip


class SheetsForm(forms.Form):
    sheets = Several(label=gettext_lazy("Foto atau pindaian lembar"), widget=Photos(several=True),
                     help_text=gettext_lazy("Foto, atau PDF paling besar 10 MB; boleh beberapa sekaligus."))  # fmt: skip

    def clean_sheets(self) -> list[Any]:
        given = self.cleaned_data["sheets"]
        if len(given) > MOST_SHEETS:
            raise forms.ValidationError(_("Paling banyak %(n)d lembar sekaligus.") % {"n": MOST_SHEETS})
        return given


# --- acts on the rakor ---------------------------------------------------------------------------------------------------


class Reason(FileActForm):
    reason = forms.CharField(label=gettext_lazy("Alasan"), widget=area(2))


class Move(Reason):
    """What is left empty stays."""

    held_on = forms.DateField(label=gettext_lazy("Tanggal baru"), widget=Day(), required=False)
    begins = forms.TimeField(label=gettext_lazy("Mulai pukul"), widget=Clock(), required=False)
    ends = forms.TimeField(label=gettext_lazy("Selesai pukul"), widget=Clock(), required=False)
    place = forms.CharField(label=gettext_lazy("Tempat baru"), max_length=300, required=False)

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        times = {name: f"{given[name]:%H:%M}" for name in ("begins", "ends") if given[name]}
        day = {"held_on": given["held_on"].isoformat()} if given["held_on"] else {}
        return day | times | ({"place": given["place"]} if given["place"] else {})


class Opening(FileActForm):
    """Who opens it is asked only where the office that does has no holder that day."""

    opened_by = forms.ModelChoiceField(label=gettext_lazy("Yang membuka"), queryset=Mandate.objects.none())

    def offer(self) -> None:
        rakor: Any = self.subject
        if opening_holders(rakor):
            del self.fields["opened_by"]
            return
        field: Any = self.fields["opened_by"]
        near = Mandate.objects.in_force(rakor.held_on).deciding().filter(office__region__in=ancestors(rakor.file.region))
        field.queryset = near.select_related("person", "office").order_by("office__label", "pk")
        field.label_from_instance = lambda mandate: f"{mandate.person.full_name} · {mandate.office.label}"

    def values(self) -> dict[str, Any]:
        opener = self.cleaned_data.get("opened_by")
        return {"opened_by": opener.pk} if opener else {}


class End(FileActForm):
    """Attendance and decisions stand afterwards, and the record is drafted with them."""

    ends = forms.TimeField(label=gettext_lazy("Selesai pukul"), widget=Clock(), required=False,
                           help_text=gettext_lazy("Kosong: seperti rencana, atau tertulis “sampai dengan selesai”."))  # fmt: skip


BUTTONS = {
    "invite": FileButton(gettext_lazy("Setiap kantor mendapat kursi dan diberi tahu; daftarnya lalu tetap."), main=True),
    "move_rakor": FileButton(gettext_lazy("Semua yang diundang diberi tahu perubahannya."), Move),
    "cancel_rakor": FileButton(gettext_lazy("Rakor berakhir sebelum dimulai; semua yang diundang diberi tahu."), Reason),
    "open_meeting": FileButton(gettext_lazy("Kehadiran dan keputusan dicatat sejak sekarang."), Opening, main=True),
    "end_meeting": FileButton(gettext_lazy("Kehadiran dan keputusan tetap; konsep berita acara langsung disusun."), End, main=True),
    "take_up_again": FileButton(gettext_lazy("Rapat dibuka lagi; keputusan diperbaiki lalu berita acara disusun ulang."), Reason),
}  # fmt: skip
