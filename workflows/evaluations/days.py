"""Days that acts on rounds and evaluations are given, and whether they can be."""

from datetime import date
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.villages.input import day

IN_ORDER = ["cutoff_on", "opens_on", "answers_by", "verified_by", "accepted_by", "meets_by"]
"""The days of a round."""
MOVABLE = IN_ORDER[2:]
"""Those that may be put off while it runs."""

USUAL = {"cutoff_on": (9, 30), "opens_on": (10, 1), "answers_by": (10, 31), "verified_by": (11, 15), "accepted_by": (11, 25),
         "meets_by": (12, 15)}  # fmt: skip
"""Month and day: evaluation and rakor stand in the last quarter. Ours; nothing prescribes days (UNVERIFIED)."""


def usual_days(year: int, today: date) -> dict[str, date]:
    """What a plan begins with: the usual days of the year; where these have passed already, as long a round from today on."""
    usual = {name: date(year, *day) for name, day in USUAL.items()}
    return usual if today <= usual["opens_on"] else days_from(today)


def days_from(today: date) -> dict[str, date]:
    """As long as usual, of a round that opens today and counts who is Kampung KB today."""
    usual = {name: date(today.year, *day) for name, day in USUAL.items()}
    return {name: today + (day - usual["opens_on"]) for name, day in usual.items()} | {"cutoff_on": today}


def until_day(deed, evaluations) -> dict[str, Any]:
    """The day until which answers are taken. Raises `BadValues` for one that is none or past."""
    until = day("until", deed.values["until"])
    if until < deed.today:
        raise BadValues({"until": _("Tanggal tidak boleh sebelum hari ini.")})
    return {"until_day": until}


def later_days(deed, rounds) -> dict[str, Any]:
    """The days to be changed; the others stay. Raises `BadValues` naming the day that cannot be."""
    new = {name: day(name, given) for name, given in deed.values.items() if given}
    if not new:
        raise BadValues({"answers_by": _("Isi paling sedikit satu tanggal yang berubah.")})
    for this in rounds:
        refuse_disorder({name: new.get(name, getattr(this, name)) for name in IN_ORDER})
    return {f"new_{name}": new.get(name) for name in MOVABLE}


def refuse_disorder(days: dict[str, date]) -> None:
    """Raises `BadValues` naming each day that is before the one that it must follow."""
    wrong = {later: _("Tanggal ini tidak boleh sebelum %(day)s.") % {"day": days[earlier].isoformat()}
             for earlier, later in pairwise(IN_ORDER) if days[later] < days[earlier]}  # fmt: skip
    if wrong:
        raise BadValues(wrong)
