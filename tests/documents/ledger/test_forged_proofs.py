"""Proofs that somebody made up: none is accepted, whatever was changed in a valid one."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from documents.ledger.merkle import EMPTY, LARGEST, consistency, consistent, included, inclusion, leaf_hash, node_hash
from tests.documents.ledger.test_merkle import hashes, leaf, root


@dataclass(frozen=True)
class Inclusion:
    leaf: bytes
    index: int
    size: int
    path: tuple[bytes, ...]
    root: bytes

    @property
    def accepted(self) -> bool:
        return included(self.leaf, self.index, self.size, self.path, self.root)


@dataclass(frozen=True)
class Consistency:
    old: int
    old_root: bytes
    size: int
    root: bytes
    path: tuple[bytes, ...]

    @property
    def accepted(self) -> bool:
        return consistent(self.old, self.old_root, self.size, self.root, self.path)


def proof(index: int, size: int) -> Inclusion:
    return Inclusion(leaf(index), index, size, tuple(hashes(inclusion(index, size))), root(size))


def extension(old: int, size: int) -> Consistency:
    return Consistency(old, root(old), size, root(size), tuple(hashes(consistency(old, size))))


FORGED_INCLUSIONS: dict[str, Callable[[Inclusion], Inclusion]] = {
    "siblings in the wrong order": lambda p: replace(p, path=p.path[::-1]),
    "a path without its first": lambda p: replace(p, path=p.path[1:]),
    "a path without its last": lambda p: replace(p, path=p.path[:-1]),
    "no path": lambda p: replace(p, path=()),
    "a path with one more": lambda p: replace(p, path=(*p.path, p.root)),
    "the leaf before the path": lambda p: replace(p, path=(p.leaf, *p.path)),
    "an inner node as a leaf": lambda p: replace(
        p, leaf=node_hash(p.leaf, p.path[0]), index=p.index >> 1, path=p.path[1:]
    ),
    "a leaf made of an inner node": lambda p: replace(p, leaf=leaf_hash(p.leaf + p.path[0]), path=p.path[1:]),
    "the neighbour's index": lambda p: replace(p, index=p.index ^ 1),
    "an index outside": lambda p: replace(p, index=p.size),
    "a negative index": lambda p: replace(p, index=p.index - p.size),
    "a tree of twice the size": lambda p: replace(p, size=p.size * 2),
    "a tree that ends before the leaf": lambda p: replace(p, size=p.index),
    "a tree beyond all measure": lambda p: replace(p, size=LARGEST * 2),
    "the empty tree": lambda p: replace(p, size=0, index=0, path=(), root=EMPTY),
    "the root as the leaf of a tree of one": lambda p: replace(p, index=0, size=1, path=(), root=EMPTY),
    "two siblings in one": lambda p: replace(p, path=(p.path[0] + p.path[1], *p.path[2:])),
    "a sibling cut short": lambda p: replace(p, path=(p.path[0][:-1], *p.path[1:])),
}


@pytest.mark.parametrize("name", FORGED_INCLUSIONS)
@pytest.mark.parametrize(("index", "size"), [(0, 8), (5, 8), (2, 7), (6, 11), (9, 11)])
def test_no_forged_inclusion_is_accepted(name: str, index: int, size: int) -> None:
    assert proof(index, size).accepted
    assert not FORGED_INCLUSIONS[name](proof(index, size)).accepted


FORGED_EXTENSIONS: dict[str, Callable[[Consistency], Consistency]] = {
    "hashes in the wrong order": lambda p: replace(p, path=p.path[::-1]),
    "a path without its first": lambda p: replace(p, path=p.path[1:]),
    "a path without its last": lambda p: replace(p, path=p.path[:-1]),
    "a path with one more": lambda p: replace(p, path=(*p.path, p.root)),
    "no path": lambda p: replace(p, path=()),
    "old and new exchanged": lambda p: Consistency(p.size, p.root, p.old, p.old_root, p.path),
    "a larger old tree": lambda p: replace(p, old=p.old + 1),
    "a smaller old tree": lambda p: replace(p, old=p.old - 1),
    "a larger new tree": lambda p: replace(p, size=p.size * 2 + 1),
    "another old tree": lambda p: replace(p, old_root=leaf_hash(b"")),
    "another new tree": lambda p: replace(p, root=leaf_hash(b"")),
    "an old tree without leaves that had some": lambda p: replace(p, old=0),
    "a new tree that is the old": lambda p: replace(p, size=p.old),
    "a negative old tree": lambda p: replace(p, old=-p.old),
    "a tree beyond all measure": lambda p: replace(p, size=LARGEST * 2),
}


@pytest.mark.parametrize("name", FORGED_EXTENSIONS)
@pytest.mark.parametrize(("old", "size"), [(3, 7), (6, 7), (5, 8), (7, 11), (9, 23)])
def test_no_forged_extension_is_accepted(name: str, old: int, size: int) -> None:
    assert extension(old, size).accepted
    assert not FORGED_EXTENSIONS[name](extension(old, size)).accepted


@settings(max_examples=1000)
@given(size=st.integers(2, 100), data=st.data())
def test_no_flipped_bit_is_accepted(size: int, data: st.DataObject) -> None:
    genuine = proof(data.draw(st.integers(0, size - 1)), size)
    whole = bytearray(b"".join([genuine.leaf, genuine.root, *genuine.path]))
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    parts = [bytes(whole[n : n + 32]) for n in range(0, len(whole), 32)]
    assert not replace(genuine, leaf=parts[0], root=parts[1], path=tuple(parts[2:])).accepted


@settings(max_examples=1000)
@given(size=st.integers(2, 100), data=st.data())
def test_no_proof_serves_another_place(size: int, data: st.DataObject) -> None:
    """A proof may serve trees of several sizes that share its path, but one leaf and one index only."""
    genuine = proof(data.draw(st.integers(0, size - 1)), size)
    elsewhere = data.draw(st.integers(-1, size))
    assume(elsewhere != genuine.index)
    assert not replace(genuine, index=elsewhere).accepted


@settings(max_examples=1000)
@given(size=st.integers(2, 60), other=st.integers(1, 60), data=st.data())
def test_an_extension_of_a_rewritten_tree_is_not_accepted(size: int, other: int, data: st.DataObject) -> None:
    """Whatever hashes of the genuine tree are offered for an old root that is not its own."""
    old = data.draw(st.integers(1, size))
    genuine = extension(old, size)
    rewritten = node_hash(genuine.old_root, leaf(other))
    path = data.draw(st.lists(st.sampled_from([*genuine.path, genuine.old_root, genuine.root, rewritten]), max_size=8))
    assert not replace(genuine, old_root=rewritten, path=tuple(path)).accepted
