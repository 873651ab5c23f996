"""What a naskah dinas must have before it is printed; every missing place is named, all at once."""

from collections.abc import Callable, Iterator
from typing import Any

from documents.content import Content
from documents.errors import ContentError
from documents.families.geometry import page_problems
from documents.families.printable import text_problems
from documents.families.shapes import Shape, day, optional, record, several, text

Check = Callable[[Content], None]

OFFICE = record(title=text, place=text)
LETTERHEAD = record(lines=several(text, most=6), address=optional(text))


def office_lines(place: str, value: Any) -> Iterator[str]:
    """The lines above a signature; *u.b.* goes two levels down and only ever follows an *a.n.* (documents.md 4.1)."""
    yield from several(text, most=5)(place, value)
    opening = [str(line).split(" ")[0].lower() for line in value] if isinstance(value, list) else []
    if "u.b." in opening and "a.n." not in opening[: opening.index("u.b.")]:
        yield f"{place}: “u.b.” hanya boleh ditulis setelah “a.n.”"


SIGNATURE = record(lines=office_lines, name=text)
"""Who signs: the lines above the signature (`a.n. …`, `u.b.`, `Plt. …`), the name; `rank` and `nip` may follow."""
PARTY = record(role=text, lines=office_lines, name=optional(text))
"""One of several who sign; who holds an office need not be known before the letter is issued."""
NAMED = several(record(name=text), least=0)
LETTER = {
    "office": OFFICE,
    "letterhead": optional(LETTERHEAD),
    "subject": text,
    "to": several(text, least=0),
    "copies_to": several(text, least=0),
    "parties": several(PARTY, least=0, most=20),
    "issue": optional(record(date=optional(day), signatory=optional(SIGNATURE))),
}


def letter_check(**shapes: Shape) -> Check:
    """The check of one kind of letter: what all have, and these keys (`body=record(…)`, `to=several(text)`)."""
    shape = record(**LETTER | shapes)

    def check(place: str, content: Content) -> Iterator[str]:
        yield from shape(place, content)
        if isinstance(issue := content.get("issue"), dict) and issue.get("date"):
            yield from NAMED("parties", content.get("parties"))

    return check_of(check)


def check_of(shape: Shape) -> Check:
    """Raise ContentError unless the content has this shape, printable texts and a possible page."""

    def check(content: Content) -> None:
        if problems := tuple(_problems(shape, content)):
            raise ContentError(problems=problems)

    return check


def _problems(shape: Shape, content: dict[str, Any]) -> Iterator[str]:
    yield from shape("", content)
    yield from text_problems(content)
    yield from page_problems(content)
