"""Every act on a file with all that the journal knows about it, and who was told of it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from backend.pages.history import actor
from backend.pages.versions import code_of
from backend.pages.wordings import sentence_of
from worker.models import Delivery
from workflows.core.models import File, JournalEntry, JournalSubject, Snapshot
from workflows.decrees.models import DecreeRow
from workflows.organisation.models.region import Zone
from workflows.routes.models import Remark

KAMPUNG, ROW = "kampungkb", "decreerow"
OF_ONE_VILLAGE = [KAMPUNG, ROW]


@dataclass(frozen=True)
class Told:
    """An act. `at` is an instant in the zone of the file, `zone` its name; `read` the version that the actor had read, if any."""

    entry: JournalEntry
    at: datetime
    zone: str
    actor: str
    sentence: str
    read: str
    frozen: list[str]
    remarks: list[Remark]
    moved: list[JournalSubject]
    deliveries: list[Delivery]

    def as_dict(self) -> dict[str, Any]:
        """The same for a program to read; instants in ISO 8601 with their offset."""
        entry = self.entry
        return {
            "entry": entry.pk, "act": entry.act, "at": self.at.isoformat(), "on": entry.on.isoformat(), "actor": self.actor,
            "office": entry.office.label, "capacity": entry.mandate.capacity, "reason": entry.reason, "read": entry.read,
            "read_version": self.read, "frozen": self.frozen, "values": entry.values,
            "remarks": [{"target": remark.target, "text": remark.text} for remark in self.remarks],
            "moved": [
                {"kind": s.kind, "id": s.object_id, "from": s.from_state, "to": s.to_state, "version": s.version}
                for s in self.moved
            ],
            "told": [
                {"person": d.person.full_name, "channel": d.channel, "status": d.status,
                 "sent_at": d.sent_at and d.sent_at.isoformat(), "message_id": d.message_id} for d in self.deliveries
            ],
        }  # fmt: skip


def acts_on(file: File, kampung: int | None = None) -> QuerySet[JournalEntry]:
    """The acts on a file, oldest first; with `kampung` those that concern this village: its own, and those on the whole file."""
    here = JournalSubject.objects.filter(entry=OuterRef("pk"), file_id=file.pk)
    acts = JournalEntry.objects.filter(Exists(here))
    if kampung is not None:
        rows = DecreeRow.objects.filter(decree=file.pk, kampung=kampung).values("pk")
        own = Q(kind=KAMPUNG, object_id=kampung) | Q(kind=ROW, object_id__in=rows)
        about_one = JournalSubject.objects.filter(entry=OuterRef("pk"), kind__in=OF_ONE_VILLAGE)
        mine = JournalSubject.objects.filter(own, entry=OuterRef("pk"))
        acts = acts.filter(Exists(mine) | ~Exists(about_one))
    return acts.select_related("person", "office", "mandate__acts_for").order_by("pk")


def told(file: File, entries: Sequence[JournalEntry]) -> list[Told]:
    """What is known of each of these acts, in six statements whatever their number."""
    keys = [entry.pk for entry in entries]
    versions = {snapshot.sha256: snapshot for snapshot in file.snapshots.defer("content")}
    frozen = by_entry(Snapshot.objects.filter(entry__in=keys, file=file).defer("content"))
    remarks = by_entry(Remark.objects.filter(entry__in=keys).order_by("pk"))
    moved = by_entry(JournalSubject.objects.filter(entry__in=keys, file_id=file.pk).order_by("pk"))
    sent = Delivery.objects.filter(outbox__entry__in=keys).annotate(entry_id=F("outbox__entry"))
    deliveries = by_entry(sent.select_related("person").order_by("pk"))
    zone = ZoneInfo(file.zone)
    return [
        Told(
            entry, entry.at.astimezone(zone), Zone(file.zone).label, actor(entry), sentence(entry),
            code_of(versions[entry.read]) if entry.read in versions else "", [code_of(s) for s in frozen[entry.pk]],
            remarks[entry.pk], moved[entry.pk], deliveries[entry.pk],
        )
        for entry in entries
    ]  # fmt: skip


def by_entry(found: Iterable[Any]) -> dict[int, list[Any]]:
    grouped = defaultdict(list)
    for one in found:
        grouped[one.entry_id].append(one)
    return grouped


def sentence(entry: JournalEntry) -> str:
    """What was done, in words; the name of an act that has none."""
    return sentence_of(entry.act)
