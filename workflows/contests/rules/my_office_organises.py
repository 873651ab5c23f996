from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.rules.within_my_drafting_office import mandate_today

from ..organising import office_of, with_organiser


@rule(_("Lomba ini diselenggarakan oleh {about}; hanya kantor itu yang melakukannya."), solved_by=_("penyelenggara lomba"))
def my_office_organises(rows):
    """What prepares a decision belongs to the organiser's office; its staff may do it too."""
    return with_organiser(rows.filter(~Exists(mandate_today().filter(office=OuterRef(office_of(rows))))))
