"""*Orang*: who holds which office, their data, and what was changed of it by whom."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from backend.access import Scope, overseen, people_in_care
from backend.keyset import page_or_first
from backend.pages.acting import OfficialRequest
from backend.pages.refusals import answered
from workflows.core.errors import NotDone
from workflows.organisation.models import Level, Mandate, Person, Region, Role

from .appointing import AppointForm, appoint
from .history import lines_of
from .imports.cells import Wrong, nip, phone
from .offices_seen import office_or_404
from .people import register
from .room import SECTION, administering, overseeing, recorder

OWN = ["name", "front_titles", "back_titles", "rank", "nip", "phone", "email"]
ROLES = [(role.value, role.label) for role in Role if role != Role.SYSTEM]


class PersonForm(forms.ModelForm):
    class Meta:
        model = Person
        fields = OWN
        help_texts = {"nip": gettext_lazy("18 angka, boleh berspasi; kosong untuk yang bukan pegawai negeri. Bukan NIK."),
                      "phone": gettext_lazy("08…; undangan masuk dikirim ke nomor ini.")}  # fmt: skip
        widgets = {"phone": forms.TextInput({"inputmode": "tel"}), "nip": forms.TextInput({"inputmode": "numeric"})}

    def clean_nip(self) -> str:
        return understood(nip, self.cleaned_data["nip"])

    def clean_phone(self) -> str:
        return understood(phone, self.cleaned_data["phone"])

    def said(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in OWN}


def understood(reader: Any, given: str) -> str:
    try:
        return reader(given)
    except Wrong as wrong:
        raise forms.ValidationError(str(wrong)) from wrong


class Search(forms.Form):
    """What is not understood narrows nothing."""

    cari = forms.CharField(label=gettext_lazy("Nama, NIP, atau nomor HP"), required=False)
    peran = forms.ChoiceField(label=gettext_lazy("Jabatan"), required=False, choices=[("", gettext_lazy("Semua jabatan")), *ROLES])
    kecamatan = forms.ModelChoiceField(Region.objects.none(), label=gettext_lazy("Kecamatan"), required=False,
                                       empty_label=gettext_lazy("Semua kecamatan"))  # fmt: skip

    def __init__(self, data: Any, *, scope: Scope):
        super().__init__(data)
        districts = Region.objects.filter(scope.within(""), level=Level.DISTRICT, closed_on=None)
        self.fields["kecamatan"].queryset = districts.order_by("name")  # type: ignore[attr-defined]
        self.is_valid()

    def of(self, name: str) -> Any:
        return self.cleaned_data.get(name)

    @property
    def narrowed(self) -> str:
        return "&".join(f"{name}={getattr(value, 'pk', value)}" for name, value in self.cleaned_data.items() if value)


def people_of(scope: Scope) -> QuerySet[Person]:
    """Whoever holds or held an office in a territory."""
    held = Mandate.objects.filter(scope.within("office__region__"), person=OuterRef("pk"))
    return Person.objects.filter(Exists(held))


def found_by(words: str) -> Q:
    digits = "".join(sign for sign in words if sign.isdigit())
    asked = Q(name__icontains=words) | Q(username__iexact=words)
    return asked | Q(phone__contains=digits) | Q(nip__contains=words) if len(digits) >= 4 else asked


def narrowed(scope: Scope, search: Search) -> QuerySet[Person]:
    held = Mandate.objects.filter(scope.within("office__region__"), person=OuterRef("pk"))
    if search.of("peran"):
        held = held.filter(office__role=search.of("peran"))
    if district := search.of("kecamatan"):
        held = held.filter(Scope([], [district.path]).within("office__region__"))
    people = Person.objects.filter(Exists(held))
    return people.filter(found_by(search.of("cari"))) if search.of("cari") else people


@require_GET
@overseeing
def people(request: OfficialRequest) -> HttpResponse:
    scope = overseen(request.acting.scope)
    search = Search(request.GET, scope=scope)
    now = Mandate.objects.in_force(request.acting.today).select_related("office")
    rows = narrowed(scope, search).prefetch_related(Prefetch("mandates", now, to_attr="now"))
    found, after = page_or_first(rows, ["name", "pk"], request.GET.get("sesudah"))
    context = {"people": found, "after": after, "search": search, "narrowed": search.narrowed}
    return render(request, "administration/people.html", SECTION | context)


def person_or_404(request: OfficialRequest, pk: int) -> Person:
    return get_object_or_404(people_of(overseen(request.acting.scope)), pk=pk)


@require_GET
@overseeing
def person(request: OfficialRequest, pk: int) -> HttpResponse:
    """Data, offices held with their days and papers, and what was changed."""
    found = person_or_404(request, pk)
    held = found.mandates.filter(overseen(request.acting.scope).within("office__region__"))
    context = {"person": found, "mandates": held.select_related("office").order_by("-since"), "history": lines_of(found),
               "invitable": people_in_care(request.acting.scope).filter(pk=pk).exists()}  # fmt: skip
    return render(request, "administration/person.html", SECTION | context)


@require_http_methods(["GET", "POST"])
@administering
def edit_person(request: OfficialRequest, pk: int) -> HttpResponse:
    found = person_or_404(request, pk)
    form = PersonForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            recorder(request).change(Person.objects.select_for_update().get(pk=pk), **form.said())
        messages.success(request, _("Data tersimpan."))
        return redirect("person", pk)
    return answered(SECTION, request, "administration/edit_person.html", {"form": form, "person": person_or_404(request, pk)}, None)


@require_http_methods(["GET", "POST"])
@administering
def new_person(request: OfficialRequest, office: int) -> HttpResponse:
    """Somebody new always comes with an office: that is where he belongs."""
    seat = office_or_404(request, office)
    form = PersonForm(request.POST or None)
    seating = AppointForm(request.POST or None, initial={"since": request.acting.today})
    refusal = None
    if request.method == "POST" and form.is_valid() & seating.is_valid():
        try:
            with transaction.atomic():
                made = register(recorder(request), **form.said())
                appoint(seat, made, seating, request.acting.mandate)
            messages.success(request, _("%(who)s terdaftar.") % {"who": made.full_name})
            return redirect("person", made.pk)
        except NotDone as error:
            refusal = error
    context = {"form": form, "seating": seating, "office": seat}
    answer = answered(SECTION, request, "administration/new_person.html", context, refusal)
    answer.status_code = 422 if seating.is_bound and seating.errors else answer.status_code
    return answer
