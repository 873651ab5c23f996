from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.rules.task_of_my_office import deciding_mandate

COORDINATING = ["agency", "secretary"]


@rule(_("Kebutuhan {about} diserahkan dan diselesaikan oleh OPD KB atau Sekretaris Daerah wilayahnya."),
      solved_by=_("OPD KB atau Sekretaris Daerah"))  # fmt: skip
def agency_or_secretary(needs):
    """Other agencies are asked by the one whose programme it is, or by the Sekda, who stands above them."""
    path = OuterRef("kampung__region__path")
    covers = deciding_mandate().filter(
        office__role__in=COORDINATING, office__region__path=Left(path, Length(F("office__region__path")))
    )
    return needs.filter(~Exists(covers)).annotate(about=F("kampung__region__name"))
