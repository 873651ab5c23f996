"""How Kampung KB are classed, for everybody: an instrument's indicators, bands, switches, and what is not verified."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from backend.public.rates import rated
from workflows.evaluations.definition import Definition
from workflows.evaluations.facts import labels
from workflows.evaluations.models import Instrument

from .explaining import band_in_words


@rated
@require_GET
@cache_control(max_age=60, public=True)
def instrument(request: HttpRequest, pk: int) -> HttpResponse:
    """What was published once and never changes; no login, nothing personal."""
    found = get_object_or_404(Instrument, pk=pk)
    versions = Instrument.objects.filter(code=found.code).order_by("-version")
    context = {"instrument": found, "definition": found.definition, "indexes": indexes_of(found.definition), "versions": versions}
    return render(request, "rounds/instrument.html", context)


def indexes_of(definition: Definition) -> list[tuple[str, list[dict[str, object]]]]:
    """Each index with its indicators: what they read, and the numbers that give each score."""
    known = labels()
    return [
        (index.label, [
            {"indicator": one, "reads": [known[name] for name in one.measure.reads()],
             "bands": [(band.score, band_in_words(band, one.unit)) for band in one.bands]}
            for one in definition.of(index.key)
        ])
        for index in definition.indexes
    ]  # fmt: skip
