from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule

from .. import queries as q


@rule(_("Masa laporan {about} belum tiba."), solved_by=_("pengisi laporan"))
def period_has_come(reports):
    """Nobody reports the future; a month that has begun may be told of."""
    return reports.filter(period__gt=act.today).annotate(about=q.of_village())
