from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.queries import assignments
from workflows.routes.rules.within_my_drafting_office import mandate_today
from workflows.routes.states import AssignmentKind, AssignmentState


@rule(_("Nomor ini dicatat kantor lain, atau diberikan register Siklus; yang diberikan register hanya batal bersama putusannya."),
      solved_by=_("pencatat nomor"))  # fmt: skip
def my_office_typed_its_number(decrees):
    """A number typed from the office's book is taken back by the office that typed it, staff included."""
    typed = assignments().filter(kind=AssignmentKind.NUMBER, state=AssignmentState.APPROVED)
    mine = typed.filter(file=OuterRef("file"), office__in=mandate_today().values("office"))
    return decrees.filter(~Exists(mine))
