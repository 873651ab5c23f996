"""One rule a file, the file named as the rule: each is the query for the offices that fail it."""

from .appointee_is_known import appointee_is_known
from .capacity_fits import capacity_fits
from .days_in_order import days_in_order
from .full_seat_is_free import full_seat_is_free
from .mandate_can_end_then import mandate_can_end_then
from .may_administer import may_administer
from .no_later_holder import no_later_holder
from .no_task_waits import no_task_waits

__all__ = [
    "appointee_is_known",
    "capacity_fits",
    "days_in_order",
    "full_seat_is_free",
    "mandate_can_end_then",
    "may_administer",
    "no_later_holder",
    "no_task_waits",
]
