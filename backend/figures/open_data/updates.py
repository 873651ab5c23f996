"""When what is published changed last."""

from datetime import date

from django.db.models import Max
from django.http import HttpRequest

from workflows.core.clock import today
from workflows.core.models import JournalEntry
from workflows.decrees.models import Effect
from workflows.evaluations.classes import classes_of
from workflows.organisation.models import Region
from workflows.organisation.models.region import within
from workflows.reports.models import Report


def last_update(region: Region, day: date) -> date | None:
    """The newest day by then on which a decree took effect or was recorded, a report came in or a class was frozen; None: never."""
    here = within(region.path, "kampung__region__")
    decreed = Effect.objects.filter(here, entry__on__lte=day).aggregate(last=Max("entry__on"))["last"]
    told = Report.objects.filter(here, standing=True, entered_on__lte=day).aggregate(last=Max("entered_on"))["last"]
    classed = classes_of(region, day).aggregate(last=Max("entry__on"))["last"]
    return max((one for one in (decreed, told, classed) if one), default=None)


def version(request: HttpRequest, *args: object, **kwargs: object) -> str:
    """For an ETag: while nobody has acted anywhere, and it is the same day, nothing is another."""
    return f'"{JournalEntry.objects.aggregate(last=Max("pk"))["last"] or 0}-{today().isoformat()}"'
