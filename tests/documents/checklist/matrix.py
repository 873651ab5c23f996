"""Running the table: one test for each kind and check, over papers of the kind: the telling ones by day, all by night."""

from tests.documents.checklist.every import CHECKS
from tests.documents.checklist.kinds import Kinds
from tests.documents.checklist.specimen import Specimen
from tests.documents.checklist.table import TABLE, entry_of


def applied(kinds: Kinds) -> list[tuple[int, str]]:
    """The checks that the table wants on the papers of these kinds."""
    return [(number, template) for template in sorted(kinds) for number in TABLE if entry_of(number, template).checked]


def try_on(number: int, papers: list[Specimen]) -> None:
    """Ask every paper; which ones fail is told together."""
    faults = []
    for paper in papers:
        try:
            CHECKS[number](paper)
        except (AssertionError, ValueError, LookupError, StopIteration) as fault:
            faults.append(f"{paper}: {type(fault).__name__} {str(fault)[:400]}")
    assert not faults, f"{CHECKS[number].__doc__}\n" + "\n".join(faults)
