from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..states import Scope


@rule(_("{about} sudah mempunyai Kampung KB setingkat desa; gabungkan satuan ini ke dalamnya."), solved_by=_("penyusun keputusan"))
def only_unit_of_its_village(villages):
    """A hamlet's unit grows to the whole village only where the village has no unit of its own yet."""
    whole = all_of("villages.KampungKB").filter(region=OuterRef("region"), scope=Scope.VILLAGE).exclude(pk=OuterRef("pk"))
    return villages.filter(Exists(whole)).annotate(about=F("region__name"))
