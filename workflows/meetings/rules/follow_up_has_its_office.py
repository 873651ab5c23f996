from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.organisation.states import OfficeState

from ..queries import carried
from ..states import MotionKind


@rule(_("{about} sudah tidak ada; tugaskan tindak lanjutnya kepada kantor lain."), solved_by=_("rakor"))
def follow_up_has_its_office(rakors):
    """Nobody is asked who is no longer there."""
    asked = carried(rakors).filter(kind=MotionKind.FOLLOW_UP)
    return asked.exclude(owner__state=OfficeState.ACTIVE).annotate(about=F("owner__label"))
