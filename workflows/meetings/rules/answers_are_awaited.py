from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule

from ..states import RakorState


@rule(_("Undangan dijawab sampai rakor dibuka; sesudah itu kehadiran dicatat panitia."), solved_by=_("penyelenggara rakor"))
def answers_are_awaited(seats):
    """Nobody expects what is there already, or is over."""
    return seats.filter(~Q(rakor__state=RakorState.INVITED) | Q(rakor__held_on__lt=act.today))
