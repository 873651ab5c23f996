from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule


@rule(_("Tanggal mulainya sudah lewat; kewenangan tidak berlaku surut. Siapkan lagi mulai hari ini."))
def begins_today_or_later(substitutions):
    """Nobody is given power over what was."""
    return substitutions.filter(since__lt=act.on)
