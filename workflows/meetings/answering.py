"""Who says before the day that he comes, sends somebody or cannot; and what that lets one expect of the quorum."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.core.wording import long_date
from workflows.villages.input import day, text

from .states import COMING, Answer

LONGEST_NAME, LONGEST_EXCUSE = 150, 200


def prepare_answer(deed, seats) -> dict[str, Any]:
    """`held_on` is the day that was seen: nobody answers for another one. Raises `BadValues` naming each field."""
    if (said := deed.values["answer"]) not in Answer.values:
        raise BadValues({"answer": _("Pilih jawaban: %(answers)s.") % {"answers": ", ".join(Answer.values)}})
    stand_in = text("proxy", deed.values.get("proxy") or "", LONGEST_NAME)
    why = text("excuse", deed.values.get("excuse") or "", LONGEST_EXCUSE)
    refuse_unfit(said, stand_in, why)
    return {"said": said, "stand_in": stand_in, "why": why, "day": the_day(deed, seats)}


def refuse_unfit(said: str, stand_in: str, why: str) -> None:
    wrong = {}
    if bool(stand_in) != (said == Answer.REPRESENTED):
        wrong["proxy"] = _("Nama wakil hanya untuk yang diwakili.") if stand_in else _("Tulis nama wakilnya.")
    if bool(why) != (said == Answer.CANNOT_COME):
        wrong["excuse"] = _("Alasan hanya untuk yang berhalangan.") if why else _("Tulis alasan singkatnya.")
    if wrong:
        raise BadValues(wrong)


def the_day(deed, seats) -> date:
    [held_on] = seats.values_list("rakor__held_on", flat=True)[:1]
    if (seen := deed.values.get("held_on")) and day("held_on", seen) != held_on:
        raise BadValues({"held_on": _("Rakor ini sekarang pada %(day)s; jawab untuk hari itu.") % {"day": long_date(held_on)}})
    return held_on


# --- what may be expected ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Expected:
    """Seats by their answer for the day as it stands (`""`: none), guests too; of the offices, which the quorum counts, those
    that say they come or send somebody (`coming`), and those that say nothing (`silent`)."""

    seats: dict[str, int]
    coming: int
    silent: int
    needed: int | None

    @property
    def quorum(self) -> bool | None:
        """Whether it is expected to be met; none while it hangs on who has not answered."""
        if self.needed is None or self.coming >= self.needed:
            return True
        return None if self.coming + self.silent >= self.needed else False


def expected_of(seats: Collection[Any], needed: int | None) -> Expected:
    """Of a rakor's seats, where its quorum needs so many offices."""
    offices = Counter(seat.expected for seat in seats if seat.office_id)
    return Expected(Counter(seat.expected for seat in seats), sum(offices[said] for said in COMING), offices[""], needed)
