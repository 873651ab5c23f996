"""*Desa dampingan saya*: the villages that a field officer serves, and what waits for him in each."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from backend.access import inbox_of, scope_of
from backend.keyset import page_or_first
from backend.pages.acting import OfficialRequest, acting
from workflows.organisation.labels import with_labels
from workflows.organisation.models import Level, Region
from workflows.villages.models import KampungKB

from .regions import PAGE, SECTION
from .stages import LABELS


@require_GET
@acting
def accompanied(request: OfficialRequest) -> HttpResponse:
    served = Region.objects.filter(scope_of(request.acting.scope).within(""), level=Level.VILLAGE, closed_on=None)
    villages = with_labels(served).select_related("parent")
    page, after = page_or_first(villages, ["name", "pk"], request.GET.get("sesudah"), PAGE)
    return render(request, "places/accompanied.html", SECTION | {"villages": told(page, request), "after": after})


def told(villages: list[Any], request: OfficialRequest) -> list[Any]:
    """Each with its `units`, these with the words of their stage, and with the `tasks` of my office about it."""
    here = {village.pk: village for village in villages}
    for village in villages:
        village.units, village.tasks = [], []
    for unit in KampungKB.objects.filter(region__in=here).stage_on(request.acting.today).order_by("hamlet"):
        unit.stage_label = LABELS[unit.stage]
        here[unit.region_id].units.append(unit)
    for task in inbox_of(request.acting.scope).filter(region__in=here).select_related("file").order_by("due_on", "pk"):
        here[task.region_id].tasks.append(task)
    return villages
