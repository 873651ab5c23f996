"""One rule a file, the file named as the rule: each is the query for the offices or substitutions that fail it."""

from .alone_in_those_days import alone_in_those_days
from .appointee_is_known import appointee_is_known
from .begins_today_or_later import begins_today_or_later
from .capacity_fits import capacity_fits
from .days_in_order import days_in_order
from .ends_with_the_official import ends_with_the_official
from .full_seat_is_free import full_seat_is_free
from .looks_after_siklus import looks_after_siklus
from .mandate_can_end_then import mandate_can_end_then
from .mandate_still_runs import mandate_still_runs
from .may_administer import may_administer
from .may_name_a_substitute import may_name_a_substitute
from .may_prepare_a_substitute import may_prepare_a_substitute
from .no_later_holder import no_later_holder
from .no_task_waits import no_task_waits
from .plt_for_a_vacant_office import plt_for_a_vacant_office
from .reason_given import reason_given
from .substitute_is_another import substitute_is_another
from .substitute_sits_there import substitute_sits_there

__all__ = [
    "alone_in_those_days",
    "appointee_is_known",
    "begins_today_or_later",
    "capacity_fits",
    "days_in_order",
    "ends_with_the_official",
    "full_seat_is_free",
    "looks_after_siklus",
    "mandate_can_end_then",
    "mandate_still_runs",
    "may_administer",
    "may_name_a_substitute",
    "may_prepare_a_substitute",
    "no_later_holder",
    "no_task_waits",
    "plt_for_a_vacant_office",
    "reason_given",
    "substitute_is_another",
    "substitute_sits_there",
]
