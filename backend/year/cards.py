"""The rooms of a year, in the order of the year. Each gives its card to who is acting, or None to whom it is closed."""

from collections.abc import Callable

from backend.coaching.overview import card as coaching
from backend.contests.card import card as contests
from backend.figures.card import card as figures
from backend.meetings.card import card as rakors
from backend.pages.acting import Acting
from backend.reports.card import card as reports
from backend.rounds.card import card_of as rounds

from .card import Card

ROOMS: list[Callable[[Acting], Card | None]] = [reports, coaching, rounds, rakors, contests, figures]


def cards_for(acting: Acting) -> list[Card]:
    return [card for card in (room(acting) for room in ROOMS) if card]
