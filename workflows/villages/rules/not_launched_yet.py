from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule


@rule(_("Pencanangan {about} sudah tercatat."))
def not_launched_yet(villages):
    """A unit is launched once."""
    before = all_of("villages.Launch").filter(kampung=OuterRef("pk"))
    return villages.filter(Exists(before)).annotate(about=F("region__name"))
