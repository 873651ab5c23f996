from django.db.models import F, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule


@rule(_("Peserta ditentukan menurut keadaan pada {about}; putaran dibuka pada atau sesudah tanggal itu."))
def cutoff_has_come(rounds):
    """Nobody knows who takes part before the day that decides it."""
    return rounds.filter(cutoff_on__gt=act.today).annotate(about=Cast(F("cutoff_on"), TextField()))
