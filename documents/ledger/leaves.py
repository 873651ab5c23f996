"""What stands in the ledger, and the content that is hashed for it: read from the tables, the same at any time.

The keys of these contents, and their order of lists, never change: a new column is a new `schema`.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import UTC
from typing import Any

from django.db.models import BigIntegerField, Exists, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast

from documents.forms import SIGNED, Form
from documents.ledger.merkle import leaf_hash
from documents.ledger.models import Kind, Leaf
from documents.models import Document
from workflows.core.canonical import canonical
from workflows.core.models import Attachment, File, JournalEntry, JournalSubject
from workflows.routes.models import Assignment, PaperRecord

Content = dict[str, Any]
SCHEMA = "siklus/leaf/1"

ENTRY = ("id", "at", "act", "on", "person_id", "office_id", "mandate_id", "reason", "read", "key", "body", "values")
SUBJECT = ("id", "kind", "object_id", "file_id", "from_state", "to_state", "version")
DOCUMENT = ("id", "kind", "form", "template", "number", "dated", "sha256", "content_sha256", "size", "pages", "made_at")
FINAL = Document.objects.filter(
    snapshot=OuterRef("snapshot"), content_sha256=OuterRef("content_sha256"), form=Form.FINAL
).order_by("pk")
"""What a signed paper was made of; of a final one, itself."""
OF_SCANS = ("routes.Assignment.confirm_scan", "routes.PaperRecord.confirm")
"""The acts by which a second person confirms a scan."""


def entries(keys: Collection[int]) -> dict[int, Content]:
    """A journal entry with all its subjects, in their order."""
    subjects = defaultdict(list)
    for entry, *values in (
        JournalSubject.objects.filter(entry__in=keys).order_by("pk").values_list("entry_id", *SUBJECT)
    ):
        subjects[entry].append(dict(zip(SUBJECT, values, strict=True)))
    rows = JournalEntry.objects.filter(pk__in=keys).values(*ENTRY)
    return {row["id"]: plain(row) | {"subjects": subjects[row["id"]]} for row in rows}


def documents(keys: Collection[int]) -> dict[int, Content]:
    """A final or signed paper: what it is, its hash, and its file's public token."""
    rows = Document.objects.filter(pk__in=keys).annotate(rendered_sha256=Subquery(FINAL.values("sha256")[:1]))
    found = rows.values("file__token", "rendered_sha256", *DOCUMENT)
    return {row["id"]: plain(row | {"file": row.pop("file__token")}) for row in found}


def scans(keys: Collection[int]) -> dict[int, Content]:
    """The scans that a journal entry has confirmed, each with the hash of the uploaded file."""
    acts = JournalEntry.objects.filter(pk__in=keys, act__in=OF_SCANS)
    of_entry: dict[int, list[Content]] = {entry: [] for entry in acts.values_list("pk", flat=True)}
    for entry, subject, scan, file in confirmed(keys):
        of_entry[entry].append({"of": subject, "scan": scan, "file": file})
    found = Attachment.objects.in_bulk({part["scan"] for parts in of_entry.values() for part in parts})
    tokens = dict(
        File.objects.filter(pk__in={p["file"] for ps in of_entry.values() for p in ps}).values_list("pk", "token")
    )
    return {
        entry: {"id": entry, "scans": [
            {"of": part["of"], "file": tokens.get(part["file"])} | attached(found.get(part["scan"])) for part in parts
        ]}
        for entry, parts in of_entry.items()
    }  # fmt: skip


def confirmed(entries: Collection[int]) -> Iterable[tuple[int, str, int, int]]:
    """(entry, what was confirmed, attachment, file) for every scan that these journal entries have confirmed."""
    subjects = JournalSubject.objects.filter(entry__in=entries, entry__act__in=OF_SCANS)
    tasks = (
        Assignment.objects.filter(kind="confirm_scan")
        .exclude(note="")
        .annotate(scan_id=Cast("note", BigIntegerField()))
    )
    for kind, rows in {"assignment": tasks, "paperrecord": PaperRecord.objects.all()}.items():
        touched = dict(subjects.filter(kind=kind).order_by("pk").values_list("object_id", "entry_id"))
        for pk, scan, file in rows.filter(pk__in=touched).order_by("pk").values_list("pk", "scan_id", "file_id"):
            yield touched[pk], f"{kind} {pk}", scan, file


def attached(scan: Attachment | None) -> Content:
    return (
        {"attachment": scan.pk, "sha256": scan.sha256, "media_type": scan.media_type, "size": scan.size} if scan else {}
    )


CONTENTS: dict[str, Callable[[Collection[int]], dict[int, Content]]] = {
    Kind.ENTRY: entries, Kind.DOCUMENT: documents, Kind.SCAN: scans,
}  # fmt: skip


def plain(row: Content) -> Content:
    """Dates as ISO text, moments in UTC."""
    return {name: moment(value) if hasattr(value, "isoformat") else value for name, value in row.items()}


def moment(value: Any) -> str:
    return value.astimezone(UTC).isoformat() if hasattr(value, "astimezone") else value.isoformat()


def hashed(kind: str, content: Content) -> bytes:
    """The leaf hash of a content, whose kind and schema are hashed with it."""
    return leaf_hash(canonical({"schema": SCHEMA, "leaf": kind} | content))


def hashes(kind: str, keys: Collection[int]) -> dict[int, bytes]:
    """The leaf hash of each of these things that is there."""
    return {key: hashed(kind, content) for key, content in CONTENTS[kind](keys).items()}


SOURCES: dict[str, Callable[[], QuerySet[Any]]] = {
    Kind.SCAN: lambda: JournalEntry.objects.filter(act__in=OF_SCANS),
    Kind.DOCUMENT: lambda: Document.objects.filter(form__in=[Form.FINAL, SIGNED]),
    Kind.ENTRY: JournalEntry.objects.all,
}
"""All that belongs into the ledger, in the order in which a batch takes it."""
KEYED_AS = {Kind.SCAN: Kind.ENTRY}
"""Scans have the keys of the entries that confirm them; they come first, so that entries never get far ahead of them."""
MADE_AT = {Kind.ENTRY: "at", Kind.DOCUMENT: "made_at", Kind.SCAN: "at"}
"""When each of them came to be, by the real clock."""


def unsealed(kind: str, behind: int | None = None) -> QuerySet[Any]:
    """What belongs into the ledger and has no leaf yet: of all that there is, or from `behind` keys before the last sealed."""
    rows = SOURCES[kind]()
    if behind is not None:
        sealed = Leaf.objects.filter(kind=KEYED_AS.get(Kind(kind), kind)).aggregate(last=Max("object_id"))["last"] or 0
        rows = rows.filter(pk__gt=sealed - behind)
    return rows.filter(~Exists(Leaf.objects.filter(kind=kind, object_id=OuterRef("pk")))).order_by("pk")
