from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule

from .. import queries as q
from ..states import AssignmentKind, AssignmentState


@rule(_("Anda sendiri yang mencatat atau mengunggahnya; orang kedua yang mencocokkan."), solved_by=_("orang lain di kantor itu"))
def recorded_by_another(tasks):
    """What was taken from paper counts only when a second person has compared it."""
    mine = q.assignments().filter(
        file=OuterRef("file"), kind__in=[AssignmentKind.PRINT, AssignmentKind.SCAN],
        state=AssignmentState.APPROVED, decided_by=act.person,
    )  # fmt: skip
    return tasks.filter(Exists(mine))
