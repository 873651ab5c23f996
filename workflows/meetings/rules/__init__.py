"""One rule a file: the query for the rows that fail it, and the words for the user."""

from .answers_are_awaited import answers_are_awaited
from .answers_for_its_office import answers_for_its_office
from .attendance_noted import attendance_noted
from .carries_out_the_record import carries_out_the_record
from .computed_as_confirmed import computed_as_confirmed
from .follow_up_has_its_office import follow_up_has_its_office
from .has_invitations import has_invitations
from .has_its_record import has_its_record
from .is_the_day import is_the_day
from .knows_the_code import knows_the_code
from .no_record_stands import no_record_stands
from .organiser_decides import organiser_decides
from .organises_the_rakor import organises_the_rakor
from .quorum_present import quorum_present
from .rakor_goes_on import rakor_goes_on
from .rakor_is_held import rakor_is_held
from .record_not_signed import record_not_signed
from .still_to_come import still_to_come
from .was_answered import was_answered

__all__ = [
    "answers_are_awaited",
    "answers_for_its_office",
    "attendance_noted",
    "carries_out_the_record",
    "computed_as_confirmed",
    "follow_up_has_its_office",
    "has_invitations",
    "has_its_record",
    "is_the_day",
    "knows_the_code",
    "no_record_stands",
    "organiser_decides",
    "organises_the_rakor",
    "quorum_present",
    "rakor_goes_on",
    "rakor_is_held",
    "record_not_signed",
    "still_to_come",
    "was_answered",
]
