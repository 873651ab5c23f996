from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule
from workflows.routes import queries as routes
from workflows.routes.rules.within_my_drafting_office import mandate_today


@rule(_("Pemeriksaan lapangan diisi oleh penyuluh KB atau OPD KB pada gilirannya."), solved_by=_("pemegang tugas sekarang"))
def field_check_is_my_task(proposals):
    """Whoever has the open task of the field officer or the agency writes down the check; their staff may do it too."""
    mine = routes.assignments().filter(
        file=OuterRef("file"), state=routes.OPEN, step__role__in=["pkb", "agency"], office=act.office
    )
    return proposals.filter(~Exists(mine) | ~Exists(mandate_today().filter(office=act.office)))
