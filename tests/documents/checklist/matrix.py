"""Running the table: one test for each kind and check, over all papers of the kind."""

from tests.documents.checklist.every import CHECKS
from tests.documents.checklist.kinds import Kinds
from tests.documents.checklist.papers import papers_of
from tests.documents.checklist.table import TABLE, entry_of


def applied(kinds: Kinds) -> list[tuple[int, str]]:
    """The checks that the table wants on the papers of these kinds."""
    return [(number, template) for template in sorted(kinds) for number in TABLE if entry_of(number, template).checked]


def try_on_all(number: int, template: str) -> None:
    """Ask every paper of the kind; which ones fail is told together."""
    faults = []
    for paper in papers_of(template):
        try:
            CHECKS[number](paper)
        except (AssertionError, ValueError, LookupError, StopIteration) as fault:
            faults.append(f"{paper}: {type(fault).__name__} {str(fault)[:400]}")
    assert not faults, f"{CHECKS[number].__doc__}\n" + "\n".join(faults)
