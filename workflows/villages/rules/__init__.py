"""One rule a file: the query for the rows that fail it, and the words for the user."""

from .all_preconditions_answered import all_preconditions_answered
from .confirmations_answered import confirmations_answered
from .criteria_of_the_era_answered import criteria_of_the_era_answered
from .field_check_complete import field_check_complete
from .field_check_is_my_task import field_check_is_my_task
from .head_or_agency import head_or_agency
from .minutes_attached import minutes_attached
from .no_other_open_proposal import no_other_open_proposal
from .nobody_twice_in_a_post import nobody_twice_in_a_post
from .not_designated_yet import not_designated_yet
from .not_launched_yet import not_launched_yet
from .not_on_a_draft_decree import not_on_a_draft_decree
from .preconditions_hold import preconditions_hold
from .roster_complete import roster_complete
from .somebody_else_can_approve import somebody_else_can_approve

__all__ = [
    "all_preconditions_answered",
    "confirmations_answered",
    "criteria_of_the_era_answered",
    "field_check_complete",
    "field_check_is_my_task",
    "head_or_agency",
    "minutes_attached",
    "no_other_open_proposal",
    "nobody_twice_in_a_post",
    "not_designated_yet",
    "not_launched_yet",
    "not_on_a_draft_decree",
    "preconditions_hold",
    "roster_complete",
    "somebody_else_can_approve",
]
