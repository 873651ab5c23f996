"""How a motion was voted on, and who disagreed."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.villages.input import text

from .states import MotionState, SeatState

COUNTS = {"for": "votes_for", "against": "votes_against", "abstain": "abstained"}
LONGEST = 1_000
MOST = 50


def votes_of(rakor, given: Any) -> dict[str, Any]:
    """The three counts, and whether it was carried. Without votes all agreed. Raises `BadValues`."""
    if not given:
        return dict.fromkeys(COUNTS.values()) | {"state": str(MotionState.CARRIED)}
    counts = {name: given.get(name, 0) for name in COUNTS}
    if set(given) - set(COUNTS) or any(type(n) is not int or n < 0 for n in counts.values()):
        raise BadValues({"votes": _("Suara berupa bilangan: setuju (for), tidak setuju (against), abstain (abstain).")})
    there = rakor.seats.filter(state=SeatState.PRESENT).count()
    if sum(counts.values()) > there:
        raise BadValues({"votes": _("%(n)d suara, padahal yang hadir %(there)d.") % {"n": sum(counts.values()), "there": there}})
    carried = counts["for"] > counts["against"]
    return {COUNTS[name]: n for name, n in counts.items()} | {"state": str(MotionState.CARRIED if carried else MotionState.LOST)}


def checked_dissent(given: Any) -> list[dict[str, str]]:
    """`[{"who", "why"}]`. Raises `BadValues` naming each row (`dissent.1`)."""
    if not isinstance(given or [], list) or len(given or []) > MOST:
        raise BadValues({"dissent": _("bentuknya salah")})
    wrong = {f"dissent.{n}": _("Tulis siapa yang keberatan dan mengapa.") for n, row in enumerate(given or [], 1) if not said(row)}
    if wrong:
        raise BadValues(wrong)
    return [{name: text("dissent", row[name], LONGEST) for name in ("who", "why")} for row in given or []]


def said(row: Any) -> bool:
    return isinstance(row, dict) and all(isinstance(row.get(name), str) and row[name].strip() for name in ("who", "why"))
