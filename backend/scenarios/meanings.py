"""What the words of a step mean, said by the types of its fields; so what a story names can be looked for before it is played."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from enum import Enum, auto
from typing import Annotated, Any, get_args, get_type_hints

from .reading import Part


class Meaning(Enum):
    BEGUN = auto()
    KNOWN = auto()
    OFFICE = auto()
    PERSON = auto()
    BASIS = auto()
    ROSTER = auto()
    TIME = auto()


Begun = Annotated[str, Meaning.BEGUN]
"""The name under which a step begins something."""
Known = Annotated[str, Meaning.KNOWN]
"""The name of what was begun before."""
Office = Annotated[str, Meaning.OFFICE]
Person = Annotated[str, Meaning.PERSON]
Basis = Annotated[str, Meaning.BASIS]
Roster = Annotated[str, Meaning.ROSTER]
Time = Annotated[str, Meaning.TIME]
"""Of the day, to the minute."""


@dataclass(frozen=True)
class OneOf:
    """One of these words; none where the field may be left out."""

    words: Collection[str]


def named(part: Part, meaning: Meaning) -> Iterator[str]:
    """What the fields of that meaning name, of this part alone."""
    for name, meant in meanings(type(part)).items():
        if meant is meaning:
            yield from filter(None, words(part, name))


def chosen(part: Part) -> Iterator[tuple[str, str, Collection[str]]]:
    """Field, word, and the words it may be, of each field that takes only some."""
    left_out = {f.name: f.default for f in fields(part)}
    for name, meant in meanings(type(part)).items():
        if isinstance(meant, OneOf):
            yield from ((name, word, meant.words) for word in words(part, name) if word != left_out[name])


def words(part: Part, name: str) -> list[str]:
    """Of a mapping its keys."""
    given = getattr(part, name)
    return list(given) if isinstance(given, list | dict) else [given]


def meanings(kind: type) -> dict[str, Meaning | OneOf]:
    hints = get_type_hints(kind, include_extras=True)
    found = {f.name: next(marks_of(hints[f.name]), None) for f in fields(kind)}
    return {name: mark for name, mark in found.items() if mark is not None}


def marks_of(hint: Any) -> Iterator[Meaning | OneOf]:
    """Inside lists, too."""
    if isinstance(hint, Meaning | OneOf):
        yield hint
    for inner in [*get_args(hint), *getattr(hint, "__metadata__", ())]:
        yield from marks_of(inner)


def key_of(kind: type) -> str:
    """A part is known by the first key that is its own."""
    own = [f.name for f in fields(kind) if f.name not in Part.__dataclass_fields__]
    return own[0].rstrip("_")
