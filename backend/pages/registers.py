"""The books of numbers: issued, reserved, void and released numbers, and the gaps."""

from itertools import pairwise
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from backend.access import decrees_for, registers_for
from workflows.decrees.models import DecreeNumber, Series
from workflows.decrees.states import SeriesMode

from .acting import OfficialRequest, acting

SECTION = {"section": "registers"}


@require_GET
@acting
def registers(request: OfficialRequest) -> HttpResponse:
    found = registers_for(request.acting.scope).select_related("office").order_by("office__label", "doc_class")
    return render(request, "registers/registers.html", SECTION | {"registers": found})


@require_GET
@acting
def register(request: OfficialRequest, pk: int) -> HttpResponse:
    """One year of one register, the newest number first."""
    found = get_object_or_404(registers_for(request.acting.scope).select_related("office"), pk=pk)
    years = sorted(set(found.numbers.values_list("year", flat=True)), reverse=True)
    asked = request.GET.get("tahun", "")
    year = int(asked) if asked.isdigit() and int(asked) in years else next(iter(years), None)
    of_year = found.numbers.filter(year=year) if year else found.numbers.none()
    numbers = list(of_year.select_related("file__decree").order_by("-sequence", "-date", "-pk"))
    context: dict[str, Any] = {
        "register": found, "years": years, "year": year, "numbers": numbers, "gaps": gaps(found, numbers),
        "readable": set(decrees_for(request.acting.scope).filter(pk__in=[n.file_id for n in numbers]).values_list("pk", flat=True)),
    }  # fmt: skip
    return render(request, "registers/register.html", SECTION | context)


def gaps(found: Series, numbers: list[DecreeNumber]) -> list[tuple[int, int]]:
    """Missing stretches of an own register, from the first number on; an office's book has others in between."""
    if found.mode != SeriesMode.OWN:
        return []
    sequence = sorted({number.sequence for number in numbers if number.sequence is not None})
    return [(low + 1, high - 1) for low, high in pairwise(sequence) if high - low > 1]
