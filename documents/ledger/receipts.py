"""The receipt beside a paper: what the paper is, and the proof that the ledger has it. Judged without any database."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from documents.ledger import leaves, tree
from documents.ledger.checkpoints import Checkpoint, opened
from documents.ledger.errors import NotProved, NotSealed
from documents.ledger.keys import PublicKey
from documents.ledger.merkle import included, inclusion
from documents.ledger.models import Kind, Leaf, Seal
from documents.models import Document
from workflows.core.canonical import normal

SCHEMA = "siklus/receipt/1"


@dataclass(frozen=True)
class Receipt:
    """`document` is the very content of the leaf, `path` the sibling hashes up to the root of the checkpoint's tree."""

    document: dict[str, Any]
    index: int
    path: tuple[bytes, ...]
    checkpoint: str

    def as_dict(self) -> dict[str, Any]:
        path = [known.hex() for known in self.path]
        return {
            "schema": SCHEMA,
            "document": self.document,
            "index": self.index,
            "path": path,
            "checkpoint": self.checkpoint,
        }

    @classmethod
    def read(cls, text: bytes) -> Self:
        """Raises NotProved for anything that is no receipt."""
        try:
            given = json.loads(text)
            path = tuple(bytes.fromhex(known) for known in given["path"])
            receipt = cls(dict(normal(given["document"])), int(given["index"]), path, str(given["checkpoint"]))
        except (ValueError, KeyError, TypeError, RecursionError):
            raise NotProved("tanda terima rusak") from None
        if given != receipt.as_dict():
            raise NotProved("tanda terima rusak")
        return receipt

    def judge(self, keys: Iterable[PublicKey]) -> Checkpoint:
        """The checkpoint under which a log that we trust has this very document. Raises NotProved."""
        checkpoint = opened(self.checkpoint, keys)
        leaf = leaves.hashed(Kind.DOCUMENT, self.document)
        if not included(leaf, self.index, checkpoint.size, self.path, checkpoint.root):
            raise NotProved("tanda terima tidak terbukti: isinya tidak tercatat di buku besar itu")
        return checkpoint


def receipt_for(document: Document) -> dict[str, Any]:
    """The receipt as JSON can hold it, under the first checkpoint that covers the paper: the same at any time.

    Raises NotSealed until the worker has sealed it, and for drafts, which never are.
    """
    leaf = Leaf.objects.filter(kind=Kind.DOCUMENT, object_id=document.pk).first()
    seal = Seal.objects.filter(size__gt=leaf.index).order_by("size").first() if leaf else None
    if leaf is None or seal is None:
        raise NotSealed(f"{document} belum tercatat di buku besar")
    content = leaves.documents([document.pk])[document.pk]
    path = tree.hashes_of(inclusion(leaf.index, seal.size))
    return Receipt(content, leaf.index, tuple(path), seal.note).as_dict()
