from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule


@rule(_("Belum ada desa/kelurahan dalam daftar."), solved_by=_("penyusun"))
def has_rows(decrees):
    return decrees.filter(~Exists(all_of("decrees.DecreeRow").filter(decree=OuterRef("pk"), struck=False)))
