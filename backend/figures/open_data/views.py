"""The pages and files of *Data terbuka*: no login, cached, asked for as often as other public pages."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_GET

from backend.keyset import page_or_first
from backend.public.rates import rated
from workflows.core.clock import today
from workflows.organisation.labels import with_labels
from workflows.organisation.models import Level, Office, Region, RegionCode, Role
from workflows.reports.indicators import INDICATORS

from ...places.regions import OnDay
from ..asked import EARLIEST, day_in
from .datasets import DATASETS
from .formats import FORMATS, download
from .licence import licence
from .package import package_of
from .updates import last_update, version

View = Callable[..., HttpResponseBase]


def published(view: View) -> View:
    """GET alone, rated, kept for five minutes, and not sent again to who has it."""
    inner = condition(etag_func=version)(cache_control(max_age=300, public=True)(view))
    return wraps(view)(rated(require_GET(inner)))


class Search(forms.Form):
    cari = forms.CharField(label=_("Nama atau kode kabupaten/kota"), max_length=100, required=False)


@published
def regencies(request: HttpRequest) -> HttpResponse:
    """The regencies that work with Siklus, by name."""
    form = Search(request.GET)
    asked = form.cleaned_data["cari"].strip() if form.is_valid() else ""
    office = Office.objects.active().filter(role=Role.AGENCY, region=OuterRef("pk"))
    found: Any = with_labels(Region.objects.filter(Exists(office), level=Level.REGENCY, closed_on=None))
    named = (
        found.filter(Q(name__icontains=asked) | Q(codes__code=asked, codes__until=None)).distinct().select_related("parent")
        if asked
        else found.select_related("parent")
    )
    page, after = page_or_first(named, ["name", "pk"], request.GET.get("sesudah"))
    codes = dict(RegionCode.objects.filter(region__in=page, until=None).values_list("region_id", "code"))
    context = {
        "found": [(one, codes.get(one.pk)) for one in page],
        "after": after,
        "form": form,
        "asked": asked,
        "narrowed": f"cari={asked}",
    }
    return render(request, "open_data/regencies.html", context)


@published
def regency(request: HttpRequest, code: str) -> HttpResponse:
    """What there is about one, on a day; with the definitions."""
    region = regency_or_404(code)
    now = today(region.zone)
    form = OnDay(request.GET or {"tanggal": now})
    day = day_in(form, now)
    return render(request, "open_data/regency.html", {
        "region": region, "code": code, "form": form, "day": day, "datasets": DATASETS.values(), "endings": FORMATS,
        "licence": licence(), "indicators": INDICATORS, "updated": last_update(region, day),
    })  # fmt: skip


@published
def file(request: HttpRequest, code: str, day: str, name: str, ending: str) -> HttpResponseBase:
    region = regency_or_404(code)
    if name not in DATASETS:
        raise Http404
    return download(DATASETS[name], ending, region, code, day_or_404(day, region))


@published
def package(request: HttpRequest, code: str, day: str) -> JsonResponse:
    region = regency_or_404(code)
    on = day_or_404(day, region)
    answer = JsonResponse(
        package_of(region, code, on, last_update(region, on)), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    answer["Content-Disposition"] = 'attachment; filename="datapackage.json"'
    return answer


def regency_or_404(code: str) -> Any:
    """By the code of today."""
    regencies: Any = with_labels(Region.objects.filter(codes__code=code, codes__until=None, level=Level.REGENCY))
    region = regencies.first()
    if region is None:
        raise Http404
    return region


def day_or_404(text: str, region: Region) -> date:
    """A day that has been, since there are Kampung KB."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Http404 from None
    if not EARLIEST <= day <= today(region.zone):
        raise Http404
    return day
