"""Which reports belong together. The queries speak of the world as it was before the act."""

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.fields import BigIntegerField, DateField

from workflows.core.act import all_of

SAME = ("kampung", "form", "period", "occasion")
"""What two reports share that tell of the same."""


def same(rows: QuerySet) -> QuerySet:
    return rows


def told() -> QuerySet:
    """All reports about what the outer one tells of."""
    return all_of("reports.Report").filter(**{name: OuterRef(name) for name in SAME})


def standing() -> QuerySet:
    """The one that stands for what the outer one tells of; none or one."""
    return told().filter(standing=True)


def nothing_stands() -> Combinable:
    return ~Exists(standing())


def standing_beside(reports: QuerySet) -> QuerySet:
    """Those that stand for what these tell of."""
    told_again = reports.filter(**{name: OuterRef(name) for name in SAME})
    return all_of("reports.Report").filter(Exists(told_again), standing=True)


def id_of_standing() -> Subquery:
    return Subquery(standing().values("pk"), output_field=BigIntegerField())


def first_day_of_standing() -> Subquery:
    return Subquery(standing().values("first_reported_on"), output_field=DateField())


def of_village() -> F:
    return F("kampung__region__name")
