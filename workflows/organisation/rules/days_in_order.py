from django.db.models import DateField
from django.db.models.lookups import GreaterThan
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule


@rule(_("Tanggal akhir penugasan mendahului tanggal mulainya."))
def days_in_order(offices):
    """A mandate ends on or after the day it begins."""
    return offices.filter(GreaterThan(act.value("since", DateField()), act.value("until", DateField())))
