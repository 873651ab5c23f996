from django.db.models import Value
from django.db.models.functions import ExtractYear, Trim
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule

from .. import queries as q


@rule(_("Keputusan ini ditetapkan pada tahun lain. Batalkan dan putuskan lagi, atau tuliskan alasan menandatanganinya sekarang."))
def signed_in_its_year(tasks):
    """A number belongs to the year of the decision; signing in another year needs a reason on record."""
    now = ExtractYear(act.on)
    return q.decrees_of(tasks).alias(given=Trim(act.reason)).filter(given=Value("")).exclude(decided_on__year=now)
