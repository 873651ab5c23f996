from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule


@rule(_("Belum ada desa/kelurahan dalam daftar."), solved_by=_("penyusun"))
def has_rows(decrees):
    """A decree is about villages; one that only changes the clauses of another needs none."""
    rows = all_of("decrees.DecreeRow").filter(decree=OuterRef("pk"), struck=False)
    return decrees.filter(~Exists(rows), clause_changes=[])
