from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule


@rule(_("Anda satu-satunya pejabat {about}, yang harus memeriksa evaluasi ini. Mintalah orang lain mengajukannya."),
      solved_by=_("pengelola data jabatan"))  # fmt: skip
def somebody_else_can_accept(evaluations):
    """Four eyes: who hands in is not the only one who could take a step. An office vacant today keeps its task."""
    asked = all_of("routes.Step").filter(version__state="published", version__route__subject="evaluation")
    deciding = all_of("organisation.Mandate").filter(
        Q(until=None) | Q(until__gte=act.today), office=OuterRef("pk"), since__lte=act.today
    ).exclude(capacity="staf")  # fmt: skip
    above = Left(OuterRef("file__region__path"), Length(F("region__path")))
    only_mine = all_of("organisation.Office").filter(
        Exists(deciding), ~Exists(deciding.exclude(person=act.person)), state="active", role__in=asked.values("role"),
        region__path=above,
    )  # fmt: skip
    return evaluations.annotate(about=Subquery(only_mine.values("label")[:1])).filter(about__isnull=False)
