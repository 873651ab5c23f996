"""*Jabatan*: seats and who holds them, their names over time, their registers, and appointing and ending."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from backend.access import Scope, overseen
from backend.keyset import page_or_first
from backend.pages.acting import OfficialRequest
from backend.pages.forms import Day
from backend.pages.refusals import banner
from workflows.core.errors import NotDone
from workflows.organisation.mandates import vacant
from workflows.organisation.models import Mandate, Office, OfficeName, Person
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentState

from .appointing import AppointForm, EndForm, appoint, end
from .history import lines_of
from .naming import call_office
from .offices_seen import office_or_404, offices_for
from .people_views import Search, found_by, people_of
from .registers import RegisterForm, keep_register
from .room import SECTION, administering, overseeing, recorder

MOST_FOUND = 20


class NameForm(forms.ModelForm):
    since = forms.DateField(label=gettext_lazy("Bernama sejak"), widget=Day())

    class Meta:
        model = OfficeName
        fields = ["name", "acronym", "title"]


class OfficeSearch(Search):
    tanpa = forms.BooleanField(label=gettext_lazy("Hanya yang tanpa pejabat"), required=False)
    field_order = ["cari", "peran", "kecamatan", "tanpa"]

    def __init__(self, *args: Any, **given: Any):
        super().__init__(*args, **given)
        self.fields["cari"].label = _("Nama jabatan")


class Appoint(AppointForm):
    """One of the people found for a name."""

    person = forms.ModelChoiceField(Person.objects.none(), label=gettext_lazy("Orang"), widget=forms.RadioSelect, empty_label=None)
    field_order = ["person"]

    def __init__(self, *args: Any, found: Any, **given: Any):
        super().__init__(*args, **given)
        field: Any = self.fields["person"]
        field.queryset = found
        field.label_from_instance = lambda one: " · ".join(filter(None, [one.full_name, one.nip, one.phone]))


@require_GET
@overseeing
def offices(request: OfficialRequest) -> HttpResponse:
    search = OfficeSearch(request.GET, scope=overseen(request.acting.scope))
    rows = offices_for(request)
    if search.of("cari"):
        rows = rows.filter(label__icontains=search.of("cari"))
    if search.of("peran"):
        rows = rows.filter(role=search.of("peran"))
    if district := search.of("kecamatan"):
        rows = rows.filter(Scope([], [district.path]).within())
    if search.of("tanpa"):
        rows = rows.filter(pk__in=vacant(request.acting.today).values("pk"))
    found, after = page_or_first(rows, ["label", "pk"], request.GET.get("sesudah"))
    context = {"offices": found, "after": after, "search": search, "narrowed": search.narrowed}
    return render(request, "administration/offices.html", SECTION | context)


@require_GET
@overseeing
def office(request: OfficialRequest, pk: int) -> HttpResponse:
    return shown(request, office_or_404(request, pk))


def shown(request: OfficialRequest, seat: Any, refusal: NotDone | None = None, **forms_typed: Any) -> HttpResponse:
    today = request.acting.today
    tasks = Assignment.objects.filter(office=seat, state=AssignmentState.OPEN)
    context = {
        "office": seat, "names": seat.names.order_by("-since"), "tasks": tasks.count(), "series": seat.series.order_by("doc_class"),
        "mandates": seat.mandates.select_related("person").order_by("-since", "-pk"), "history": lines_of(seat), "today": today,
        "naming": NameForm(initial={"since": today}), "register": RegisterForm(office=seat),
        "ending": EndForm(initial={"until": today}), "refusal": refusal and banner(refusal),
    } | forms_typed  # fmt: skip
    bad = refusal or any(form.errors for form in forms_typed.values())
    return render(request, "administration/office.html", SECTION | context, status=422 if bad else 200)


@require_http_methods(["GET", "POST"])
@administering
def appoint_to(request: OfficialRequest, pk: int) -> HttpResponse:
    """Look for a person by name, then say since when and by which paper."""
    seat, words = office_or_404(request, pk), request.GET.get("cari", "").strip()
    known = people_of(overseen(request.acting.scope))
    first = known.filter(found_by(words)).order_by("name").values("pk")[:MOST_FOUND]
    found = known.filter(pk__in=first) if words else known.none()
    offered = known if request.method == "POST" else found
    form = Appoint(request.POST or None, found=offered, initial={"since": request.acting.today})
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            appoint(seat, form.cleaned_data["person"], form, request.acting.mandate)
            messages.success(request, _("%(who)s ditugaskan.") % {"who": form.cleaned_data["person"].full_name})
            return redirect("office", pk)
        except NotDone as error:
            refusal = error
    if request.method == "POST":
        form.fields["person"].queryset = known.filter(pk=number(request.POST.get("person")))  # type: ignore[attr-defined]
    context = {"office": seat, "form": form, "words": words, "found": found.exists(), "refusal": refusal and banner(refusal)}
    return render(request, "administration/appoint.html", SECTION | context, status=422 if refusal or form.errors else 200)


def number(given: str | None) -> int:
    """An id that was typed; 0, which nothing has, for what is none."""
    return int(given) if given and given.isascii() and given.isdigit() and len(given) < 19 else 0


@require_POST
@administering
def end_mandate(request: OfficialRequest, pk: int, mandate: int) -> HttpResponse:
    seat = office_or_404(request, pk)
    held = get_object_or_404(Mandate.objects.select_related("office", "person"), pk=mandate, office=seat)
    form = EndForm(request.POST)
    if not form.is_valid():
        return shown(request, seat, ending=form)
    try:
        end(held, form.cleaned_data["until"], request.acting.mandate)
    except NotDone as refusal:
        return shown(request, seat, refusal)
    messages.success(request, _("Penugasan %(who)s diakhiri.") % {"who": held.person.full_name})
    return redirect("office", pk)


@require_POST
@administering
@transaction.atomic
def name_office(request: OfficialRequest, pk: int) -> HttpResponse:
    seat = office_or_404(request, pk)
    form = NameForm(request.POST)
    if not form.is_valid():
        return shown(request, seat, naming=form)
    given = form.cleaned_data
    row = Office.objects.select_for_update().get(pk=pk)
    words = {name: given[name] for name in NameForm.Meta.fields}
    call_office(row, given["since"], request.acting.today, recorder(request), **words)
    messages.success(request, _("Nama tersimpan. Naskah memakai nama pada tanggalnya."))
    return redirect("office", pk)


@require_POST
@administering
def set_register(request: OfficialRequest, pk: int) -> HttpResponse:
    seat = office_or_404(request, pk)
    form = RegisterForm(request.POST, office=seat)
    if not form.is_valid():
        return shown(request, seat, register=form)
    try:
        with transaction.atomic():
            keep_register(seat, request.acting.today.year, recorder(request), **form.cleaned_data)
    except NotDone as refusal:
        return shown(request, seat, refusal, register=form)
    messages.success(request, _("Buku nomor tersimpan."))
    return redirect("office", pk)
