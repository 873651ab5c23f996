from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule


@rule(_("Hanya Pengelola Siklus yang mengurus pekerjaan macet, atas nama kantornya sendiri ({about})."),
      solved_by=_("Pengelola Siklus"))  # fmt: skip
def looks_after_siklus(offices):
    """What is done about stuck work is done by an administrator's office, and written down as its own act."""
    return offices.exclude(pk=act.office, role="administrator").annotate(about=F("label"))
