from django.db.models import BigIntegerField, Exists
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule
from workflows.decrees.states import VALID

DECREE = act.value("decree", BigIntegerField())


@rule(_("Keputusan yang disebut tidak ada atau tidak berlaku."), solved_by=_("penyusun keputusan"), first=True)
def named_decree_in_force(competitions):
    """Juries and winners stand on a decree in force; one that is not in Siklus is named by its paper instead."""
    valid = all_of("decrees.Decree").filter(pk=DECREE, state__in=VALID)
    return competitions.alias(decree_given=DECREE).filter(decree_given__isnull=False).filter(~Exists(valid))
