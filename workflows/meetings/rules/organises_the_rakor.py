from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.rules.within_my_drafting_office import mandate_today


@rule(_("Rakor ini diselenggarakan {about}; hanya kantor itu yang mengurusnya."), solved_by=_("penyelenggara rakor"))
def organises_the_rakor(rows):
    """The organiser's holder and staff run a rakor: who comes, and what is decided, is written down by them."""
    mine = mandate_today().filter(office=OuterRef("file__office"))
    return rows.filter(~Exists(mine)).annotate(about=F("file__office__label"))
