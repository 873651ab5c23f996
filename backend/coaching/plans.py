"""Plans of coaching: the list, one made by a few clicks, and its matrix of kecamatan × months."""

from datetime import date
from functools import partial
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from backend.access import plans_for, visits_for
from backend.keyset import page_or_first
from backend.pages import history
from backend.pages.acting import Acting, OfficialRequest, acting
from backend.pages.beginning import begun_once
from backend.pages.file_acts import FileActForm, FileButton, file_act, file_offers
from backend.pages.refusals import answered, banner
from workflows.coaching.inventory import visited
from workflows.coaching.models import Plan, Visit
from workflows.coaching.planning import PLANNING, plan_coaching
from workflows.core.errors import NotDone
from workflows.core.models import JournalSubject
from workflows.core.wording import MONTHS
from workflows.organisation.models import Level, Region

from .matrix import legend, matrix, to_report

SECTION = {"section": "year", "room": "plans"}
LENGTHS = [(n, format_lazy(gettext_lazy("{n} bulan"), n=n)) for n in (3, 6, 12, 24, 36)]
BACK, AHEAD = 3, 12
EXPECTED = gettext_lazy("Satu kunjungan diharapkan untuk setiap kecamatan dan bulan; yang tidak dilaporkan tercatat terlewat.")
ADOPTING = {"adopt": FileButton(EXPECTED, main=True)}


class PlanForm(forms.Form):
    """Everything is filled in: who agrees sends it as it is."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    title = forms.CharField(label=gettext_lazy("Judul"), max_length=300)
    begins = forms.ChoiceField(label=gettext_lazy("Mulai bulan"))
    months = forms.TypedChoiceField(label=gettext_lazy("Selama"), choices=LENGTHS, coerce=int)
    districts = forms.ModelMultipleChoiceField(Region.objects.none(), label=gettext_lazy("Kecamatan"),
                                               widget=forms.CheckboxSelectMultiple)  # fmt: skip

    def __init__(self, data: Any, acting: Acting):
        here = Region.objects.under(acting.region).filter(level=Level.DISTRICT, closed_on=None).order_by("name")
        months = months_around(acting.today)
        title = _("Pembinaan Kampung KB %(year)d") % {"year": acting.today.year}
        super().__init__(data, initial={"key": str(uuid4()), "title": title, "months": 12, "districts": here,
                                        "begins": acting.today.replace(day=1).isoformat()})  # fmt: skip
        self.fields["begins"].choices = [(day.isoformat(), f"{MONTHS[day.month - 1]} {day.year}") for day in months]  # type: ignore[attr-defined]
        self.fields["districts"].queryset = here  # type: ignore[attr-defined]


def months_around(today: date) -> list[date]:
    """The first days of the months that a plan may well begin with."""
    first = today.year * 12 + today.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(first - BACK, first + AHEAD + 1)]


@require_GET
@acting
def plans(request: OfficialRequest) -> HttpResponse:
    seen = plans_for(request.acting.scope).select_related("office", "region")
    rows, after = page_or_first(seen, ["-begins", "-pk"], request.GET.get("sesudah"))
    told = [(plan, visited(visits_of(plan, request), request.acting.today)) for plan in rows]
    context = {"plans": told, "after": after, "may_plan": may_plan(request.acting)}
    return render(request, "coaching/plans.html", SECTION | context)


def visits_of(plan: Plan, request: OfficialRequest) -> QuerySet[Visit]:
    """Those of a plan that may be seen."""
    return visits_for(request.acting.scope).filter(plan=plan)


def may_plan(acting: Acting) -> bool:
    return acting.mandate.office.role in PLANNING


@require_http_methods(["GET", "POST"])
@acting
def new_plan(request: OfficialRequest) -> HttpResponse:
    if not may_plan(request.acting):
        raise Http404
    form, refusal = PlanForm(request.POST or None, request.acting), None
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("plan", begun_once(request, form, partial(begin, form, request)))
        except NotDone as error:
            refusal = error
    return answered(SECTION, request, "coaching/new_plan.html", {"form": form}, refusal)


def begin(form: PlanForm, request: OfficialRequest) -> int:
    given = form.cleaned_data
    return plan_coaching(
        request.acting.mandate, title=given["title"], districts=given["districts"], begins=date.fromisoformat(given["begins"]),
        months=given["months"],
    ).pk  # fmt: skip


def plan_or_404(request: OfficialRequest, pk: int) -> Plan:
    return get_object_or_404(plans_for(request.acting.scope).select_related("office", "region"), pk=pk)


@require_GET
@acting
def plan(request: OfficialRequest, pk: int) -> HttpResponse:
    return show(request, plan_or_404(request, pk))


@require_POST
@acting
def plan_act(request: OfficialRequest, pk: int, name: str) -> HttpResponse:
    return file_act(request, name, partial(plan_or_404, request, pk), show, "plan", ADOPTING)


def show(request: OfficialRequest, found: Plan, bound: tuple[str, FileActForm] | None = None, refusal: NotDone | None = None,
         status: int = 200) -> HttpResponse:  # fmt: skip
    today, visits = request.acting.today, visits_of(found, request).select_related("region")
    rows, mine = matrix(found, visits, today), found.office_id == request.acting.mandate.office_id
    context = SECTION | {
        "plan": found, "rows": rows, "months": found.each_month(), "legend": legend(rows), "waiting": to_report(rows),
        "today": today, "visited": visited(visits, today),
        "offers": file_offers(found, request.acting, bound, ADOPTING) if mine else [],
        "tried": bound and bound[0], "refusal": refusal and banner(refusal), "acts_at": "plan-act", "subject": found,
        "history": history.lines(JournalSubject.objects.filter(kind="plan", object_id=found.pk)),
    }  # fmt: skip
    return render(request, "coaching/plan.html", context, status=status)
