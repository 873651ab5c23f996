from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..queries import participants


@rule(_("Pada tanggal penentuan peserta tidak ada Kampung KB yang ditetapkan di {about}."), solved_by=_("OPD KB"))
def somebody_takes_part(rounds):
    """A round without participants is a round with a wrong day, or too early."""
    return rounds.exclude(pk__in=participants(rounds).values("pk")).annotate(about=F("region__name"))
