"""Mandates: who may act for an office, from when until when, and as what."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Self

from django.db import models
from django.db.models import DateField, ExpressionWrapper, F, Q, Value
from django.utils.translation import gettext_lazy as _

from ..states import FULL_HOLDERS, ON_BEHALF, Capacity
from .dated import Dated, DatedQuerySet, no_overlap
from .office import Office
from .person import Person

DAY_BEFORE = ExpressionWrapper(F("since") - Value(timedelta(days=1)), output_field=DateField())
"""The end of a mandate that was called off before it began."""


class MandateQuerySet(DatedQuerySet):
    def deciding(self) -> Self:
        """Those that may decide: everybody's but the staff's."""
        return self.exclude(capacity=Capacity.STAF)

    def for_offices(self, offices: Iterable[int] | models.QuerySet) -> Self:
        """Those by which somebody acts for one of `offices` (ids): its own, and a.n./u.b. of offices below it."""
        own = Q(acts_for=None, office__in=offices)
        return self.filter(own | Q(acts_for__in=offices))


class Mandate(Dated):
    """A person's right to act for an office. Staff prepare, print and record from paper; they never decide.

    For a.n. and u.b. `office` is the person's own and `acts_for` the superior one whose power is used; u.b. is two
    levels down, so it also names the office `via` which the power came.
    """

    office = models.ForeignKey(Office, models.PROTECT, related_name="mandates")
    person = models.ForeignKey(Person, models.PROTECT, related_name="mandates")
    capacity = models.CharField(_("kedudukan"), max_length=10, choices=Capacity)
    acts_for = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="mandates_on_behalf")
    via = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateField(_("sejak"))
    paper = models.CharField(_("surat keputusan/perintah"), max_length=200, blank=True)
    paper_on = models.DateField(_("tanggal surat"), null=True, blank=True)
    note = models.CharField(_("catatan"), max_length=200, blank=True)
    substitution = models.ForeignKey("organisation.Substitution", models.PROTECT, null=True, blank=True, related_name="mandates")

    objects = MandateQuerySet.as_manager()  # type: ignore[misc]  # django-stubs calls the base's manager a ClassVar, not this

    class Meta:
        verbose_name = _("penugasan")
        indexes = [models.Index(name="mandate_office_days", fields=["office", "since", "until"])]
        constraints = [
            no_overlap(
                "mandate_one_full_holder",
                "office",
                condition=Q(capacity__in=FULL_HOLDERS),
                message=_("Jabatan ini sudah mempunyai pejabat definitif atau penjabat pada masa itu."),
            ),
            models.CheckConstraint(
                name="mandate_days",
                condition=Q(until=None) | Q(until__gte=F("since")) | Q(until=DAY_BEFORE, substitution__isnull=False),
                violation_error_message=_("Tanggal akhir tidak boleh mendahului tanggal mulai."),
            ),
            models.CheckConstraint(
                name="mandate_on_behalf_names_superior",
                condition=Q(capacity__in=ON_BEHALF, acts_for__isnull=False)
                | (~Q(capacity__in=ON_BEHALF) & Q(acts_for=None)),
                violation_error_message=_("a.n. dan u.b. menyebut jabatan atasan; kedudukan lain tidak."),
            ),
            models.CheckConstraint(
                name="mandate_ub_names_via",
                condition=Q(capacity=Capacity.UB, via__isnull=False) | (~Q(capacity=Capacity.UB) & Q(via=None)),
                violation_error_message=_("u.b. menyebut jabatan perantara; kedudukan lain tidak."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_capacity_display()})"

    @property
    def acting_office_id(self) -> int:
        """The office whose tasks this mandate decides: the superior one for a.n. and u.b., else its own."""
        return self.acts_for_id or self.office_id
