from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .within_my_drafting_office import mandate_today


@rule(_("Catatan ini dicocokkan di {about}."), solved_by=_("staf kantor itu"))
def staff_of_its_office(records):
    """A record from paper is compared within the office whose task it is about."""
    mine = mandate_today().filter(office=OuterRef("assignment__office"))
    return records.filter(~Exists(mine)).annotate(about=F("assignment__office__label"))
