from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule

from ..states import AssignmentKind


@rule(_("Anda menyusun atau mengubah naskah ini; orang lain yang memutuskannya."), solved_by=_("pejabat lain"))
def not_my_own_draft(tasks):
    """Four eyes, under every mandate: the drafter only ever initials; who edited on the way does not decide."""
    edits = all_of("core.JournalSubject").filter(
        file_id=OuterRef("file"), entry__person=act.person, entry__act__in=["decrees.Decree.revise"]
    )
    drafted = Q(file__drafted_by=act.person) & ~Q(kind=AssignmentKind.PARAF)
    return tasks.filter(drafted | (Q(kind=AssignmentKind.SIGN) & Exists(edits)))
