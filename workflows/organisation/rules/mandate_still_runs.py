from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule


@rule(_("Penugasan ini sudah berakhir; tidak ada yang perlu diserahkan kembali."))
def mandate_still_runs(substitutions):
    """What has ended cannot be ended earlier."""
    running = all_of("organisation.Mandate").filter(Q(until=None) | Q(until__gte=act.on), substitution=OuterRef("pk"))
    return substitutions.filter(~Exists(running))
