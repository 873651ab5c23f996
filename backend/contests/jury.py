"""The jury as a decree appoints it: written down once, juror by juror, with where each comes from."""

from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from backend.access import decrees_for, scope_of
from backend.pages.acting import Acting, OfficialRequest, acting
from backend.pages.refusals import answered
from workflows.contests.models import Competition
from workflows.contests.seating import LONGEST_NAME, LONGEST_PAPER
from workflows.core.door import perform
from workflows.core.errors import NotDone
from workflows.decrees.models import Decree
from workflows.decrees.states import VALID
from workflows.organisation.models import Capacity, Mandate, Office, Role

from .room import SECTION, competition_or_404, organises

MOST = 9
"""Jurors on one form; the next decree adds more."""


class Appointment(forms.Form):
    """By which decree they are appointed."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    decree = forms.ModelChoiceField(
        Decree.objects.none(),
        label=_("Keputusan yang mengangkat juri"),
        required=False,
        empty_label=_("Tidak ada di Siklus"),
    )
    paper = forms.CharField(
        label=_("Bila di luar Siklus: nomor dan tanggal keputusannya"), max_length=LONGEST_PAPER, required=False
    )

    def __init__(self, data: Any = None, *, acting: Acting):
        super().__init__(data, initial={"key": str(uuid4())})
        field: Any = self.fields["decree"]
        field.queryset = decrees_for(acting.scope).filter(state__in=VALID).order_by("-pk")
        field.label_from_instance = lambda decree: f"{(decree.issue or {}).get('number') or '–'} · {decree.subject}"


class JurorForm(forms.Form):
    """Somebody who logs in, or a name whose sheets are keyed from paper."""

    who = forms.ModelChoiceField(
        Mandate.objects.none(),
        label=_("Juri dengan akun"),
        required=False,
        empty_label=_("— tidak ada, tulis namanya —"),
    )
    name = forms.CharField(label=_("Nama juri tanpa akun"), max_length=LONGEST_NAME, required=False)
    office = forms.ModelChoiceField(
        Office.objects.none(),
        label=_("Kantor asalnya"),
        required=False,
        empty_label=_("— bukan dari kantor di Siklus —"),
        help_text=_("Peserta yang dicalonkan kantor ini, atau dari wilayahnya, tidak dinilainya."),
    )

    def __init__(self, *args: Any, people: QuerySet[Mandate], offices: QuerySet[Office], **given: Any):
        super().__init__(*args, **given)
        who, office = (self.fields[name] for name in ("who", "office"))
        who.queryset, office.queryset = people, offices  # type: ignore[attr-defined]
        who.label_from_instance = lambda mandate: f"{mandate.person.full_name} · {mandate.office.label}"  # type: ignore[attr-defined]
        office.label_from_instance = lambda one: one.label  # type: ignore[attr-defined]

    @property
    def given(self) -> dict[str, Any] | None:
        """As `seat_jury` takes it; none for a row left empty."""
        said = self.cleaned_data
        if who := said.get("who"):
            return {"person": who.person_id, "office": who.office_id}
        if not said.get("name"):
            return None
        return {"name": said["name"]} | ({"office": said["office"].pk} if said.get("office") else {})


class Jury:
    """The form as a whole: the appointment, its rows, and who presides."""

    def __init__(self, data: Any, acting: Acting, presided: bool):
        choices: dict[str, Any] = {"people": candidates(acting), "offices": offices_around(acting)}
        self.appointment = Appointment(data, acting=acting)
        self.rows = [JurorForm(data, prefix=f"juri-{n}", **choices) for n in range(1, MOST + 1)]
        self.chair = str((data or {}).get("ketua", "" if presided else "1"))

    def is_valid(self) -> bool:
        return all([self.appointment.is_valid(), *(row.is_valid() for row in self.rows)])

    def values(self) -> dict[str, Any]:
        seated = [(n, row.given) for n, row in enumerate(self.rows, 1)]
        jurors = [given | {"chair": str(n) == self.chair} for n, given in seated if given]
        decree, paper = (self.appointment.cleaned_data[name] for name in ("decree", "paper"))
        return {"jurors": jurors} | ({"decree": decree.pk} if decree else {}) | ({"paper": paper} if paper else {})


def candidates(acting: Acting) -> QuerySet[Mandate]:
    """Whoever holds an office today within the organiser's territory, or serves beside it (partners, the seat)."""
    held = Mandate.objects.in_force(acting.today).filter(
        scope_of(acting.scope).within("office__region__"), acts_for=None
    )
    held = held.exclude(office__role__in=[Role.SYSTEM, Role.ADMINISTRATOR]).exclude(office__region__level="village")
    return (
        held.filter(capacity__in=[Capacity.DEFINITIF, Capacity.STAF])
        .select_related("person", "office")
        .order_by("person__name", "pk")
    )


def offices_around(acting: Acting) -> QuerySet[Office]:
    near = (
        Office.objects.active()
        .filter(scope_of(acting.scope).within())
        .exclude(role__in=[Role.SYSTEM, Role.ADMINISTRATOR])
    )
    return near.exclude(region__level="village").order_by("region__level", "label")


@require_http_methods(["GET", "POST"])
@acting
def seat_jury(request: OfficialRequest, pk: int) -> HttpResponse:
    found = competition_or_404(request, pk)
    if not organises(request, found):
        raise Http404
    presided = found.jurors.filter(chair=True).exists()
    jury, refusal = Jury(request.POST or None, request.acting, presided), None
    if request.method == "POST" and jury.is_valid():
        try:
            seat(found, jury, request)
            return redirect("competition", pk)
        except NotDone as error:
            refusal = error
    context = {
        "form": jury.appointment,
        "jury": jury,
        "competition": found,
        "file": found.file,
    }
    return answered(SECTION, request, "contests/jury.html", context, refusal)


def seat(found: Competition, jury: Jury, request: OfficialRequest) -> None:
    """Raises what the act raises."""
    perform(
        Competition.seat_jury,
        found,
        by=request.acting.mandate,
        key=jury.appointment.cleaned_data["key"],
        values=jury.values(),
    )
