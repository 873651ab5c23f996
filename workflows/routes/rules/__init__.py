"""One rule a file: the query for the rows that fail it, and the words for the user."""

from workflows.organisation.rules import reason_given

from .another_office_of_the_role import another_office_of_the_role
from .answered_in_words import answered_in_words
from .by_the_same_mandate import by_the_same_mandate
from .by_the_system import by_the_system
from .conditions_readable import conditions_readable
from .decided_by_my_office import decided_by_my_office
from .every_step_reachable import every_step_reachable
from .has_steps import has_steps
from .in_my_line import in_my_line
from .instructed_by_my_office import instructed_by_my_office
from .is_an_earlier_step import is_an_earlier_step
from .is_of_kind import is_of_kind
from .may_remind import may_remind
from .no_confirmation_open import no_confirmation_open
from .nobody_acted_since import nobody_acted_since
from .not_my_own_draft import not_my_own_draft
from .not_my_own_record import not_my_own_record
from .not_opened_yet import not_opened_yet
from .not_reminded_lately import not_reminded_lately
from .not_the_same_office import not_the_same_office
from .nothing_done_since import nothing_done_since
from .nothing_recorded_yet import nothing_recorded_yet
from .offices_exist import offices_exist
from .only_decrees_are_signed import only_decrees_are_signed
from .publisher_of_the_territory import publisher_of_the_territory
from .quorum_within_group import quorum_within_group
from .recorded_by_another import recorded_by_another
from .run_can_end import run_can_end
from .signed_once_at_the_end import signed_once_at_the_end
from .somebody_besides_the_drafter import somebody_besides_the_drafter
from .staff_of_its_office import staff_of_its_office
from .staff_of_my_office import staff_of_my_office
from .still_to_be_put_right import still_to_be_put_right
from .superior_or_agency import superior_or_agency
from .task_of_my_office import task_of_my_office
from .text_was_read import text_was_read
from .within_my_drafting_office import within_my_drafting_office
from .within_the_minute import within_the_minute
from .within_the_order import within_the_order

__all__ = [
    "another_office_of_the_role",
    "answered_in_words",
    "by_the_same_mandate",
    "by_the_system",
    "conditions_readable",
    "decided_by_my_office",
    "every_step_reachable",
    "has_steps",
    "in_my_line",
    "instructed_by_my_office",
    "is_an_earlier_step",
    "is_of_kind",
    "may_remind",
    "no_confirmation_open",
    "nobody_acted_since",
    "not_my_own_draft",
    "not_my_own_record",
    "not_opened_yet",
    "not_reminded_lately",
    "not_the_same_office",
    "nothing_done_since",
    "nothing_recorded_yet",
    "offices_exist",
    "only_decrees_are_signed",
    "publisher_of_the_territory",
    "quorum_within_group",
    "reason_given",
    "recorded_by_another",
    "run_can_end",
    "signed_once_at_the_end",
    "somebody_besides_the_drafter",
    "staff_of_its_office",
    "staff_of_my_office",
    "still_to_be_put_right",
    "superior_or_agency",
    "task_of_my_office",
    "text_was_read",
    "within_my_drafting_office",
    "within_the_minute",
    "within_the_order",
]
