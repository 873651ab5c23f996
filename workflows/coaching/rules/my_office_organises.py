from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.rules.within_my_drafting_office import mandate_today


@rule(_("Diselenggarakan oleh {about}; hanya kantor itu yang mengurusnya."), solved_by=_("penyelenggara"))
def my_office_organises(events):
    """What an office organises it looks after itself, its staff as well as its holder."""
    return events.filter(~Exists(mandate_today().filter(office=OuterRef("office")))).annotate(about=F("office__label"))
