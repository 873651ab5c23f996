"""Substitution: who stands in for an official, from when until when, by which order, and for what."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from ..states import ON_BEHALF, SUBSTITUTES, Capacity, SubstitutionState
from ..substituting import SubstitutionLifecycle
from .office import Office
from .person import Person


class Substitution(SubstitutionLifecycle):
    """Plh. (official away), a.n./u.b. (of a lower office) or Plt. (office vacant). Its mandate begins when it is confirmed.

    `office` is the one whose power is used; for a.n. and u.b. `own_office` is the substitute's. `powers` are the cells of
    the matrix, stage and kind of document: `paraf.letter`. A prepared one is never altered, only discarded.
    """

    root = "pk"
    zone_path = "office__region__zone"

    office = models.ForeignKey(Office, models.PROTECT, related_name="substitutions")
    person = models.ForeignKey(Person, models.PROTECT, related_name="substitutions")
    capacity = models.CharField(_("kedudukan"), max_length=10, choices=[(one.value, one.label) for one in SUBSTITUTES])
    own_office = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+")
    via = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+")
    since = models.DateField(_("mulai"))
    until = models.DateField(_("sampai dengan"), null=True)
    paper = models.CharField(_("nomor surat perintah"), max_length=200)
    paper_on = models.DateField(_("tanggal surat"))
    order = models.ForeignKey("core.Attachment", models.PROTECT, related_name="+")
    powers = ArrayField(models.CharField(max_length=40), default=list)
    prepared_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField(db_default=Now())
    confirmed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    state = FSMField(_("keadaan"), default=SubstitutionState.PREPARED, choices=SubstitutionState.choices)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("pejabat pengganti")
        indexes = [models.Index(name="substitution_of_office", fields=["office", "-since"])]
        constraints = [
            models.CheckConstraint(
                name="substitution_days",
                condition=Q(until=None, capacity=Capacity.PLT) | Q(until__gte=F("since")),
                violation_error_message=_("Selain Plt. penugasan selalu berakhir, pada atau sesudah hari mulainya."),
            ),
            models.CheckConstraint(
                name="substitution_on_behalf_from_own_office",
                condition=Q(capacity__in=ON_BEHALF, own_office__isnull=False)
                | (~Q(capacity__in=ON_BEHALF) & Q(own_office=None)),
            ),
            models.CheckConstraint(
                name="substitution_ub_names_via",
                condition=Q(capacity=Capacity.UB, via__isnull=False) | (~Q(capacity=Capacity.UB) & Q(via=None)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_capacity_display()})"
