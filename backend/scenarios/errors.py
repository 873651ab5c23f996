"""What can be wrong with a scenario file, and what can stop a story."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mistake:
    """One thing that is wrong in a file, and where."""

    file: str
    line: int
    words: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.words}"


class BadScenario(Exception):
    """A scenario file cannot be played; `mistakes` names each with its line. Nothing was played."""

    def __init__(self, mistakes: list[Mistake]):
        self.mistakes = mistakes
        super().__init__("\n".join(map(str, mistakes)))


class StoryStopped(Exception):
    """A story cannot go on: something that it counts on did not happen."""
