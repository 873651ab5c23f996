"""The one sequencer: gives each new thing its place in the ledger, and signs what the ledger has become."""

from datetime import UTC, datetime

from django.db import connection, transaction

from documents.ledger import tree
from documents.ledger.checkpoints import Checkpoint, opened
from documents.ledger.errors import NotProved
from documents.ledger.leaves import SOURCES, hashes, unsealed
from documents.ledger.merkle import Edge
from documents.ledger.models import Leaf, Seal
from documents.ledger.ours import known_keys, signing_key

THE_SEQUENCER = 5_1946
"""The advisory lock that lets only one process append at a time."""
BATCH = 1_000
"""Leaves at most in one transaction."""
BEHIND = 2_000
"""How many keys before the last sealed one a quick pass begins.

Keys are given out before they are committed, so a thing may appear behind others that are sealed already. A high-water
mark would skip it; we ask what has no leaf. Quickly: from a little before that mark on; and once an hour
(`worker.scheduler`) among all, so that whoever takes longer to commit than 2,000 others is sealed then. Nothing is ever
passed over for good.
"""


def seal(behind: int | None = BEHIND) -> int:
    """Seal what is new, batch by batch, each with its checkpoint; returns how many leaves were added.

    Two at once wait for each other. `behind=None` looks at all that there is. Raises NotProved, and signs nothing, when
    the ledger is not what was signed last.
    """
    count = 0
    while added := seal_batch(behind):
        count += added
    return count


def seal_everything() -> int:
    return seal(behind=None)


@transaction.atomic
def seal_batch(behind: int | None) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [THE_SEQUENCER])
    new = new_leaves(behind)  # a statement of its own: it must see what others sealed while we waited
    if not new:
        return 0
    edge = signed_edge()
    rows = [Leaf(index=edge.size, kind=kind, object_id=key, hashes=edge.append(leaf)) for kind, key, leaf in new]
    Leaf.objects.bulk_create(rows)
    sign(edge)
    return len(rows)


def new_leaves(behind: int | None) -> list[tuple[str, int, bytes]]:
    """Kind, key and leaf hash of what one batch takes, in the order in which it is sealed."""
    found: list[tuple[str, int, bytes]] = []
    for kind in SOURCES:
        keys = list(unsealed(kind, behind).values_list("pk", flat=True)[: BATCH - len(found)])
        found += [(kind, key, leaf) for key, leaf in sorted(hashes(kind, keys).items())]
    return found


def signed_edge() -> Edge:
    """The edge of the tree as it was signed last; never of one that somebody has altered since."""
    edge, last = tree.edge(tree.size()), newest_checkpoint()
    if (edge.size, edge.root) != ((last.size, last.root) if last else (0, Edge().root)):
        raise NotProved("buku besar tidak sama dengan checkpoint terakhirnya; jalankan `manage ledger --audit`")
    return edge


def sign(edge: Edge) -> None:
    key = signing_key()
    known_keys()  # keeps the present key's line, so that its signatures are known also when there is another
    note = Checkpoint(key.name, edge.size, edge.root, datetime.now(UTC).replace(microsecond=0)).signed(key)
    Seal.objects.create(size=edge.size, note=note)


def newest_checkpoint() -> Checkpoint | None:
    """The last one that was signed. Raises NotProved if its signature is not ours."""
    last = Seal.objects.order_by("-size").first()
    return opened(last.note, known_keys()) if last else None
