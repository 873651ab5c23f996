from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule


@rule(_("Tanggal rakor sudah lewat; ubah dahulu jadwalnya."), solved_by=_("penyelenggara rakor"))
def still_to_come(rakors):
    """Nobody is invited to what was."""
    return rakors.filter(held_on__lt=act.today)
