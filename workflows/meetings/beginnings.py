"""How the letters about a rakor begin: with what Siklus knows of it. A paper prints its kind itself, above its subject."""

from typing import Any

from workflows.letters.beginnings.known import Beginning, Known
from workflows.organisation.titles import titles

from .content import invitation_of, minutes_of, record_of
from .models import Rakor


def invitation(known: Known) -> Beginning:
    """To every office and guest that has a seat."""
    rakor = known.about.rakor
    to = addressees(rakor)
    return known.begun(f"Undangan {known.about.title}", invitation_of(rakor), to=to, nature="Penting")


def addressees(rakor: Rakor) -> list[str]:
    seats = list(rakor.seats.all())
    called = titles([seat.office_id for seat in seats if seat.office_id], rakor.held_on)
    return list(dict.fromkeys(called[seat.office_id].long if seat.office_id else seat.group for seat in seats))


def minutes(known: Known) -> Beginning:
    rakor = known.about.rakor
    return known.begun(known.about.title, minutes_of(rakor), parties=[scribe(rakor), chair(rakor)])


def record(known: Known) -> Beginning:
    rakor = known.about.rakor
    return known.begun(known.about.title, record_of(rakor), parties=[chair(rakor), scribe(rakor)])


def chair(rakor: Rakor) -> dict[str, Any]:
    return {"role": "Pimpinan rapat", "office": rakor.chair_id}


def scribe(rakor: Rakor) -> dict[str, Any]:
    """Without a login he signs on paper."""
    if rakor.note_taker_id:
        return {"role": "Notulis", "office": rakor.note_taker_id}
    return {"role": "Notulis", "name": rakor.scribe, "lines": ["NOTULIS"]}
