"""The body of a letter as clients send it: in each place a text, a number, or a list of texts or of rows of these.

Whether it can be printed is asked of its kind; here nothing passes that a form or a page could not even show.
"""

from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues

from .states import LetterKind

LONGEST = 10_000  # characters of a text
MOST = 200  # items of a list, and places of a body
LARGEST = 9_999
READ_OFF = {
    LetterKind.CONTROL: ["initiator", "received_on", "code", "ladder"],
    LetterKind.NOTES: ["meeting", "held_on", "time", "venue", "chair", "note_taker", "attendance", "follow_ups"],
    LetterKind.RECORD: ["meeting", "held_on", "time", "venue", "opener", "chair", "agenda", "attendance", "quorum", "decisions",
                        "classes", "follow_ups"],
    LetterKind.REPORT: ["year", "data_on", "coverage", "classes", "undecided", "reports", "completeness", "follow_ups", "needs",
                        "villages"],
    LetterKind.CERTIFICATE: ["recipient", "place", "rank", "contest", "decree"],
    LetterKind.JUDGING: ["held_on", "activity", "results"],
}  # fmt: skip
"""What Siklus knows better than any client: who gave his paraf and when, who came, what was decided and counted."""


def body_of(kind: str, known: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """The body to keep in place of the `known` one. Raises `BadValues` naming each place (`body.results`)."""
    read_off = {place: known[place] for place in READ_OFF.get(LetterKind(kind), []) if place in known}
    typed = {place: value for place, value in given.items() if place not in read_off}
    wrong = {f"body.{place}": _("bentuknya salah") for place, value in typed.items() if not fits(value, known.get(place))}
    if wrong or len(given) > MOST:
        raise BadValues(wrong or {"body": _("bentuknya salah")})
    return typed | read_off


def fits(value: Any, known: Any) -> bool:
    """Whether a value has the shape of what stands there, or of anything that may stand where nothing does."""
    if isinstance(value, list) and (known is None or isinstance(known, list)):
        return len(value) <= MOST and all(item_fits(item, known[0] if known else None) for item in value)
    return not isinstance(known, list) and is_plain(value)


def item_fits(item: Any, like: Any) -> bool:
    if isinstance(item, dict):
        return not isinstance(like, str) and len(item) <= MOST and all(is_plain(cell) for cell in item.values())
    return not isinstance(like, dict) and isinstance(item, str) and len(item) <= LONGEST


def is_plain(value: Any) -> bool:
    if isinstance(value, str):
        return len(value) <= LONGEST
    return value is None or (type(value) is int and 0 <= value <= LARGEST)
