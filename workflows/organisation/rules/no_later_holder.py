from django.db.models import DateField, OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule

from ..states import REPLACING


@rule(_("{about} sudah tercatat sebagai pejabat mulai tanggal itu atau sesudahnya; perbaiki dulu penugasannya."))
def no_later_holder(offices):
    """Nobody begins on the day of the change or after it: the new holders would end what has not begun."""
    later = all_of("organisation.Mandate").filter(
        office=OuterRef("pk"), capacity__in=REPLACING, since__gte=act.value("since", DateField())
    )
    return offices.annotate(about=Subquery(later.values("person__name")[:1])).filter(about__isnull=False)
