"""The lists that can be imported."""

from backend.administration.models import ImportKind

from .decrees import OldDecrees
from .lists import List
from .offices import Offices
from .people import People
from .villages import Villages

LISTS: dict[str, type[List]] = {
    ImportKind.VILLAGES: Villages, ImportKind.OFFICES: Offices, ImportKind.PEOPLE: People, ImportKind.DECREES: OldDecrees,
}  # fmt: skip
