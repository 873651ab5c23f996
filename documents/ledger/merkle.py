"""The Merkle tree of RFC 9162, section 2.1: hashes, inclusion and consistency proofs. Pure functions over bytes.

A tree is never held in memory: proofs are told as spans of leaves, and each span as the complete subtrees that make it
up, so that whoever stores the hashes of complete subtrees looks up a few dozen of them, however many leaves there are.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from hashlib import sha256
from typing import NamedTuple

SIZE = 32
"""Bytes of a hash."""
LARGEST = 1 << 62
"""Leaves of the largest tree that is judged; a proof that claims more is no proof."""
EMPTY = sha256(b"").digest()
"""The root of a tree without leaves."""


class Span(NamedTuple):
    """The leaves from `start` (counted from 0) up to, and without, `end`."""

    start: int
    end: int


class Place(NamedTuple):
    """A complete subtree: of 2^level leaves, the `number`-th of that width counted from the left."""

    level: int
    number: int


def leaf_hash(content: bytes) -> bytes:
    return sha256(b"\0" + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\1" + left + right).digest()


def middle(span: Span) -> int:
    """Where RFC 9162 parts a span of two leaves or more: after the largest power of two below its width."""
    return span.start + (1 << ((span.end - span.start - 1).bit_length() - 1))


def subtrees(span: Span) -> Iterator[Place]:
    """The fewest complete subtrees that make up a span of the tree, from left to right."""
    start = span.start
    while start < span.end:
        level = (span.end - start).bit_length() - 1
        yield Place(level, start >> level)
        start += 1 << level


def joined(hashes: Sequence[bytes]) -> bytes:
    """The hash of a span, from those of its `subtrees`."""
    return reduce(lambda right, left: node_hash(left, right), reversed(hashes)) if hashes else EMPTY


def inclusion(index: int, size: int) -> list[Span]:
    """The spans whose hashes prove a leaf, the nearest sibling first (RFC 9162, 2.1.3.1)."""
    path, span = [], Span(0, size)
    while span.end - span.start > 1:
        left, right = Span(span.start, middle(span)), Span(middle(span), span.end)
        span, sibling = (left, right) if index < left.end else (right, left)
        path.append(sibling)
    return path[::-1]


def consistency(old: int, size: int) -> list[Span]:
    """The spans whose hashes prove that a tree of `size` continues one of `old` leaves, 0 < old (RFC 9162, 2.1.4.1)."""
    path, span = [], Span(0, size)
    while span.end != old:
        left, right = Span(span.start, middle(span)), Span(middle(span), span.end)
        span, sibling = (left, right) if old <= left.end else (right, left)
        path.append(sibling)
    if span.start:  # else it is the old tree itself, whose root the verifier has
        path.append(span)
    return path[::-1]


def included(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether `path` proves that the tree of `size` leaves with this root has this leaf hash at `index`."""
    if not 0 <= index < size <= LARGEST:
        return False
    spans = inclusion(index, size)
    if not fits(path, spans):
        return False
    found = leaf
    for span, sibling in zip(spans, path, strict=True):
        found = node_hash(found, sibling) if span.start > index else node_hash(sibling, found)
    return found == root


def consistent(old: int, old_root: bytes, size: int, root: bytes, path: Sequence[bytes]) -> bool:
    """Whether `path` proves that the tree of `size` leaves begins with the very leaves of the one of `old`."""
    if old == 0:
        return old_root == EMPTY and not path and 0 <= size <= LARGEST
    if not 0 < old <= size <= LARGEST:
        return False
    spans = consistency(old, size)
    if not fits(path, spans):
        return False
    before, now = rebuilt(old, old_root, spans, path)
    return (before, now) == (old_root, root)


def rebuilt(old: int, old_root: bytes, spans: list[Span], path: Sequence[bytes]) -> tuple[bytes, bytes]:
    """The roots of both trees, as a consistency proof tells them."""
    before = now = old_root
    for span, known in zip(spans, path, strict=True):
        if span.end == old:
            before = now = known
        elif span.start >= old:
            now = node_hash(now, known)
        else:
            before, now = node_hash(known, before), node_hash(known, now)
    return before, now


def fits(path: Sequence[bytes], spans: list[Span]) -> bool:
    return len(path) == len(spans) and all(len(known) == SIZE for known in path)


class Edge:
    """The right edge of a growing tree: the hashes of the complete subtrees that it consists of, from left to right."""

    def __init__(self, size: int = 0, hashes: Iterable[bytes] = ()) -> None:
        self.size, self.hashes = size, list(hashes)

    def append(self, leaf: bytes) -> bytes:
        """Add a leaf hash. Returns it, followed by the hashes of the larger complete subtrees that it closes."""
        closed = [leaf]
        width = self.size
        while width & 1:
            closed.append(node_hash(self.hashes.pop(), closed[-1]))
            width >>= 1
        self.hashes.append(closed[-1])
        self.size += 1
        return b"".join(closed)

    @property
    def root(self) -> bytes:
        return joined(self.hashes)
