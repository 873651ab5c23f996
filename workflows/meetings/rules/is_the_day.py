from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule


@rule(_("Rakor ini baru diadakan pada tanggalnya nanti; ubah dahulu jadwalnya."), solved_by=_("penyelenggara rakor"))
def is_the_day(rakors):
    """A rakor begins on its day, or is written down afterwards."""
    return rakors.filter(held_on__gt=act.today)
