"""The events of a log: acts, by which office in which capacity, on what."""

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from backend.words import label_of_act

from .naming import FILE, OFFICE, Json, moment, name_of, strings
from .period import Period

AT_ONCE = 500


def event_types(period: Period) -> list[Json]:
    acts = period.entries.order_by("act").values_list("act", flat=True).distinct()
    return [{"name": act, "attributes": strings("label", "role", "capacity")} for act in acts]


def events(period: Period) -> Iterator[Json]:
    zone = ZoneInfo(period.region.zone)
    for entry in period.entries.iterator(AT_ONCE):
        yield one_event(entry, zone)


def one_event(entry: Any, zone: ZoneInfo) -> Json:
    """Neither who it was nor what was written, which may name somebody."""
    told = {"label": label_of_act(entry.act), "role": entry.office.role, "capacity": entry.mandate.capacity}
    return {
        "id": name_of("act", entry.pk), "type": entry.act, "time": moment(entry.on, entry.at, zone),
        "attributes": [{"name": name, "value": value} for name, value in told.items()], "relationships": list(related(entry)),
    }  # fmt: skip


def related(entry: Any) -> Iterator[Json]:
    """What it moved, the files concerned, and the office that acted."""
    yield {"objectId": name_of(OFFICE, entry.office_id), "qualifier": "by"}
    for subject in entry.subjects_here:
        yield {"objectId": name_of(subject.kind, subject.object_id), "qualifier": "moved"}
    for file in sorted({subject.file_id for subject in entry.subjects_here} - {None}):
        yield {"objectId": name_of(FILE, file), "qualifier": "about"}
