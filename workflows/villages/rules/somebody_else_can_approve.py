from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule


@rule(_("Penyusun adalah satu-satunya pejabat {about}, yang harus memeriksa usulan ini. Tunjuk penyusun lain atau Plt."),
      solved_by=_("pengelola data jabatan"))  # fmt: skip
def somebody_else_can_approve(proposals):
    """Four eyes: the drafter is not the only one who could take a step. An office vacant today keeps its task."""
    asked = all_of("routes.Step").filter(version__state="published", version__route__subject="proposal")
    deciding = all_of("organisation.Mandate").filter(
        Q(until=None) | Q(until__gte=act.today), office=OuterRef("pk"), since__lte=act.today
    ).exclude(capacity="staf")  # fmt: skip
    others = deciding.exclude(person=OuterRef(OuterRef("file__drafted_by")))
    above = Left(OuterRef("file__region__path"), Length(F("region__path")))
    only_his = all_of("organisation.Office").filter(
        Exists(deciding), ~Exists(others), state="active", role__in=asked.values("role"), region__path=above
    )
    return proposals.annotate(about=Subquery(only_his.values("label")[:1])).filter(about__isnull=False)
