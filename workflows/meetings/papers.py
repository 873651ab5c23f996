"""When the papers of a rakor may be written: each is about what has happened by then."""

from django.db.models import Exists
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflows.core.errors import Problem
from workflows.core.models import File
from workflows.letters.states import LetterKind

from .models import Rakor
from .queries import standing_records
from .states import RakorState as R

WRITTEN: dict[LetterKind, tuple[list[R], Promise]] = {
    LetterKind.INVITATION: ([R.INVITED], gettext_lazy("Surat undangan dibuat setelah undangan dikirim, sebelum rakor dibuka.")),
    LetterKind.NOTES: ([R.HELD, R.RECORD_DRAFTED, R.RECORD_SIGNED, R.CLOSED], gettext_lazy("Notulen dibuat setelah rakor dibuka.")),
    LetterKind.RECORD: ([R.RECORD_DRAFTED], gettext_lazy("Berita acara disusun ketika rakor diakhiri, satu untuk satu rakor.")),
}  # fmt: skip


def not_now(kind: LetterKind, about: File) -> list[Problem]:
    """Nobody is invited to what is over, and there is no record of what has not been held."""
    states, words = WRITTEN[kind]
    rakor = Rakor.objects.annotate(written=Exists(standing_records())).get(pk=about.pk)
    if rakor.state in states and not (kind == LetterKind.RECORD and rakor.written):
        return []
    return [Problem(about.pk, "rakor", "is_time_for_it", str(words), _("penyelenggara rakor"))]
