from django.db.models import BigIntegerField, Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule

from .. import queries as q

DECREE = act.value("decree", BigIntegerField())


@rule(_("Keputusan itu tidak menyebut {about}, yang menang menurut peringkat."), solved_by=_("penyusun keputusan"))
def decree_names_the_winners(competitions):
    """Every winner of the locked ranking stands on the decree's list."""
    named = all_of("decrees.DecreeRow").filter(
        decree=DECREE, kampung=OuterRef("kampung"), struck=False
    )
    in_siklus = q.winners_to_award(competitions).alias(given=DECREE).filter(given__isnull=False)
    return in_siklus.filter(~Exists(named)).annotate(about=F("kampung__region__name"))
