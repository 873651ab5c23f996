"""One rule a file: the query for the rows that fail it, and the words for the user."""

from .another_office_of_the_role import another_office_of_the_role
from .by_the_system import by_the_system
from .decided_by_my_office import decided_by_my_office
from .is_an_earlier_step import is_an_earlier_step
from .is_of_kind import is_of_kind
from .no_confirmation_open import no_confirmation_open
from .nobody_acted_since import nobody_acted_since
from .not_my_own_draft import not_my_own_draft
from .not_my_own_record import not_my_own_record
from .not_the_same_office import not_the_same_office
from .nothing_recorded_yet import nothing_recorded_yet
from .reason_given import reason_given
from .recorded_by_another import recorded_by_another
from .staff_of_its_office import staff_of_its_office
from .staff_of_my_office import staff_of_my_office
from .superior_or_agency import superior_or_agency
from .task_of_my_office import task_of_my_office
from .text_was_read import text_was_read
from .within_my_drafting_office import within_my_drafting_office

__all__ = [
    "another_office_of_the_role",
    "by_the_system",
    "decided_by_my_office",
    "is_an_earlier_step",
    "is_of_kind",
    "no_confirmation_open",
    "nobody_acted_since",
    "not_my_own_draft",
    "not_my_own_record",
    "not_the_same_office",
    "nothing_recorded_yet",
    "reason_given",
    "recorded_by_another",
    "staff_of_its_office",
    "staff_of_my_office",
    "superior_or_agency",
    "task_of_my_office",
    "text_was_read",
    "within_my_drafting_office",
]
