"""What the answers to an invitation say on the pages: one's own, and to the organiser all of them."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.pages.acting import Acting
from workflows.core.clock import today
from workflows.meetings.answering import Expected, expected_of
from workflows.meetings.models import Rakor, Seat
from workflows.meetings.quorum import Quorum
from workflows.meetings.states import Answer, RakorState, SeatState

SILENT = "belum"
LABELS: dict[str, str | Promise] = {**dict(Answer.choices), SILENT: _("belum menjawab")}
"""By what `?jawaban=` asks for."""


@dataclass(frozen=True)
class Tile:
    """How many seats have one answer; `key` narrows the list of attendance to them."""

    key: str
    label: str | Promise
    count: int


def awaited(rakor: Rakor) -> bool:
    """Whether the invitation may still be answered."""
    return rakor.state == RakorState.INVITED and rakor.held_on >= today(rakor.file.zone)


def own_answer(rakor: Rakor, by: Acting) -> dict[str, Any]:
    """The seat of the office of `by`, if it is asked whether it comes."""
    asked = rakor.seats.filter(office=by.office_id, state=SeatState.INVITED) if awaited(rakor) else rakor.seats.none()
    return {"own": asked.select_related("office", "answered_by__person").first()}


def all_answers(rakor: Rakor, seats: Collection[Seat], quorum: Quorum) -> dict[str, Any]:
    """For the organiser, while they are awaited."""
    if not awaited(rakor):
        return {}
    said = expected_of(seats, quorum.needed)
    return {"expected": said, "tiles": [Tile(key, label, count_of(said, key)) for key, label in LABELS.items()]}


def count_of(said: Expected, key: str) -> int:
    return said.seats.get("" if key == SILENT else key, 0)


def narrowed(seats: list[Seat], key: str) -> list[Seat]:
    """Those with this answer; all where it is none that anybody gives."""
    return [seat for seat in seats if (seat.expected or SILENT) == key] if key in LABELS else seats
