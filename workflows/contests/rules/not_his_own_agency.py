from django.db.models import Exists, F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .. import queries as q


@rule(_("{about} dicalonkan oleh kantor juri itu sendiri; juri lain yang menilainya."), solved_by=_("penyelenggara lomba"))
def not_his_own_agency(entries):
    """No juror scores what his own office nominated."""
    return entries.filter(Exists(q.jurors_named().filter(q.of_own_agency()))).annotate(about=F("kampung__region__name"))
