"""What is counted of the regency and of each kecamatan: the same counts as on the dashboard."""

from collections.abc import Iterator
from datetime import date, timedelta

from workflows.organisation.models import Level, Region
from workflows.reports.completeness import Completeness, completeness, completeness_by, window
from workflows.reports.definition import Form
from workflows.reports.indicators import Told, together, told_by
from workflows.reports.states import Span
from workflows.villages.coverage import coverages, coverages_by, known_since

from ..reporting import FORMS, MONTHLY, due_on
from .dataset import Row, rounded
from .places import places_of
from .small import hidden, small

MONTHS = 12


def coverage_rows(region: Region, day: date) -> Iterator[Row]:
    since = known_since(region)
    found = {region.pk: coverages(region, day, since)} | coverages_by(region, Level.DISTRICT, day, since)
    for pk, place in places_of(region, day):
        for one in found.get(pk, {}).values():
            yield (*place, one.denominator, one.designated if one.known else None, one.villages, rounded(one.share))


def periods_of(code: str, day: date) -> Iterator[tuple[Form, date]]:
    """The newest periods that had to be told of: twelve months, or one year."""
    form, period = due_on(code, day)
    for _n in range(MONTHS if form.every == Span.MONTH else 1):
        yield form, period
        period = window(form, period - timedelta(days=1))[0]


def completeness_rows(region: Region, day: date) -> Iterator[Row]:
    places = list(places_of(region, day))
    for form, period in (one for code in FORMS for one in periods_of(code, day)):
        told = {one.region: one for one in completeness_by(region, Level.DISTRICT, form, period, day)}
        told[region.pk] = completeness(region, form, period, day)
        yield from ((*place, *of_form(form, period, told[pk])) for pk, place in places if pk in told and told[pk].expected)


def of_form(form: Form, period: date, one: Completeness) -> Row:
    told = (form.code, period, form.due_on(period), one.expected, one.reported, one.in_time)
    return (*told, rounded(one.share), rounded(one.share_in_time))


def indicator_rows(region: Region, day: date) -> Iterator[Row]:
    month = due_on(MONTHLY, day)[1]
    told = told_by(region, Level.DISTRICT, month, day)
    unsaid = [hidden(dict(zip(told, of_places, strict=True))) for of_places in zip(*told.values(), strict=True)]
    told[region.pk] = together(told.values())
    for pk, place in places_of(region, day):
        for one, places in zip(told.get(pk, []), unsaid, strict=False):
            yield *place, month, *of_indicator(one, pk in places or small(one))


def of_indicator(one: Told, unsaid: bool) -> Row:
    counts = (None, None, None) if unsaid else (one.part, one.whole, rounded(one.share))
    return one.indicator.key, one.indicator.title, *counts, one.units, unsaid
