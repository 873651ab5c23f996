from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.rules.within_my_drafting_office import mandate_today


@rule(_("Ini dicatat oleh {about}, kantor lain di wilayah penerbitnya, atau penyusunnya."), solved_by=_("kantor penerbit"))
def my_office_keeps_its_papers(decrees):
    """Printing, conveying and reporting are done where a decree is issued: by the issuer's office or one beside it in its
    region (Bagian Hukum, the agency, the Sekda; in a village the Sekdes), or by the office that drafted it; staff included.
    """
    mine = Q(office__region=OuterRef("issuer__region")) | Q(office=OuterRef("file__office"))
    return decrees.filter(~Exists(mandate_today().filter(mine))).annotate(about=F("issuer__label"))
