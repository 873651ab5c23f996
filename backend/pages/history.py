"""The journal as sentences: who did what, as what, when and why."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from workflows.core.models import JournalEntry, JournalSubject
from workflows.organisation.models import Capacity, Role
from workflows.organisation.titles import PREFIXES

from .moments import moment_on
from .wordings import sentence_of

SHOWN = 50


@dataclass(frozen=True)
class Line:
    """One act: `Contoh Budi (Camat Contoh Hilir) menyetujui`; or `times` like it without a break, the newest of them."""

    number: int
    when: str
    words: str
    reason: str
    times: int = 1


def of_file(file_id: int) -> list[Line]:
    """The acts on a file, the newest first."""
    return lines(JournalSubject.objects.filter(file_id=file_id))


def of_village(kampung_id: int) -> list[Line]:
    return lines(JournalSubject.objects.filter(kind="kampungkb", object_id=kampung_id))


def lines(subjects: QuerySet[JournalSubject]) -> list[Line]:
    newest = subjects.order_by("-entry_id").values_list("entry_id", flat=True).distinct()[:SHOWN]
    entries = JournalEntry.objects.filter(pk__in=list(newest)).select_related("person", "office", "mandate__acts_for")
    return [together(list(alike)) for _what, alike in groupby(entries.order_by("-pk"), what)]


def what(entry: JournalEntry) -> tuple[date, int, str, str]:
    """By what acts are alike: the day, who, what and why."""
    return entry.on, entry.mandate_id, entry.act, entry.reason


def together(alike: list[JournalEntry]) -> Line:
    return replace(line(alike[0]), times=len(alike))


def line(entry: JournalEntry) -> Line:
    words = _("%(who)s %(did)s") % {"who": actor(entry), "did": sentence_of(entry.act)}
    return Line(entry.pk, when(entry), words, entry.reason)


def when(entry: JournalEntry) -> str:
    return moment_on(entry.on, entry.at)


def days_of(tasks: Iterable[int]) -> dict[int, date]:
    """The day of the last act that moved each task."""
    return dict(moves_of(tasks).order_by("entry_id").values_list("object_id", "entry__on"))


def moments_of(tasks: Iterable[int]) -> dict[int, tuple[date, datetime]]:
    """Of the last act that moved each task: its day, and when it was written down."""
    noted = moves_of(tasks).order_by("entry_id").values_list("object_id", "entry__on", "entry__at")
    return {task: (on, at) for task, on, at in noted}


def moves_of(tasks: Iterable[int]) -> QuerySet[JournalSubject]:
    """What the journal says of tasks, without what left them as they stood, as reminders do."""
    return JournalSubject.objects.filter(kind="assignment", object_id__in=list(tasks)).exclude(from_state=F("to_state"))


def actor(entry: JournalEntry) -> str:
    """Name and title by the mandate of the act: `Contoh Dedi (Plh. Bupati Contoh Raya)`."""
    if entry.office.role == Role.SYSTEM:
        return entry.office.label
    capacity = Capacity(entry.mandate.capacity)
    if entry.mandate.acts_for:
        title = f"a.n. {entry.mandate.acts_for.label}"
    elif capacity == Capacity.STAF:
        title = _("staf %(title)s") % {"title": entry.office.label}
    else:
        title = PREFIXES.get(capacity, "") + entry.office.label
    return f"{entry.person.full_name} ({title})"
