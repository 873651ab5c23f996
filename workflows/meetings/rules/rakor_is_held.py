from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..states import RakorState


@rule(_("Keputusan rakor hanya diubah selama rakor berlangsung."), solved_by=_("penyelenggara rakor"))
def rakor_is_held(motions):
    """What the record says stands."""
    return motions.exclude(rakor__state=RakorState.HELD)
