from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule


@rule(_("Dasar hukum (Mengingat) belum diisi."), solved_by=_("penyusun"))
def has_legal_basis(decrees):
    """A decree cites at least one regulation under *Mengingat*."""
    return decrees.exclude(bases__cited_under="mengingat")
