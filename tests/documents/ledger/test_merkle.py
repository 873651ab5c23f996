"""The tree of RFC 9162: its known vectors, and proofs of every kind of tree."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.ledger.merkle import (
    EMPTY,
    Edge,
    Place,
    Span,
    consistency,
    consistent,
    included,
    inclusion,
    joined,
    leaf_hash,
    node_hash,
    subtrees,
)  # fmt: skip

CONTENTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
"""The inputs of the test vectors that certificate transparency implementations share."""
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
KNOWN = [leaf_hash(bytes.fromhex(content)) for content in CONTENTS]
sizes = st.integers(1, 200)


@cache
def leaf(index: int) -> bytes:
    return leaf_hash(str(index).encode())


@cache
def plain_root(start: int, end: int) -> bytes:
    """The definition of the RFC, word for word."""
    if end - start == 1:
        return leaf(start)
    width = 1
    while width * 2 < end - start:
        width *= 2
    return node_hash(plain_root(start, start + width), plain_root(start + width, end))


def hashes(spans: list[Span]) -> list[bytes]:
    return [plain_root(*span) for span in spans]


def root(size: int) -> bytes:
    return plain_root(0, size) if size else EMPTY


@pytest.mark.parametrize("size", range(9))
def test_the_known_roots(size: int) -> None:
    edge = Edge()
    for known in KNOWN[:size]:
        edge.append(known)
    assert edge.root.hex() == ROOTS[size]


def test_a_known_inclusion_proof() -> None:
    """The third of the eight, as RFC 9162 2.1.5 walks it: its neighbour, the pair before, the other half."""
    assert inclusion(2, 8) == [Span(3, 4), Span(0, 2), Span(4, 8)]
    path = [KNOWN[3], node_hash(*KNOWN[:2]), node_hash(node_hash(*KNOWN[4:6]), node_hash(*KNOWN[6:]))]
    assert included(KNOWN[2], 2, 8, path, bytes.fromhex(ROOTS[8]))


def test_the_proofs_that_the_rfc_spells_out() -> None:
    """RFC 9162, 2.1.5: audit paths of d0, d3, d4, d6 and consistency proofs of 3, 4 and 6, in a tree of seven."""
    _, b, c, d, _, f, j = (Span(n, n + 1) for n in range(7))
    g, h, i, k, l = Span(0, 2), Span(2, 4), Span(4, 6), Span(0, 4), Span(4, 7)  # noqa: E741
    assert [inclusion(n, 7) for n in (0, 3, 4, 6)] == [[b, h, l], [c, g, l], [f, j, k], [i, k]]
    assert [consistency(n, 7) for n in (3, 4, 6)] == [[c, d, g, l], [l], [i, j, k]]


@given(size=st.integers(0, 300))
def test_the_growing_edge_gives_the_root_of_the_definition(size: int) -> None:
    edge = Edge()
    for index in range(size):
        edge.append(leaf(index))
    assert edge.root == root(size)


@given(size=sizes, data=st.data())
def test_what_a_leaf_closes_are_the_complete_subtrees_that_end_with_it(size: int, data: st.DataObject) -> None:
    edge = Edge(size, [plain_root(place.number << place.level, (place.number + 1) << place.level)
                       for place in subtrees(Span(0, size))])  # fmt: skip
    closed = edge.append(leaf(size))
    for level in range(len(closed) // 32):
        assert closed[32 * level :][:32] == plain_root(size + 1 - (1 << level), size + 1)
    assert edge.root == root(size + 1)


@given(size=sizes, data=st.data())
def test_every_leaf_of_every_tree_is_proved(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    assert included(leaf(index), index, size, hashes(inclusion(index, size)), root(size))


@given(size=sizes, data=st.data())
def test_every_tree_continues_every_shorter_one(size: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(1, size))
    assert consistent(old, root(old), size, root(size), hashes(consistency(old, size)))


@given(size=st.integers(1, 10_000_000), data=st.data())
def test_spans_of_proofs_are_few_and_made_of_complete_subtrees(size: int, data: st.DataObject) -> None:
    spans = inclusion(data.draw(st.integers(0, size - 1)), size) + consistency(data.draw(st.integers(1, size)), size)
    assert len(spans) <= 2 * size.bit_length() + 1
    for span in spans:
        covered = [(place.number << place.level, (place.number + 1) << place.level) for place in subtrees(span)]
        assert [start for start, _ in covered] == [span.start, *(end for _, end in covered[:-1])]
        assert covered[-1][1] == span.end


def test_the_subtrees_of_a_ragged_span_join_to_its_hash() -> None:
    assert list(subtrees(Span(0, 7))) == [Place(2, 0), Place(1, 2), Place(0, 6)]
    assert joined([plain_root(0, 4), plain_root(4, 6), plain_root(6, 7)]) == plain_root(0, 7)
