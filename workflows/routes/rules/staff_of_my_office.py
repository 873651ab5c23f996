from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .within_my_drafting_office import mandate_today


@rule(_("Tugas ini milik {about}; hanya pejabat dan stafnya yang mengerjakannya."), solved_by=_("staf kantor itu"))
def staff_of_my_office(tasks):
    """Printing, scanning and recording from paper may be done by an office's staff as well as its holder."""
    return tasks.filter(~Exists(mandate_today().filter(office=OuterRef("office")))).annotate(about=F("office__label"))
