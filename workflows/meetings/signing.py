"""Four eyes: whoever leads a rakor does not also vouch for its notes."""

from django.utils.translation import gettext as _

from workflows.core.errors import Problem
from workflows.letters.states import LetterKind
from workflows.organisation.mandates import holders

ABOUT_A_RAKOR = [LetterKind.RECORD, LetterKind.NOTES]


def chair_is_not_the_scribe(deed, letters) -> list[Problem]:
    """The record is signed by as many people as it has parties with an office; a person in two offices signs for one."""
    found = []
    for letter in letters.filter(kind__in=ABOUT_A_RAKOR).prefetch_related("parties"):
        offices = [party.office_id for party in letter.parties.all() if party.office_id]
        people = [held[0].person_id for held in holders(offices, deed.on or deed.today).values()]
        if len(set(people)) < len(people):
            words = _("Seorang pejabat menandatangani naskah ini lebih dari sekali; pilih notulis atau pihak yang lain.")
            found.append(Problem(letter.pk, "letter", "chair_is_not_the_scribe", words, _("penyusun berita acara")))
    return found
