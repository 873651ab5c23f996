"""What is told about one file."""

from dataclasses import dataclass
from pathlib import Path

UNSIGNED = "belum bertanda tangan elektronik"


@dataclass(frozen=True)
class Verdict:
    """`problems` is empty when all is well; `sentence` sums it up, `details` are the facts behind it."""

    path: Path
    sha256: str
    problems: tuple[str, ...] = ()
    signature: str = ""
    sentence: str = ""
    details: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.problems
