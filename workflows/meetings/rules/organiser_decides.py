from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.rules.task_of_my_office import deciding_mandate


@rule(_("Hanya pejabat {about}, penyelenggara rakor ini, yang memutuskannya."), solved_by=_("penyelenggara rakor"))
def organiser_decides(rakors):
    """Who decides for the organiser's office today; its staff never do."""
    office = OuterRef("file__office")
    mine = deciding_mandate().filter(Q(acts_for=None, office=office) | Q(acts_for=office))
    return rakors.filter(~Exists(mine)).annotate(about=F("file__office__label"))
