from django.utils.translation import gettext as _

from workflows.core.errors import Problem
from workflows.organisation.models import DocClass, Verdict
from workflows.organisation.policy import policy_for

CLASS = {"keputusan_bupati": DocClass.REGENT_DECREE, "keputusan_kades": DocClass.VILLAGE_DECREE}


def capacity_may_sign(deed, tasks) -> list[Problem]:
    """Whether an acting official may sign this class of decree on the day: refused, or only with a reason on record."""
    kinds = tasks.values_list("pk", "file__decree__kind")
    return [problem for pk, kind in kinds for problem in problems_of_capacity(deed, [pk], CLASS[kind])]


def problems_of_capacity(deed, tasks: list[int], doc_class: DocClass) -> list[Problem]:
    answer = policy_for(deed.by, doc_class, deed.on)
    if answer.verdict == Verdict.REFUSE:
        return [Problem(pk, "assignment", "capacity_may_sign", answer.words, _("pejabat definitif")) for pk in tasks]
    if answer.verdict == Verdict.WARN and not deed.reason.strip():
        return [Problem(pk, "assignment", "reason_for_acting_official", answer.words) for pk in tasks]
    return []
