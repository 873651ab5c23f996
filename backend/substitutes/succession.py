"""*Serah terima jabatan*: the old mandate ends, the new one begins, and everything that waits stays with the office."""

from functools import reduce
from operator import or_
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from backend.access import registered
from backend.administration.office_views import number
from backend.administration.people_views import found_by, people_of
from backend.pages.acting import OfficialRequest, acting
from backend.pages.forms import Day
from backend.pages.refusals import answered
from workflows.core.door import perform
from workflows.core.errors import NotDone
from workflows.core.models import File
from workflows.organisation.models import Mandate, Office, Person
from workflows.organisation.states import REPLACING
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState

from .room import SECTION

MOST_FOUND = 20
KINDS = ("decree", "proposal", "letter")


class SuccessionForm(forms.Form):
    person = forms.ModelChoiceField(
        Person.objects.none(), label=gettext_lazy("Pejabat baru"), widget=forms.RadioSelect, empty_label=None
    )
    capacity = forms.ChoiceField(label=gettext_lazy("Kedudukan"), choices=[(one.value, one.label) for one in REPLACING])
    since = forms.DateField(label=gettext_lazy("Menjabat sejak"), widget=Day())
    paper = forms.CharField(label=gettext_lazy("Nomor surat keputusan"), max_length=200)
    paper_on = forms.DateField(label=gettext_lazy("Tanggal surat"), widget=Day(), required=False)
    note = forms.CharField(label=gettext_lazy("Catatan"), max_length=200, required=False,
                           help_text=gettext_lazy("Misalnya pensiun, mutasi, atau hasil pemilihan."))  # fmt: skip

    def __init__(self, *args: Any, found: QuerySet[Person], **given: Any):
        super().__init__(*args, **given)
        field: Any = self.fields["person"]
        field.queryset = found
        field.label_from_instance = lambda one: one.full_name

    def appointment(self, office: Office) -> dict[str, Any]:
        given = self.cleaned_data
        on = given["paper_on"]
        return {
            "office": office.pk, "person": given["person"].pk, "capacity": given["capacity"], "paper": given["paper"],
            "paper_on": on and on.isoformat(), "note": given["note"],
        }  # fmt: skip


@require_http_methods(["GET", "POST"])
@acting
def succession(request: OfficialRequest, pk: int) -> HttpResponse:
    """What waits there, who holds it now; a name is looked for, then the change is registered."""
    scope, today = registered(request.acting.scope), request.acting.today
    seat = get_object_or_404(Office.objects.active().filter(scope.within()).select_related("region"), pk=pk)
    words, refusal = request.GET.get("cari", "").strip(), None
    found = people_of(scope).filter(is_active=True)
    named = found.filter(pk__in=first_found(found, words))
    form = SuccessionForm(request.POST or None, found=found if request.POST else named, initial={"since": today})
    if request.method == "POST" and form.is_valid():
        values = {"since": form.cleaned_data["since"], "appointments": [form.appointment(seat)]}
        try:
            perform(Office.take_over, seat, by=request.acting.mandate, values=values)
            messages.success(request, _("Serah terima tercatat. Semua tugas tetap pada jabatan dan dilanjutkan pejabat baru."))
            return redirect("succession", pk)
        except NotDone as error:
            refusal = error
    if request.method == "POST":
        form.fields["person"].queryset = found.filter(pk=number(request.POST.get("person")))  # type: ignore[attr-defined]
    held = Mandate.objects.filter(office=seat, acts_for=None).exclude(until__lt=today).select_related("person").order_by("since")
    context = {"form": form, "office": seat, "words": words, "held": held, "found": named.exists()}
    return answered(SECTION, request, "substitutes/succession.html", context | what_waits(seat), refusal)


def first_found(people: QuerySet[Person], words: str) -> list[int]:
    found = people.filter(found_by(words)).order_by("name") if words else people.none()
    return list(found.values_list("pk", flat=True)[:MOST_FOUND])


def what_waits(seat: Office) -> dict[str, Any]:
    """Everything that the office owes: open tasks by kind, what is still to come, its unfinished drafts, follow-ups."""
    there = Assignment.objects.filter(office=seat)
    kinds = there.filter(state=AssignmentState.OPEN).values_list("kind").annotate(n=Count("pk")).order_by("kind")
    unfinished = reduce(or_, (Q(**{f"{kind}__state__in": ["draft", "returned"]}) for kind in KINDS))
    return {
        "tasks": [(AssignmentKind(kind).label, n) for kind, n in kinds],
        "drafts": File.objects.filter(unfinished, office=seat).count(),
        "coming": there.filter(state=AssignmentState.WAITING).count(),
    }  # fmt: skip
