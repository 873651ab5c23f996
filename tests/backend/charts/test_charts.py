"""Where things stand in a chart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.charts.chart import Bar, Columns, Length, Lengths, Part, Share, Stacked
from backend.charts.geometry import columns, lengths, side_by_side


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=12))
def test_the_parts_of_a_whole_fill_it_in_their_order(counts: list[int]) -> None:
    spans = list(side_by_side(counts))
    assert spans[0].x == 0
    assert abs(sum(span.width for span in spans) - 100) < 0.01
    for count, span in zip(counts, spans, strict=True):
        assert abs(span.width - 100 * count / sum(counts)) < 0.001


def test_nothing_has_no_parts() -> None:
    assert list(side_by_side([])) == []
    assert list(side_by_side([0, 0])) == []
    assert list(Bar("Kosong", [Part("belum", 0, "empty")]).drawn) == []


def test_the_longest_reaches_all_the_way() -> None:
    assert list(lengths([2.0, 8.0, 0.0], 8.0)) == [25.0, 100.0, 0.0]
    assert list(lengths([0.0], 0.0)) == [0.0]
    values = [Length("a", 3, ""), Length("b", 1.5, "")]
    assert [width for _one, width in Lengths(values).drawn] == [100.0, 50.0]
    assert [width for _one, width in Lengths(values, full=6).drawn] == [50.0, 25.0]


@given(st.lists(st.none() | st.floats(0, 1), min_size=1, max_size=10))
def test_columns_stand_beside_each_other_on_the_ground(shares: list[float | None]) -> None:
    found = columns(shares, 140)
    for one, share in zip(found, shares, strict=True):
        assert one.y + one.height == pytest.approx(140, abs=0.2)
        assert one.height == pytest.approx(140 * (share or 0), abs=0.1)
        assert 0 <= one.x < one.middle < one.x + one.width <= 100.001
    assert all(left.x + left.width < right.x for left, right in zip(found, found[1:], strict=False))


def test_the_key_has_each_look_that_is_drawn_once() -> None:
    parts = [Part("ya", 1, "solid"), Part("terlambat", 0, "slash"), Part("belum", 2, "empty")]
    assert [part.look for part in Stacked([Bar("a", parts), Bar("b", parts)]).key] == ["solid", "empty"]
    assert [at.height for _one, at in Columns([Share("2024", 0.5, "50 %")]).drawn] == [70.0]
