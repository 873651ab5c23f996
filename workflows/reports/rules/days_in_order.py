from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule

from .. import queries as q


@rule(_("Tanggal laporan {about} mendahului masanya atau belum tiba; periksa tanggal di kertas."), solved_by=_("pengisi laporan"))
def days_in_order(reports):
    """A paper was written once its period had begun, and not after today."""
    wrong = Q(reported_on__lt=F("period")) | Q(reported_on__gt=act.today)
    return reports.filter(wrong, channel="paper").annotate(about=q.of_village())
