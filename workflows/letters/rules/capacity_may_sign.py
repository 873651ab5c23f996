from workflows.core.errors import Problem
from workflows.decrees.rules.capacity_may_sign import problems_of_capacity
from workflows.organisation.models import DocClass


def capacity_may_sign(deed, tasks) -> list[Problem]:
    """Whether an acting official may sign letters on the day, as his district says."""
    return problems_of_capacity(deed, deed.subjects, DocClass.LETTER)
