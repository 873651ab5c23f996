"""One rule a file: the query for the rows that fail it, and the words for the user."""

from .days_in_order import days_in_order
from .it_conflicts import it_conflicts
from .it_stands import it_stands
from .keyer_is_not_reporter import keyer_is_not_reporter
from .not_sent_before import not_sent_before
from .paper_names_its_reporter import paper_names_its_reporter
from .period_has_come import period_has_come
from .reports_for_the_village import reports_for_the_village

__all__ = [
    "days_in_order",
    "it_conflicts",
    "it_stands",
    "keyer_is_not_reporter",
    "not_sent_before",
    "paper_names_its_reporter",
    "period_has_come",
    "reports_for_the_village",
]
