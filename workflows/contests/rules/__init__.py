"""One rule a file: the query for the rows that fail it, and the words for the user."""

from .appeal_window_open import appeal_window_open
from .appeal_window_over import appeal_window_over
from .contest_under_way import contest_under_way
from .decree_names_the_winners import decree_names_the_winners
from .designated_on_the_cutoff import designated_on_the_cutoff
from .entered_from_a_source import entered_from_a_source
from .goes_to_the_next_level import goes_to_the_next_level
from .held_by_its_own_agency import held_by_its_own_agency
from .in_the_contests_territory import in_the_contests_territory
from .is_one_of_its_jurors import is_one_of_its_jurors
from .is_the_chair import is_the_chair
from .judging_goes_on import judging_goes_on
from .jury_large_enough import jury_large_enough
from .my_office_organises import my_office_organises
from .named_decree_in_force import named_decree_in_force
from .no_appeal_open import no_appeal_open
from .nominations_open import nominations_open
from .nominator_or_village import nominator_or_village
from .not_appealed_already import not_appealed_already
from .not_his_own_agency import not_his_own_agency
from .not_his_own_area import not_his_own_area
from .not_lately_a_winner import not_lately_a_winner
from .not_recused import not_recused
from .organiser_decides import organiser_decides
from .pokja_current_on_the_cutoff import pokja_current_on_the_cutoff
from .profile_complete import profile_complete
from .publishes_for_its_office import publishes_for_its_office
from .ranking_is_complete import ranking_is_complete

__all__ = [
    "appeal_window_open",
    "appeal_window_over",
    "contest_under_way",
    "decree_names_the_winners",
    "designated_on_the_cutoff",
    "entered_from_a_source",
    "goes_to_the_next_level",
    "held_by_its_own_agency",
    "in_the_contests_territory",
    "is_one_of_its_jurors",
    "is_the_chair",
    "judging_goes_on",
    "jury_large_enough",
    "my_office_organises",
    "named_decree_in_force",
    "no_appeal_open",
    "nominations_open",
    "nominator_or_village",
    "not_appealed_already",
    "not_his_own_agency",
    "not_his_own_area",
    "not_lately_a_winner",
    "not_recused",
    "organiser_decides",
    "pokja_current_on_the_cutoff",
    "profile_complete",
    "publishes_for_its_office",
    "ranking_is_complete",
]
