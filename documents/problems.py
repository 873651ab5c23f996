"""What a kind finds missing or wrong in a content, for whoever is about to freeze it."""

from documents.content import Content
from documents.errors import ContentError, UnknownTemplate
from documents.kinds import find


def problems_of(content: Content) -> dict[str, str]:
    """By place: `{"body.results": "memuat 0 butir; …"}`; empty when it can be printed."""
    try:
        find(content["template"]).check(content)
    except ContentError as error:
        return by_place(error.problems or (str(error),))
    except UnknownTemplate as error:
        return {"kind": str(error)}
    return {}


def by_place(problems: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for problem in problems:
        place, _colon, words = problem.rpartition(": ")
        found[place] = f"{found[place]}; {words}" if place in found else words
    return found
