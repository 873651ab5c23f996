from django.db.models import F, OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from .. import queries as q
from ..states import LinkKind


@rule(_("Perubahan lain atas keputusan yang sama sudah diputuskan dan belum berlaku: {about}. Tunggu sampai berlaku, "
        "lalu kembalikan naskah ini kepada penyusun agar diajukan ulang."), solved_by=_("penanda tangannya"))  # fmt: skip
def one_amendment_at_a_time(tasks):
    """Two amendments decided before either came into force would give the same row numbers twice."""
    amended = all_of("decrees.DecreeLink").filter(
        kind=LinkKind.AMENDS, decree__in=q.decrees_of(tasks).filter(rows__struck=False).values("pk")
    )
    decided = all_of("decrees.DecreeLink").filter(
        kind=LinkKind.AMENDS, other=OuterRef("other"), decree__decided_on__isnull=False, decree__in_force_on=None
    ).exclude(decree=OuterRef("decree"))  # fmt: skip
    found = amended.annotate(about=Subquery(decided.annotate(words=F("decree__subject")).values("words")[:1]))
    return found.filter(about__isnull=False)
