from django.db.models import Subquery
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule

from ..states import Capacity


@rule(_("Penugasan Anda sendiri berakhir lebih dahulu; pengganti tidak dapat bertugas sesudahnya."))
def ends_with_the_official(substitutions):
    """Nobody gives longer than he has: a Plh., a.n. or u.b. ends with the mandate of who named him at the latest."""
    mine = all_of("organisation.Mandate").filter(pk=act.mandate, until__isnull=False)
    return substitutions.exclude(capacity=Capacity.PLT.value).filter(until__gt=Subquery(mine.values("until")[:1]))
