"""A ranking that somebody has as a file, computed again here."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from backend.contests.placing import newest, placed
from workflows.contests.checking import follows, published_in
from workflows.contests.models import Ranking
from workflows.core.errors import BadValues

from ..rates import rated
from ..verdicts import Verdict
from .verdicts import FORMER, NOT_OURS, OTHER, SAME

LARGEST = 2 * 1024 * 1024  # bytes; a hundred entries by nine jurors are a tenth of it
FRAME = 64 * 1024  # bytes that a form wraps round it


class ByFile(forms.Form):
    berkas = forms.FileField(label=gettext_lazy("Berkas peringkat (JSON)"), max_length=200)


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
