from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule


@rule(_("Juri belum cukup: setiap peserta memerlukan {about} lembar nilai."), solved_by=_("penyelenggara lomba"))
def jury_large_enough(competitions):
    """There are at least as many jurors as an entry needs finished sheets."""
    jurors = all_of("contests.Juror").filter(competition=OuterRef("pk")).order_by().values("competition")
    seated = Coalesce(Subquery(jurors.annotate(n=Count("pk")).values("n")), 0)
    lacking = competitions.alias(seated=seated).filter(seated__lt=Cast(KT("rules__sheets_needed"), IntegerField()))
    return lacking.annotate(about=KT("rules__sheets_needed"))
