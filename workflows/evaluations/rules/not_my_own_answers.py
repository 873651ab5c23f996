from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule


@rule(_("Anda pernah mengajukan evaluasi ini; orang lain yang memeriksanya."), solved_by=_("pejabat lain"))
def not_my_own_answers(tasks):
    """Four eyes: whoever handed it in, first or again, approves none of its steps, under whichever mandate."""
    mine = all_of("core.JournalSubject").filter(
        file_id=OuterRef("file"), kind="evaluation", entry__person=act.person,
        entry__act__in=["evaluations.Evaluation.submit", "evaluations.Evaluation.resubmit"],
    )  # fmt: skip
    return tasks.filter(Exists(mine))
