"""What can go wrong at the one door. Nothing was done whenever one of these is raised."""

from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Problem:
    """One row that stands in the way: which, by which rule, in words for the user, and who can solve it."""

    object_id: int
    kind: str
    rule: str
    words: str
    solved_by: str = ""

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


class NotDone(Exception):
    """Nothing was done."""


class Refused(NotDone):
    """A rule stands in the way. `problems` is never empty."""

    def __init__(self, problems: list[Problem]):
        self.problems = problems
        super().__init__("; ".join(dict.fromkeys(p.words for p in problems[:3])))


class Conflict(Refused):
    """The file has moved on since it was read. `changes` are the journal entries since, oldest first."""

    def __init__(self, problems: list[Problem], changes: list[Any]):
        super().__init__(problems)
        self.changes = changes


class KeyReused(NotDone):
    """This key of a form or request was used for something else; pages give their form a new one."""

    words = _("Formulir (kunci) ini sudah dipakai untuk hal lain; kirim sekali lagi untuk yang ini.")


class BadValues(NotDone):
    """A value that the act takes is missing, unknown or of the wrong form. `fields` names each, in words."""

    def __init__(self, fields: dict[str, str]):
        self.fields = fields
        super().__init__("; ".join(f"{name}: {words}" for name, words in fields.items()))


MALFORMED = (KeyError, TypeError, ValueError, AttributeError, ArithmeticError)
"""What Python raises where data from a file has another form than its reader expects."""


class Changed(Exception):
    """A row moved away between asking and writing; asking again will name it."""
