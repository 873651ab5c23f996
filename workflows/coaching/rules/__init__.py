"""One rule a file: the query for the rows that fail it, and the words for the user."""

from .agency_or_secretary import agency_or_secretary
from .coaches_there import coaches_there
from .my_office_decides import my_office_decides
from .my_office_organises import my_office_organises
from .my_office_owns_it import my_office_owns_it
from .my_office_plans_it import my_office_plans_it
from .names_districts import names_districts
from .owner_is_competent import owner_is_competent
from .participants_listed import participants_listed
from .room_for_all_enrolled import room_for_all_enrolled
from .within_capacity import within_capacity

__all__ = [
    "agency_or_secretary",
    "coaches_there",
    "my_office_decides",
    "my_office_organises",
    "my_office_owns_it",
    "my_office_plans_it",
    "names_districts",
    "owner_is_competent",
    "participants_listed",
    "room_for_all_enrolled",
    "within_capacity",
]
