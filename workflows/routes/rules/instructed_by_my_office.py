from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .task_of_my_office import deciding_mandate


@rule(_("Hanya {about}, yang memberi disposisi, yang dapat menariknya kembali."), solved_by=_("pemberi disposisi"))
def instructed_by_my_office(tasks):
    """A disposition is recalled by the office that gave it, through whoever decides for it today."""
    asked_by = OuterRef("asked_by__office")
    mine = deciding_mandate().filter(Q(acts_for=None, office=asked_by) | Q(acts_for=asked_by))
    return tasks.filter(~Exists(mine)).annotate(about=F("asked_by__office__label"))
