"""Facts that hold from one day through another: `since` and `until` are both included, null means open."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Deferrable, F, Func, Q, Value
from django.db.models.expressions import Combinable
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def period() -> Func:
    """The days of a dated row as a PostgreSQL daterange, both ends included."""
    return Func(F("since"), F("until"), Value("[]"), function="daterange", output_field=DateRangeField())


def no_overlap(
    name: str, *fields: str | Combinable, condition: Q | None = None, message: "StrOrPromise"
) -> ExclusionConstraint:
    """No two rows with equal `fields` share a day (of those that meet `condition`)."""
    return ExclusionConstraint(
        name=name,
        expressions=[*((field, RangeOperators.EQUAL) for field in fields), (period(), RangeOperators.OVERLAPS)],
        condition=condition,
        deferrable=Deferrable.IMMEDIATE,  # at the end of the statement: one act may end a period and begin the next
        violation_error_message=message,
    )


def ordered_days(name: str) -> models.CheckConstraint:
    """A period ends on or after the day it begins."""
    return models.CheckConstraint(
        name=name,
        condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
        violation_error_message=_("Tanggal akhir tidak boleh mendahului tanggal mulai."),
    )


def in_force(on: date | Combinable, prefix: str = "") -> Q:
    """Rows whose period includes the day `on`: a date, or any expression such as `OuterRef("on")` or `F("decided_on")`.

    `prefix` is the path to the dated row, e.g. `"mandates__"`.
    """
    begun = Q(**{f"{prefix}since": None}) | Q(**{f"{prefix}since__lte": on})
    not_ended = Q(**{f"{prefix}until": None}) | Q(**{f"{prefix}until__gte": on})
    return begun & not_ended


class DatedQuerySet(models.QuerySet):
    def in_force(self, on: date | Combinable) -> Self:
        """Those whose period includes the day `on` (a date or an expression)."""
        return self.filter(in_force(on))


class Dated(models.Model):
    since = models.DateField(_("sejak"), null=True, blank=True, help_text=_("Kosong: sejak semula."))
    until = models.DateField(_("sampai"), null=True, blank=True, help_text=_("Kosong: masih berlaku."))

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
