"""What a rakor looks at besides its own motions: what earlier ones asked for, and what Kampung KB have not told."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import F, Q, QuerySet

from workflows.organisation.models.region import within
from workflows.reports.completeness import counted_on, reporting
from workflows.reports.periods import months_later
from workflows.reports.shipped import form_named
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState
from workflows.villages.models import KampungKB

from .models import Rakor

MONTHLY = "progress"


def open_follow_ups(rakor: Rakor) -> QuerySet[Assignment]:
    """What is asked of offices by needs of the territory and by earlier rakors, the longest due first.

    A rakor's follow-up that its office refused is the next rakor's business, too; a need that was refused is asked anew.
    """
    asked = Assignment.objects.filter(within(rakor.file.region.path, "region__"), kind=AssignmentKind.FOLLOW_UP)
    of_rakors = Q(file__kind="rakor", state__in=[AssignmentState.OPEN, AssignmentState.REJECTED])
    open_ones = asked.filter(of_rakors | Q(file__kind="need", state=AssignmentState.OPEN)).exclude(file=rakor.pk)
    return open_ones.select_related("file", "office", "region").order_by(F("due_on").asc(nulls_last=True), "pk")


def months_not_reported(units: Iterable[int], year: int, day: date) -> dict[int, list[date]]:
    """Kampung KB → the first days of the year's months whose report was due before `day` and has not come."""
    form, found = form_named(MONTHLY), defaultdict(list)
    asked = KampungKB.objects.filter(pk__in=list(units))
    for month in months_due(year, day):
        late = reporting(asked, form, month, counted_on(form, month, day)).filter(reported_on=None)
        for unit in late.values_list("pk", flat=True):
            found[unit].append(month)
    return found


def months_due(year: int, day: date) -> list[date]:
    """The first days of the year's months whose report was due before `day`."""
    form = form_named(MONTHLY)
    months = (months_later(date(year, 1, 1), n) for n in range(12))
    return [month for month in months if (due := form.due_on(month)) and due < day]
