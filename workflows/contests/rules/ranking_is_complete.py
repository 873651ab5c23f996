from workflows.core.errors import Problem

from ..locking import lacking


def ranking_is_complete(deed, competitions) -> list[Problem]:
    """A ranking is locked when nothing is lacking; else each entry, juror and criterion is named that is."""
    return [problem for competition in competitions.select_related("rubric") for problem in lacking(competition)]
