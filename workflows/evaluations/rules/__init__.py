"""One rule a file: the query for the rows that fail it, and the words for the user."""

from .changes_confirmed import changes_confirmed
from .cutoff_has_come import cutoff_has_come
from .evaluations_are_returned import evaluations_are_returned
from .every_participant_has_a_head import every_participant_has_a_head
from .not_my_own_answers import not_my_own_answers
from .rakor_decided_on_the_accepted import rakor_decided_on_the_accepted
from .round_not_closed import round_not_closed
from .round_takes_answers import round_takes_answers
from .runs_its_round import runs_its_round
from .runs_the_round import runs_the_round
from .somebody_else_can_accept import somebody_else_can_accept
from .somebody_takes_part import somebody_takes_part

__all__ = [
    "changes_confirmed",
    "cutoff_has_come",
    "evaluations_are_returned",
    "every_participant_has_a_head",
    "not_my_own_answers",
    "rakor_decided_on_the_accepted",
    "round_not_closed",
    "round_takes_answers",
    "runs_its_round",
    "runs_the_round",
    "somebody_else_can_accept",
    "somebody_takes_part",
]
