from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.rules.task_of_my_office import deciding_mandate

from ..organising import office_of, with_organiser


@rule(_("Hanya pejabat {about}, penyelenggara lomba ini, yang memutuskannya."), solved_by=_("penyelenggara lomba"))
def organiser_decides(rows):
    """Who decides for the organiser's office today; its staff never do."""
    office = OuterRef(office_of(rows))
    mine = deciding_mandate().filter(Q(acts_for=None, office=office) | Q(acts_for=office))
    return with_organiser(rows.filter(~Exists(mine)))
