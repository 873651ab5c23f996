"""*Yang diputuskan selama Anda tidak ada*: the acts by the mandate of a substitution, with the files they were about."""

from dataclasses import dataclass

from backend.access import Mandates, files_for
from backend.pages.history import Line, line
from worker.subjects import path_of
from workflows.core.models import File, JournalEntry, JournalSubject
from workflows.organisation.models import Substitution

MOST = 200


@dataclass(frozen=True)
class Deed:
    line: Line
    title: str
    url: str


def deeds_of(one: Substitution, reader: Mandates) -> list[Deed]:
    """The newest first; a link where the reader may see the file today."""
    entries = JournalEntry.objects.filter(mandate__substitution=one).select_related("person", "office", "mandate__acts_for")
    newest = list(entries.order_by("-pk")[:MOST])
    subjects = JournalSubject.objects.filter(entry__in=newest, file_id__isnull=False).values_list("entry_id", "file_id").distinct()
    about = dict(subjects)
    files = File.objects.select_related("region").in_bulk(set(about.values()))
    seen = set(files_for(reader).filter(pk__in=files).values_list("pk", flat=True))
    return [deed(line(entry), files.get(about.get(entry.pk, 0)), seen) for entry in newest]


def deed(said: Line, file: File | None, seen: set[int]) -> Deed:
    return Deed(said, file.title if file else "", path_of(file) if file and file.pk in seen else "")
