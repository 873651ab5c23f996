"""The stored tree: how large it is, and the hashes that proofs ask for, some dozen rows whatever its size."""

from collections.abc import Iterable, Sequence

from django.db.models import Max

from documents.ledger.errors import NotProved
from documents.ledger.merkle import SIZE, Edge, Place, Span, joined, subtrees
from documents.ledger.models import Leaf


def size() -> int:
    """How many leaves there are. They are counted from 0 without a gap."""
    last = Leaf.objects.aggregate(last=Max("index"))["last"]
    return 0 if last is None else last + 1


def edge(size: int) -> Edge:
    """The right edge of the tree of so many leaves."""
    places = list(subtrees(Span(0, size)))
    return Edge(size, hashes_at(places))


def root(size: int) -> bytes:
    return edge(size).root


def hashes_of(spans: Sequence[Span]) -> list[bytes]:
    """The hash of each span, read at once."""
    parts = [list(subtrees(span)) for span in spans]
    found = iter(hashes_at([place for places in parts for place in places]))
    return [joined([next(found) for _ in places]) for places in parts]


def hashes_at(places: Iterable[Place]) -> list[bytes]:
    """Those of complete subtrees. Raises NotProved if a leaf is missing."""
    wanted = [(((place.number + 1) << place.level) - 1, place.level) for place in places]
    rows = dict(Leaf.objects.filter(pk__in={last for last, _ in wanted}).values_list("index", "hashes"))
    if missing := {last for last, _ in wanted} - rows.keys():
        raise NotProved(f"buku besar baris {min(missing)}: hilang")
    return [bytes(rows[last])[SIZE * level : SIZE * (level + 1)] for last, level in wanted]
