"""The list of attendance as it was signed by hand: photographed or scanned, and kept with the rakor as its evidence."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from workflows.core.errors import Problem, Refused
from workflows.core.models import Attachment, JournalEntry, JournalSubject
from workflows.core.naming import kind_of
from workflows.organisation.models import Mandate

from .models import AttendanceSheet, Rakor
from .rules import organises_the_rakor
from .states import MET, SheetState


def keep_sheets(rakor: Rakor, by: Mandate, attachments: Iterable[Attachment]) -> list[AttendanceSheet]:
    """The same sheet again stays one, unless it was taken away. Raises `Refused` for another office, and while nobody has met."""
    if by.office_id != rakor.file.office_id:
        words = organises_the_rakor.words.format(about=rakor.file.office.label)
        raise Refused([Problem(rakor.pk, "rakor", organises_the_rakor.name, words, str(organises_the_rakor.solved_by))])
    if rakor.state not in MET:
        words = _("Daftar hadir yang ditandatangani dilampirkan sesudah rakor dibuka.")
        raise Refused([Problem(rakor.pk, "rakor", "rakor_was_opened", words, _("penyelenggara rakor"))])
    return [kept(rakor, attachment) for attachment in attachments]


def kept(rakor: Rakor, attachment: Attachment) -> AttendanceSheet:
    sheet, _new = AttendanceSheet.objects.get_or_create(
        file=rakor.file, rakor=rakor, attachment=attachment, state=SheetState.ATTACHED
    )
    return sheet


def taken_away(rakor: Rakor) -> list[tuple[AttendanceSheet, JournalEntry]]:
    """The sheets that no longer count, each with the act that says by whom, when and why; the last first."""
    gone = rakor.sheets.filter(state=SheetState.TAKEN_AWAY).select_related("attachment").in_bulk()
    acts = JournalSubject.objects.filter(kind=kind_of(AttendanceSheet), object_id__in=gone).order_by("-entry_id")
    said = acts.select_related("entry__person", "entry__office", "entry__mandate__acts_for")
    return [(gone[one.object_id], one.entry) for one in said]
