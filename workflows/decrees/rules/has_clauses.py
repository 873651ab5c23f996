from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule


@rule(_("Pertimbangan (Menimbang) atau diktum masih kosong."), solved_by=_("penyusun"))
def has_clauses(decrees):
    return decrees.filter(clauses=[]) | decrees.filter(considerations=[])
