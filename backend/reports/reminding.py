"""Ingatkan: first the list of who would be told that a report is missing, then the message to exactly those."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from backend.pages.acting import Acting, OfficialRequest, acting
from backend.places.regions import region_or_404
from worker.reports import heads_of, remind
from workflows.organisation.models import Role
from workflows.reports.completeness import late
from workflows.reports.reminding import Deadline

from .asked import Asked
from .found import SECTION

OF_THE_VILLAGE = (Role.VILLAGE_HEAD, Role.VILLAGE_SECRETARY)


def may_remind(acting: Acting) -> bool:
    """Whoever is above the villages, and has a territory."""
    return (acting.mandate.acts_for or acting.mandate.office).role not in OF_THE_VILLAGE and acting.has_territory


@require_http_methods(["GET", "POST"])
@acting
def remind_reports(request: OfficialRequest, pk: int) -> HttpResponse:
    region = region_or_404(request, pk)
    if not may_remind(request.acting):
        raise Http404
    asked, day = Asked(request.POST or request.GET, request.acting.today), request.acting.today
    due_on = asked.chosen.due_on(asked.period)
    assert due_on  # only such forms are expected
    deadline, units = Deadline(asked.chosen, asked.period, due_on), late(region, asked.chosen, asked.period)
    if request.method == "POST":
        n = remind(deadline, units, request.acting.words, day)
        return told(request, n, f"{reverse('completeness', args=[pk])}?{asked.query}")
    return render(request, "reports/remind.html", SECTION | {
        "region": region, "asked": asked, "deadline": deadline, "rows": rows(units, day), "n": units.count(),
    })  # fmt: skip


def rows(units: Any, day: Any) -> list[Any]:
    """The villages whose head has somebody to be told, each with these people."""
    return list(heads_of(units, day).order_by("office__region__name", "pk"))


def told(request: OfficialRequest, n: int, back: str) -> HttpResponse:
    if n:
        messages.success(request, _("%(n)d orang diingatkan.") % {"n": n})
    else:
        messages.warning(request, _("Tidak ada yang diingatkan: semuanya sudah diingatkan hari ini, atau belum ada pejabatnya."))
    return redirect(back)
