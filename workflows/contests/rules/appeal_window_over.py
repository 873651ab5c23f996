from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule

from ..organising import contest_of


@rule(_("Masa sanggah belum lewat."))
def appeal_window_over(rows):
    """Nobody is awarded or forwarded while it may still be said that the ranking is wrong."""
    return rows.filter(**{f"{contest_of(rows)}appeal_until__gte": act.today})
