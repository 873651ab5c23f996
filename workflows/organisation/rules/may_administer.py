from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule


@rule(_("Anda tidak mengurus pejabat di wilayah ini ({about})."), solved_by=_("Sekretariat Daerah atau OPD KB"))
def may_administer(offices):
    """Sekda, the agency and the administrator, and their staff, register holders in their region; *Sistem* everywhere."""
    mine = all_of("organisation.Mandate").filter(pk=act.mandate, person=act.person, since__lte=act.on)
    mine = mine.exclude(until__lt=act.on).filter(office__state="active")
    here = Q(office__region__path=Left(OuterRef("region__path"), Length(F("office__region__path"))))
    allowed = mine.filter(Q(office__role="system") | Q(office__role__in=["secretary", "agency", "administrator"]) & here)
    return offices.filter(~Exists(allowed)).annotate(about=F("label"))
