from django.db.models import Exists, F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .. import queries as q


@rule(_("{about} berada di wilayah juri itu sendiri; juri lain yang menilainya."), solved_by=_("penyelenggara lomba"))
def not_his_own_area(entries):
    """No juror scores a village of the territory from which he was appointed."""
    return entries.filter(Exists(q.jurors_named().filter(q.in_own_area()))).annotate(about=F("kampung__region__name"))
