from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..queries import rows_of
from ..states import CLASSES


@rule(_("Hasil hitungan {about} berubah sejak rakor memutuskan kelasnya; putuskan lagi dalam rakor."), solved_by=_("rakor"))
def computed_as_confirmed(rakors):
    """The rakor decided about the class that it saw computed."""
    changed = rows_of(rakors, *CLASSES).exclude(computed=F("evaluation__computed"))
    return changed.annotate(about=F("kampung__region__name"))
