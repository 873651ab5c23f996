"""The journal of a territory, for whoever examines how work goes: the seat of a regency, in its own region."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from backend.access import SEAT
from backend.pages.acting import Acting, OfficialRequest, acting
from backend.pages.forms import Day
from backend.places.regions import region_or_404

from .log import written
from .period import Period

YEAR = timedelta(days=366)


class Days(forms.Form):
    dari = forms.DateField(label=_("Dari tanggal"), widget=Day())
    sampai = forms.DateField(label=_("Sampai tanggal"), widget=Day())

    def clean(self) -> dict[str, Any]:
        """A year at most, so that nobody asks for all there is by mistake."""
        told = super().clean() or {}
        since, until = told.get("dari"), told.get("sampai")
        if since and until and since > until:
            self.add_error("sampai", _("Tanggal akhir tidak boleh sebelum tanggal awal."))
        elif since and until and until - since > YEAR:
            self.add_error("sampai", _("Paling lama satu tahun sekali unduh; bagi menjadi beberapa unduhan."))
        return told


def examines(acting: Acting) -> bool:
    """Whether how work goes is looked into there."""
    return (acting.mandate.acts_for or acting.mandate.office).role in SEAT


@require_GET
@acting
def journal(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Asks for the days; with them the log itself."""
    if not examines(request.acting):
        raise Http404
    region = region_or_404(request, pk)
    form = Days(request.GET or None, initial=last_year(request.acting.today))
    if form.is_valid():
        return download(Period(region, form.cleaned_data["dari"], form.cleaned_data["sampai"]))
    return page(request, region, form)


def last_year(today: date) -> dict[str, date]:
    return {"dari": today - timedelta(days=365), "sampai": today}


def page(request: OfficialRequest, region: Any, form: Days) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, "figures/journal.html", {"section": "year", "region": region, "form": form}, status=status)


def download(period: Period) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(written(period), content_type="application/json")
    name = f"jurnal-{period.region.pk}-{period.since.isoformat()}-{period.until.isoformat()}.ocel.json"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
