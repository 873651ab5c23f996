"""OCEL 2.0 as JSON, written as it is read: only what is being written is held in memory."""

import json
from collections.abc import Iterable, Iterator

from .events import event_types, events
from .naming import Json
from .objects import object_types, objects
from .period import Period


def written(period: Period) -> Iterator[str]:
    yield from listed('{"objectTypes": [', object_types(period))
    yield from listed('], "eventTypes": [', event_types(period))
    yield from listed('], "objects": [', objects(period))
    yield from listed('], "events": [', events(period))
    yield "]}\n"


def listed(opening: str, rows: Iterable[Json]) -> Iterator[str]:
    yield opening
    for n, row in enumerate(rows):
        yield f"{',' if n else ''}\n{json.dumps(row, ensure_ascii=False)}"
