from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule


@rule(_("Rencana ini belum menyebut kecamatan yang dibina."), solved_by=_("penyusun rencana"))
def names_districts(plans):
    """Without a kecamatan there is nothing to visit."""
    return plans.filter(districts=None)
