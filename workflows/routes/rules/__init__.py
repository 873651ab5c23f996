"""One rule a file: the query for the rows that fail it, and the words for the user."""

from .another_office_of_the_role import another_office_of_the_role
from .decided_by_my_office import decided_by_my_office
from .is_a_reviewing_step import is_a_reviewing_step
from .is_a_signing_step import is_a_signing_step
from .is_an_earlier_step import is_an_earlier_step
from .is_change_to_confirm import is_change_to_confirm
from .is_opinion import is_opinion
from .no_confirmation_open import no_confirmation_open
from .nobody_acted_since import nobody_acted_since
from .not_my_own_draft import not_my_own_draft
from .not_the_same_office import not_the_same_office
from .reason_given import reason_given
from .superior_or_agency import superior_or_agency
from .task_of_my_office import task_of_my_office
from .text_was_read import text_was_read

__all__ = [
    "another_office_of_the_role",
    "decided_by_my_office",
    "is_a_reviewing_step",
    "is_a_signing_step",
    "is_an_earlier_step",
    "is_change_to_confirm",
    "is_opinion",
    "no_confirmation_open",
    "nobody_acted_since",
    "not_my_own_draft",
    "not_the_same_office",
    "reason_given",
    "superior_or_agency",
    "task_of_my_office",
    "text_was_read",
]
