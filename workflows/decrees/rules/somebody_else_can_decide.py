from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule


@rule(_("Penyusun adalah satu-satunya pejabat {about}; orang lain harus memutuskan. Tunjuk penyusun lain atau Plt."),
      solved_by=_("pengelola data jabatan"))  # fmt: skip
def somebody_else_can_decide(decrees):
    """Four eyes: whoever drafted cannot be the only one who could sign. An office vacant today keeps its task."""
    deciding = all_of("organisation.Mandate").filter(office=OuterRef("issuer"), since__lte=act.today).exclude(capacity="staf")
    deciding = deciding.exclude(Q(until__isnull=False) & Q(until__lt=act.today))
    others = deciding.exclude(person=OuterRef("file__drafted_by"))
    return decrees.filter(Exists(deciding), ~Exists(others)).annotate(about=F("issuer__label"))
