from datetime import date

from django.db.models import Case, DateField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..states import Capacity

FOR_THE_WHOLE = [Capacity.PLH.value, Capacity.PLT.value]


@rule(_("{about} sudah ditunjuk pada masa itu; akhiri dulu, atau pilih tanggal lain."))
def alone_in_those_days(substitutions):
    """An office has one Plh. or Plt. at a time; the same person acts on its behalf by one order at a time."""
    last = Coalesce(OuterRef("until"), Value(date.max, DateField()))
    others = all_of("organisation.Mandate").filter(
        Q(until=None) | Q(until__gte=Greatest(OuterRef("since"), "since")), since__lte=last
    )
    whole = others.filter(office=OuterRef("office"), capacity__in=FOR_THE_WHOLE)
    behalf = others.filter(acts_for=OuterRef("office"), person=OuterRef("person"), capacity=OuterRef("capacity"))
    there = Case(
        When(capacity__in=FOR_THE_WHOLE, then=Subquery(whole.values("person__name")[:1])),
        default=Subquery(behalf.values("person__name")[:1]),
    )
    return substitutions.annotate(about=there).filter(about__isnull=False)
