"""Locked rankings for everybody: the places, the scores to take along, and computing them again, here or elsewhere."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from backend.contests.placing import newest, placed
from backend.contests.tie_words import ties_of
from backend.spreadsheet import as_csv
from workflows.contests.checking import follows, published_in
from workflows.contests.models import Competition, Ranking
from workflows.contests.states import LOCKED, CompetitionState
from workflows.core.canonical import canonical
from workflows.core.errors import BadValues

from .rates import rated
from .verdicts import Verdict

MOST = 100
"""Contests on the list: a regency holds a few a year."""
LARGEST = 2 * 1024 * 1024  # bytes; a hundred entries by nine jurors are a tenth of it
FRAME = 64 * 1024  # bytes that a form wraps round it

SAME = Verdict(
    gettext_lazy("Peringkat sesuai dengan nilainya"),
    "✓",
    "good",
    gettext_lazy("Peringkat dihitung ulang baru saja dari nilai yang diterbitkan, dan hasilnya sama."),
)
OTHER = Verdict(
    gettext_lazy("Peringkat tidak sesuai dengan nilainya"),
    "✕",
    "bad",
    gettext_lazy("Dari nilai dalam berkas ini keluar peringkat lain. Unduh berkas aslinya dari halaman lomba."),
)
NOT_OURS = Verdict(
    gettext_lazy("Hitungannya benar, tetapi bukan berkas kami"),
    "!",
    "mind",
    gettext_lazy("Peringkat mengikuti nilai dalam berkas ini, tetapi berkas ini tidak pernah kami terbitkan."),
)
FORMER = Verdict(
    gettext_lazy("Berkas kami, tetapi sudah digantikan"),
    "→",
    "mind",
    gettext_lazy("Peringkat ini pernah diterbitkan; sesudahnya penilaian dibuka lagi karena sanggahan yang diterima."),
)
AGAIN = Verdict(
    gettext_lazy("Sedang dinilai ulang"),
    "…",
    "mind",
    gettext_lazy("Sebuah sanggahan diterima. Peringkat yang dulu tidak berlaku; yang baru diterbitkan di halaman ini."),
)


class ByFile(forms.Form):
    berkas = forms.FileField(label=gettext_lazy("Berkas peringkat (JSON)"), max_length=200)


def published() -> QuerySet[Competition]:
    """Contests whose ranking was locked once; a result of long ago has none."""
    known = Competition.objects.filter(rankings__isnull=False).exclude(state=CompetitionState.CANCELLED)
    return known.select_related("file__region", "file__office", "rubric", "decree__file").distinct()


def contest_or_404(token: str) -> Competition:
    found = published().filter(file__token=token).first()
    if found is None:
        raise Http404
    return found


def locked_or_404(token: str) -> tuple[Competition, Ranking]:
    found = contest_or_404(token)
    ranking = newest(found)
    if ranking is None:
        raise Http404
    return found, ranking


@rated
@require_GET
@cache_control(max_age=60, public=True)
def contests(request: HttpRequest) -> HttpResponse:
    """The newest first."""
    found = published().filter(state__in=LOCKED).order_by("-year", "-pk")[:MOST]
    return render(request, "public/contests.html", {"contests": found, "form": ByFile()})


@rated
@require_GET
@cache_control(max_age=60, public=True)
def contest(request: HttpRequest, token: str) -> HttpResponse:
    """The ranking, computed again while it is asked for; nothing but words while it is judged again."""
    found = contest_or_404(token)
    ranking = newest(found)
    context: dict[str, Any] = {
        "competition": found,
        "file": found.file,
        "ranking": ranking,
        "form": ByFile(),
        "verdict": AGAIN,
    }
    if ranking:
        sha256, same = follows(ranking.published)
        rules = ranking.published["rules"]
        context |= {
            "verdict": SAME if same and sha256 == ranking.sha256 else OTHER,
            "sha256": sha256,
            "placed": placed(ranking.published),
            "rules": rules,
            "ties": ties_of(rules["ties"]),
            "rubric": ranking.published["rubric"],
            "jurors": jurors_of(ranking),
        }
    return render(request, "public/contest.html", context)


def jurors_of(ranking: Ranking) -> int:
    return len({juror for _entry, juror, _key, _points in ranking.published["scores"]})


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


@csrf_exempt  # it changes nothing, and the page that leads here may come from a cache
@rated
@require_POST
def recomputed(request: HttpRequest) -> HttpResponse:
    """A file that somebody has, computed again here; it is not kept."""
    form = (
        ByFile(request.POST, request.FILES)
        if int(request.META.get("CONTENT_LENGTH") or 0) <= LARGEST + FRAME
        else too_large()
    )
    if not form.is_valid():
        return render(request, "public/recomputed.html", {"form": form}, status=422)
    try:
        listed = published_in(form.cleaned_data["berkas"].read())
        sha256, same = follows(listed)
        context = {
            "verdict": verdict_on(sha256, same),
            "sha256": sha256,
            "placed": placed_or_none(listed),
            "form": ByFile(),
            "of": of_hash(sha256),
        }
    except BadValues as bad:
        form.add_error("berkas", bad.fields["berkas"])
        return render(request, "public/recomputed.html", {"form": form}, status=422)
    return render(request, "public/recomputed.html", context)


def too_large() -> ByFile:
    form = ByFile({})
    form.errors["berkas"] = form.error_class(
        [_("Berkas lebih besar dari %(n)d MB; yang kami terbitkan selalu lebih kecil.") % {"n": LARGEST >> 20}]
    )
    return form


def of_hash(sha256: str) -> Ranking | None:
    return Ranking.objects.filter(sha256=sha256).select_related("competition__file").first()


def verdict_on(sha256: str, same: bool) -> Verdict:
    if not same:
        return OTHER
    ours = of_hash(sha256)
    if ours is None:
        return NOT_OURS
    counting = newest(ours.competition)
    return SAME if counting and counting.sha256 == sha256 else FORMER


def placed_or_none(listed: dict[str, Any]) -> list[Any]:
    """What comes of the file's scores, with the names that it says itself; nothing where these are no names."""
    try:
        return placed(listed)
    except (KeyError, TypeError, AttributeError, ValueError):
        return []
