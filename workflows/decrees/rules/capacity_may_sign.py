from django.utils.translation import gettext as _

from workflows.core.errors import Problem
from workflows.organisation.models import DocClass, Verdict
from workflows.organisation.policy import policy_for

CLASS = {"keputusan_bupati": DocClass.REGENT_DECREE, "keputusan_kades": DocClass.VILLAGE_DECREE}


def capacity_may_sign(deed, tasks) -> list[Problem]:
    """Whether an acting official may sign this class of decree on the day: refused, or only with a reason on record."""
    found = []
    for pk, kind in tasks.values_list("pk", "file__decree__kind"):
        answer = policy_for(deed.by, CLASS[kind], deed.on)
        if answer.verdict == Verdict.REFUSE:
            found.append(Problem(pk, "assignment", "capacity_may_sign", answer.words, _("pejabat definitif")))
        elif answer.verdict == Verdict.WARN and not deed.reason.strip():
            found.append(Problem(pk, "assignment", "reason_for_acting_official", answer.words))
    return found
