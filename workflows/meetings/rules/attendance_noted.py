from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..states import SeatState


@rule(_("Belum ada yang tercatat hadir; catat dahulu kehadirannya."), solved_by=_("penyelenggara rakor"))
def attendance_noted(rakors):
    """A record says who came."""
    came = all_of("meetings.Seat").filter(rakor=OuterRef("pk")).exclude(state=SeatState.INVITED)
    return rakors.filter(~Exists(came))
