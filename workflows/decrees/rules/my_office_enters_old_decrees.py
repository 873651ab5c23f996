from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.rules.within_my_drafting_office import mandate_today


@rule(_("Keputusan lama dicatat oleh kantor penerbitnya atau perangkat daerah KB."), solved_by=_("OPD KB"))
def my_office_enters_old_decrees(decrees):
    """An old decree is entered by the office that drafted the record: the issuer's, the legal bureau's or the agency's."""
    competent = mandate_today().filter(office=OuterRef("file__office"))
    return decrees.filter(~Exists(competent.filter(Q(office__role__in=["agency", "legal"]) | Q(office=OuterRef("issuer")))))
