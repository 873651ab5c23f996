from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.rules.task_of_my_office import deciding_mandate


@rule(_("Rubrik ini diterbitkan oleh pejabat {about}."), solved_by=_("pejabat kantor itu"))
def publishes_for_its_office(drafts):
    """Who decides for the office whose draft it is; its staff prepare it."""
    office = OuterRef("office")
    mine = deciding_mandate().filter(Q(acts_for=None, office=office) | Q(acts_for=office))
    return drafts.filter(~Exists(mine)).annotate(about=F("office__label"))
