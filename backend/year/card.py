"""What a room says of itself on *Tahun ini*."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Card:
    """`address` leads into the room; `says` is a sentence about how things stand for who is acting.

    `due` is the day of the next thing that he himself has to do there, None where nothing waits for him.
    """

    title: str
    icon: str
    address: str
    says: str
    due: date | None = None
