"""Is everything still as it was sealed? All leaves are made again from the tables and compared with the log."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from django.db.models import Max, Subquery
from django.db.models.functions import Coalesce, Now

from documents.ledger.checkpoints import opened
from documents.ledger.errors import NotProved
from documents.ledger.keys import PublicKey
from documents.ledger.leaves import MADE_AT, SOURCES, hashes, unsealed
from documents.ledger.merkle import SIZE, Edge
from documents.ledger.models import Kind, Leaf, Seal
from documents.ledger.ours import known_keys

CHUNK = 2_000
LATE = timedelta(minutes=10)
"""So long the worker may take to seal what is new."""


def audit() -> Iterator[str]:
    """A sentence for each thing that was altered, dropped, moved, or never sealed; nothing if all is well."""
    newest = Seal.objects.aggregate(newest=Max("size"))["newest"] or 0
    edge, keys, end = Edge(), known_keys(), 0
    while edge.size == end < newest:
        end = min(end + CHUNK, newest)
        yield from compared(edge, end, keys)
    yield from unsigned()
    yield from forgotten()


def compared(edge: Edge, end: int, keys: Sequence[PublicKey]) -> Iterator[str]:
    """Walk on from the edge up to `end` leaves, as long as none is missing."""
    rows = list(Leaf.objects.filter(index__gte=edge.size, index__lt=end).order_by("index"))
    notes = dict(Seal.objects.filter(size__gt=edge.size, size__lte=end).values_list("size", "note"))
    made = {kind: hashes(kind, [row.object_id for row in rows if row.kind == kind]) for kind in SOURCES}
    for row in rows:
        if row.index != edge.size:
            break
        yield from wrong_with(row, made.get(row.kind, {}).get(row.object_id), edge)
        if edge.size in notes:
            yield from wrong_with_note(notes[edge.size], edge, keys)
    if edge.size < end:
        yield f"buku besar baris {edge.size}: hilang; baris sesudahnya tidak dapat diperiksa"


def wrong_with(row: Leaf, made: bytes | None, edge: Edge) -> Iterator[str]:
    """About one leaf, which is added to the edge as it is stored."""
    stored = bytes(row.hashes)
    name = (
        f"buku besar baris {row.index}: {Kind(row.kind).label if row.kind in Kind.values else row.kind} {row.object_id}"
    )
    if made is None:
        yield f"{name} sudah tidak ada"
    elif made != stored[:SIZE]:
        yield f"{name} berubah sejak tercatat"
    if edge.append(stored[:SIZE]) != stored:
        yield f"{name}: hash simpulnya salah"


def wrong_with_note(note: str, edge: Edge, keys: Sequence[PublicKey]) -> Iterator[str]:
    try:
        checkpoint = opened(note, keys)
    except NotProved as problem:
        yield f"checkpoint pada {edge.size} baris: {problem}"
    else:
        if (checkpoint.size, checkpoint.root) != (edge.size, edge.root):
            yield f"checkpoint pada {edge.size} baris tidak cocok: ada baris sebelumnya yang diubah, dibuang, atau dipindah"


def unsigned() -> Iterator[str]:
    """Leaves after the last checkpoint: they are always committed together with one."""
    newest = Seal.objects.order_by("-size").values("size")[:1]
    if beyond := Leaf.objects.filter(index__gte=Coalesce(Subquery(newest), 0)).count():
        yield f"{beyond} baris terakhir buku besar tidak ditandatangani checkpoint mana pun"


def forgotten() -> Iterator[str]:
    for kind, moment in MADE_AT.items():
        late = unsealed(kind).filter(**{f"{moment}__lt": Now() - LATE})
        if first := late.values_list("pk", flat=True).first():
            yield f"{late.count()} {Kind(kind).label} belum tercatat di buku besar, mulai dari {first}"
