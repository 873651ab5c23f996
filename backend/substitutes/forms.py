"""The form by which a substitute is prepared: who, as what, from when until when, by which order, and for what."""

from itertools import groupby
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.pages.forms import Day, Photos
from backend.uploads import keep
from workflows.organisation.models import Capacity, Mandate, Office, Person, Role, Substitution
from workflows.organisation.states import SubstitutionState
from workflows.organisation.substitutes import DOCUMENTS, STAGES, cells, refused
from workflows.organisation.superiors import SUPERIOR

NOT_OFFERED = [Role.SYSTEM, Role.ADMINISTRATOR]
CAPACITIES = {
    Capacity.PLH: gettext_lazy("Plh. – saya berhalangan sementara"), Capacity.AN: gettext_lazy("a.n. – satu tingkat di bawah"),
    Capacity.UB: gettext_lazy("u.b. – dua tingkat di bawah"), Capacity.PLT: gettext_lazy("Plt. – jabatan kosong"),
}  # fmt: skip
SAID = ["office", "person", "capacity", "since", "until", "paper", "paper_on", "order", "powers", "prepared_by"]


class SubstituteForm(forms.Form):
    """`office` is the one to act for; where it is `vacant` only a Plt. is named."""

    who = forms.ModelChoiceField(Mandate.objects.none(), label=gettext_lazy("Pengganti"), empty_label=gettext_lazy("Pilih orang"))
    capacity = forms.ChoiceField(label=gettext_lazy("Kedudukan"), widget=forms.RadioSelect)
    since = forms.DateField(label=gettext_lazy("Mulai"), widget=Day())
    until = forms.DateField(label=gettext_lazy("Sampai dengan"), widget=Day())
    paper = forms.CharField(label=gettext_lazy("Nomor surat perintah"), max_length=200)
    paper_on = forms.DateField(label=gettext_lazy("Tanggal surat"), widget=Day())
    order = forms.FileField(label=gettext_lazy("Foto atau PDF surat perintah"), widget=Photos())
    powers = forms.MultipleChoiceField(label=gettext_lazy("Yang boleh dilakukan"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, office: Office, vacant: bool, today: Any, by: Person, **given: Any):
        self.office, self.today, self.by = office, today, by
        first = [Capacity.PLT] if vacant else [Capacity.PLH, Capacity.AN, Capacity.UB]
        start = {"capacity": first[0], "since": today, "paper_on": today, "powers": self.lawful(first[0])}
        super().__init__(*args, **{"initial": start} | given)
        fields: dict[str, Any] = self.fields
        fields["capacity"].choices = [(one.value, CAPACITIES[one]) for one in first]
        fields["powers"].choices = by_document(office)
        fields["until"].required = not vacant
        fields["who"].queryset = candidates(office, today).exclude(person=by)
        fields["who"].label_from_instance = in_words

    def lawful(self, capacity: str) -> list[str]:
        """The cells that policy lets a capacity have."""
        like = Substitution(office=self.office, person=self.by, capacity=capacity, since=self.today, until=self.today)
        return [cell for cell in cells(self.office.role) if not refused(like, cell)]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if self.errors:
            return given
        if given["since"] < self.today:
            self.add_error("since", _("Kewenangan tidak berlaku surut; mulai paling cepat hari ini."))
        elif given["until"] and given["until"] < given["since"]:
            self.add_error("until", _("Tanggal akhir tidak boleh mendahului tanggal mulai."))
        elif given["capacity"] == Capacity.UB and self.between() is None:
            self.add_error("capacity", _("u.b. untuk jabatan dua tingkat di bawah; orang ini satu tingkat, pakai a.n."))
        elif why := [words for cell in given["powers"] if (words := refused(self.made(), cell))]:
            self.add_error("powers", why[0])
        return given

    def between(self) -> Office | None:
        """For u.b.: the office above the substitute's own, if it is not the one that is acted for."""
        own = self.cleaned_data["who"].office
        above = Office.objects.active().filter(role=SUPERIOR.get(own.role, ""), region=self.office.region_id)
        return above.exclude(pk=self.office.pk).first()

    def made(self) -> Substitution:
        given = self.cleaned_data
        on_behalf = given["capacity"] in (Capacity.AN, Capacity.UB)
        names = ("capacity", "since", "until", "paper", "paper_on", "powers")
        return Substitution(
            office=self.office, person=given["who"].person, own_office=given["who"].office if on_behalf else None,
            via=self.between() if given["capacity"] == Capacity.UB else None, prepared_by=self.by, **{n: given[n] for n in names},
        )  # fmt: skip

    def prepare(self) -> Substitution:
        """Keep the order and what it says; nobody may act by it yet. Sent a second time, it is the one prepared before.

        Raises `BadValues` for a file that is none.
        """
        made = self.made()
        made.order = keep(self.cleaned_data["order"], self.by, "order")
        same = {name: getattr(made, name) for name in SAID}
        if before := Substitution.objects.filter(state=SubstitutionState.PREPARED, **same).first():
            return before
        made.save(force_insert=True)
        return made


def candidates(office: Office, today: Any) -> QuerySet[Mandate]:
    """Whoever serves in the same place or right above it, staff too (a Sekcam stands in for his Camat)."""
    region = office.territory
    near = Q(office__region=region) | Q(office__region=region.parent_id) | Q(office=office)
    held = Mandate.objects.in_force(today).filter(near, acts_for=None, person__is_active=True)
    return held.exclude(office__role__in=NOT_OFFERED).select_related("person", "office").order_by("office__label", "person__name")


def in_words(mandate: Mandate) -> str:
    who = f"{mandate.person.full_name} · {mandate.office.label}"
    return who if mandate.capacity == Capacity.DEFINITIF else f"{who} ({mandate.get_capacity_display()})"


def by_document(office: Office) -> list[tuple[Any, list[tuple[str, Any]]]]:
    """The cells in groups, one for each kind of document."""
    order = list(DOCUMENTS)
    parts = sorted((cell.partition(".") for cell in cells(office.role)), key=lambda one: order.index(one[2]))
    groups = groupby(parts, lambda one: one[2])
    return [(DOCUMENTS[kind], [("".join(one), STAGES[one[0]]) for one in group]) for kind, group in groups]
