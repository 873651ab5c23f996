"""One rule a file: the query for the rows that fail it, and the words for the user."""

from .amends_the_list_as_it_stands import amends_the_list_as_it_stands
from .annuls_for_a_defect import annuls_for_a_defect
from .begins_in_fixed_words import begins_in_fixed_words
from .begins_no_earlier_than_decided import begins_no_earlier_than_decided
from .capacity_may_sign import capacity_may_sign
from .claims_are_free import claims_are_free
from .decided_on_screen import decided_on_screen
from .every_row_has_what_it_needs import every_row_has_what_it_needs
from .has_clauses import has_clauses
from .has_legal_basis import has_legal_basis
from .has_rows import has_rows
from .is_a_villages_decree import is_a_villages_decree
from .is_signed_in_ink import is_signed_in_ink
from .its_date_has_come import its_date_has_come
from .its_end_has_come import its_end_has_come
from .links_name_decrees_in_force import links_name_decrees_in_force
from .my_office_enters_old_decrees import my_office_enters_old_decrees
from .my_office_has_its_open_task import my_office_has_its_open_task
from .my_office_keeps_its_papers import my_office_keeps_its_papers
from .my_office_typed_its_number import my_office_typed_its_number
from .names_what_it_revokes import names_what_it_revokes
from .nobody_sits_twice import nobody_sits_twice
from .one_amendment_at_a_time import one_amendment_at_a_time
from .outranks_what_it_changes import outranks_what_it_changes
from .reaches_back_with_reason import reaches_back_with_reason
from .register_is_set_up import register_is_set_up
from .rosters_are_complete import rosters_are_complete
from .rows_in_my_territory import rows_in_my_territory
from .signed_in_its_year import signed_in_its_year
from .somebody_else_can_decide import somebody_else_can_decide
from .suspends_the_designated import suspends_the_designated
from .takes_back_no_annulment import takes_back_no_annulment
from .takes_back_what_was_listed import takes_back_what_was_listed

__all__ = [
    "amends_the_list_as_it_stands",
    "annuls_for_a_defect",
    "begins_in_fixed_words",
    "begins_no_earlier_than_decided",
    "capacity_may_sign",
    "claims_are_free",
    "decided_on_screen",
    "every_row_has_what_it_needs",
    "has_clauses",
    "has_legal_basis",
    "has_rows",
    "is_a_villages_decree",
    "is_signed_in_ink",
    "its_date_has_come",
    "its_end_has_come",
    "links_name_decrees_in_force",
    "my_office_enters_old_decrees",
    "my_office_has_its_open_task",
    "my_office_keeps_its_papers",
    "my_office_typed_its_number",
    "names_what_it_revokes",
    "nobody_sits_twice",
    "one_amendment_at_a_time",
    "outranks_what_it_changes",
    "reaches_back_with_reason",
    "register_is_set_up",
    "rosters_are_complete",
    "rows_in_my_territory",
    "signed_in_its_year",
    "somebody_else_can_decide",
    "suspends_the_designated",
    "takes_back_no_annulment",
    "takes_back_what_was_listed",
]
