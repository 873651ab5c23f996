"""What a story tries, and must not succeed in."""

from dataclasses import dataclass

from .reading import Part


@dataclass
class Refused(Part):
    """What must be refused: the name of the `rule` (or the field) and part of its `words`."""

    words: str
    rule: str = ""
    solved_by: str = ""
