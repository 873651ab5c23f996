from datetime import date

from django.db.models import DateField, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule

from ..states import FULL_HOLDERS


@rule(_("Jabatan ini masih dipegang {about} pada masa itu; akhiri dulu, atau pakai pergantian pejabat."))
def full_seat_is_free(offices):
    """At most one definitive or interim (Pj.) holder at a time; acting ones (Plt., Plh.) come beside."""
    last = Coalesce(act.value("until", DateField()), Value(date.max, DateField()))
    holding = all_of("organisation.Mandate").filter(
        Q(until=None) | Q(until__gte=act.value("since", DateField())),
        office=OuterRef("pk"), capacity__in=FULL_HOLDERS, since__lte=last,
    )  # fmt: skip
    full = offices.alias(coming=act.value("capacity", TextField())).filter(coming__in=FULL_HOLDERS)
    return full.annotate(about=Subquery(holding.values("person__name")[:1])).filter(about__isnull=False)
