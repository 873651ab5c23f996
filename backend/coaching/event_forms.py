"""Planning an event, its list of participants, and the acts on it. Nobody is listed by name or number."""

from collections import Counter
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.pages.acting import Acting
from backend.pages.file_acts import FileActForm, FileButton, WithReason
from backend.pages.forms import Day, area
from workflows.coaching.enrolling import MOST_LINES, MOST_PEOPLE
from workflows.coaching.input import LONGEST_REPORT
from workflows.coaching.inventory import standing_list
from workflows.coaching.models import Event, Series
from workflows.coaching.states import EventKind
from workflows.organisation.models import Level, Mandate, Office, Region, Role
from workflows.organisation.models.region import within
from workflows.routes.planning import ancestors

SPARE = 3
UNASKED = [Role.SYSTEM, Role.ADMINISTRATOR, Role.VILLAGE_SECRETARY]
"""Offices that are on no list: a village comes as its head's."""


class EventForm(forms.Form):
    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    kind = forms.ChoiceField(label=gettext_lazy("Jenis"), choices=EventKind.choices)
    title = forms.CharField(label=gettext_lazy("Judul"), max_length=300)
    planned_on = forms.DateField(label=gettext_lazy("Tanggal"), widget=Day())
    place = forms.CharField(label=gettext_lazy("Tempat"), max_length=200)
    capacity = forms.IntegerField(label=gettext_lazy("Kapasitas"), min_value=1, max_value=MOST_PEOPLE, required=False,
                                  help_text=gettext_lazy("Berapa orang dapat ikut; kosong bila tidak dibatasi."))  # fmt: skip
    regions = forms.ModelMultipleChoiceField(Region.objects.none(), label=gettext_lazy("Untuk wilayah"),
                                             widget=forms.CheckboxSelectMultiple)  # fmt: skip
    series = forms.ModelChoiceField(Series.objects.none(), label=gettext_lazy("Bagian dari rangkaian"), required=False,
                                    empty_label=gettext_lazy("— tidak bertahap —"))  # fmt: skip
    new_series = forms.CharField(label=gettext_lazy("Atau rangkaian baru"), required=False, max_length=300,
                                 help_text=gettext_lazy("Untuk bimtek bertahap; diberi nama pada tahap pertama."))  # fmt: skip
    stage = forms.IntegerField(label=gettext_lazy("Tahap ke"), min_value=1, max_value=99, required=False)

    def __init__(self, data: Any, acting: Acting, **known: Any):
        super().__init__(data, initial={"key": str(uuid4())} | known)
        self.fields["regions"].queryset = places_of(acting.region)  # type: ignore[attr-defined]
        self.fields["series"].queryset = Series.objects.filter(office=acting.mandate.office_id).order_by("-pk")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("series") and given.get("new_series"):
            self.add_error("new_series", _("Pilih rangkaian yang ada, atau beri nama yang baru; jangan keduanya."))
        return given


def places_of(region: Region) -> Any:
    """The territory and what lies directly in it."""
    return Region.objects.filter(Q(pk=region.pk) | Q(parent=region.pk), closed_on=None).order_by("level", "name")


def near(event: Event) -> Any:
    """The offices of the regions that an event is held for, and of those above them."""
    held_for = list(event.regions.all())
    above = {pk for region in [event.office.territory, *held_for] for pk in ancestors(region)}
    offices = Q(region__in=above)
    for region in held_for:
        offices |= within(region.path, "region__")
    return Office.objects.active().filter(offices).exclude(role__in=UNASKED).select_related("region__parent")


def names_of(offices: Any) -> dict[str, Office]:
    """What each is called on the list; two of one name with their kecamatan."""
    known = list(offices.order_by("label"))
    twice = Counter(office.label for office in known)
    return {f"{office.label} ({office.region.parent})" if twice[office.label] > 1 else office.label: office for office in known}


class Line(forms.Form):
    """An office as it is called, or an element that has none."""

    who = forms.CharField(label=gettext_lazy("Kantor atau unsur"), max_length=200, required=False,
                          widget=forms.TextInput({"list": "kantor", "autocomplete": "off"}))  # fmt: skip
    count = forms.IntegerField(label=gettext_lazy("Mendapat tempat"), min_value=0, max_value=MOST_PEOPLE, required=False)
    waiting = forms.IntegerField(label=gettext_lazy("Menunggu"), min_value=0, max_value=MOST_PEOPLE, required=False)

    def line(self, names: dict[str, Office]) -> dict[str, Any] | None:
        """As `enrol` takes it; None for a line that was left empty."""
        given = self.cleaned_data
        if not given.get("who"):
            return None
        who = names.get(given["who"])
        somebody = {"office": who.pk} if who else {"element": given["who"]}
        return somebody | {"count": given.get("count") or 0, "waiting": given.get("waiting") or 0}


def lines_of(event: Event, names: dict[str, Office], data: Any = None) -> Any:
    """A form for each line of the list that counts, and some to spare."""
    called = {office.pk: name for name, office in names.items()}
    known = [{"who": line.element or called.get(line.office_id or 0, str(line.office)), "count": line.count,
              "waiting": line.waiting} for line in standing_list(event)]  # fmt: skip
    made = forms.formset_factory(Line, extra=SPARE, max_num=MOST_LINES, absolute_max=MOST_LINES)
    return made(data, prefix="lines", initial=known)


class Replan(FileActForm):
    planned_on = forms.DateField(label=gettext_lazy("Tanggal"), widget=Day())
    place = forms.CharField(label=gettext_lazy("Tempat"), max_length=200)
    capacity = forms.IntegerField(label=gettext_lazy("Kapasitas"), min_value=1, max_value=MOST_PEOPLE, required=False)

    def offer(self) -> None:
        for name in ("planned_on", "place", "capacity"):
            self.fields[name].initial = getattr(self.subject, name)

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        kept = {"capacity": given["capacity"]} if given["capacity"] else {}
        return kept | {"planned_on": given["planned_on"].isoformat(), "place": given["place"]}


class Held(FileActForm):
    held_on = forms.DateField(label=gettext_lazy("Dilaksanakan pada"), widget=Day())
    opened_by = forms.ModelChoiceField(Mandate.objects.none(), label=gettext_lazy("Dibuka oleh"), required=False,
                                       empty_label=gettext_lazy("— penyelenggara sendiri —"))  # fmt: skip

    def offer(self) -> None:
        event, acting = self.subject, self.acting
        assert acting
        self.fields["held_on"].initial = min(event.planned_on, acting.today)
        field: Any = self.fields["opened_by"]
        field.queryset = openers(event)
        field.label_from_instance = lambda one: f"{one.person.full_name} – {one.get_capacity_display()} {one.office.label}"

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        opener = {"opened_by": given["opened_by"].pk} if given["opened_by"] else {}
        return opener | {"held_on": given["held_on"].isoformat()}


def openers(event: Event) -> Any:
    """Officials at the organiser's seat or above it, and of the kecamatan that it is held for; the act asks whether they held
    office on that day.
    """
    seats = [*ancestors(event.office.territory), *event.regions.filter(level=Level.DISTRICT).values_list("pk", flat=True)]
    found = Mandate.objects.deciding().filter(office__region__in=seats).exclude(office__role__in=UNASKED)
    return found.select_related("person", "office").order_by("office__label", "-since")


class Reported(FileActForm):
    report = forms.CharField(label=gettext_lazy("Laporan kegiatan"), widget=area(5), max_length=LONGEST_REPORT,
                             help_text=gettext_lazy("Materi, hasil, dan tindak lanjut. Tanpa NIK."))  # fmt: skip

    def values(self) -> dict[str, Any]:
        return {"report": self.cleaned_data["report"]}


EVENT_BUTTONS = {
    "record_event": FileButton(gettext_lazy("Kegiatan tercatat terlaksana; sesudah itu dilaporkan."), Held, main=True),
    "report_event": FileButton(gettext_lazy("Laporan dan daftar pesertanya tidak berubah lagi."), Reported, main=True),
    "replan": FileButton(gettext_lazy("Daftar peserta tetap; yang diundang melihat rencana yang baru."), Replan),
    "call_off": FileButton(gettext_lazy("Kegiatan tidak dilaksanakan; tahapnya dapat direncanakan lagi."), WithReason, danger=True),
}
