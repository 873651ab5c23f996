from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.organisation.superiors import superior_role

from .task_of_my_office import deciding_mandate


@rule(_("Hanya atasan kantor itu atau perangkat daerah KB yang dapat mengalihkan tugas."), solved_by=_("atasan atau OPD KB"))
def superior_or_agency(tasks):
    """A task is passed to another office by the superior of the one that has it, or by the agency of the territory."""
    covers = deciding_mandate().filter(
        office__region__path=Left(OuterRef("region__path"), Length(F("office__region__path")))
    )
    mine = covers.filter(Q(office__role="agency") | Q(office__role=OuterRef("above")))
    return tasks.annotate(above=superior_role()).filter(~Exists(mine))
