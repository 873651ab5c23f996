"""The published scores to take along: canonical JSON to compute with, CSV to read."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from backend.spreadsheet import as_csv
from workflows.contests.models import Competition, Ranking
from workflows.core.canonical import canonical

from ..rates import rated
from .locked import locked_or_404


@rated
@require_GET
def scores_json(request: HttpRequest, token: str) -> HttpResponse:
    """The canonical bytes: their SHA-256 is the one on the page."""
    found, ranking = locked_or_404(token)
    answer = HttpResponse(canonical(ranking.published), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{name_of(found, ranking)}.json"'
    return answer


@rated
@require_GET
def scores_csv(request: HttpRequest, token: str) -> HttpResponseBase:
    """Every score that counts, beside the place that came of it."""
    found, ranking = locked_or_404(token)
    header = [
        _("Peringkat"),
        _("Nilai akhir"),
        _("Kode wilayah"),
        _("Desa/kelurahan"),
        _("Kecamatan"),
        _("Juri"),
        _("Kriteria"),
        _("Bobot"),
        _("Nilai tertinggi"),
        _("Nilai"),
    ]
    return as_csv(name_of(found, ranking), header, lines_of(ranking.published))


def lines_of(listed: dict[str, Any]) -> Iterator[list[Any]]:
    criteria = {one["key"]: one for one in listed["rubric"]["criteria"]}
    places = {place["entry"]: place for place in listed["places"]}
    order = {entry: n for n, entry in enumerate(places)}
    for entry, juror, key, points in sorted(listed["scores"], key=lambda score: (order[score[0]], score[1:3])):
        village, place, one = listed["names"][entry], places[entry], criteria[key]
        yield [
            place["rank"],
            comma(place["total"]),
            village["code"],
            village["name"],
            village["district"],
            juror,
            one["label"],
            comma(one["weight"]),
            comma(one["maximum"]),
            comma(points),
        ]


def comma(number: str) -> str:
    """As spreadsheets with Indonesian settings read it."""
    return number.replace(".", ",")


def name_of(found: Competition, ranking: Ranking) -> str:
    return f"peringkat-{found.year}-{found.pk}-{ranking.number}"
