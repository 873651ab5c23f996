"""Fewer than five people are not published, nor what leads back to them."""

from backend.figures.open_data.small import hidden, small
from workflows.reports.indicators import INDICATORS, Told

BY_KEY = {one.key: one for one in INDICATORS}


def told(part: int, whole: int = 100, key: str = "stunting") -> Told:
    return Told(BY_KEY[key], part, whole, 1)


def test_one_to_four_people_are_few_and_nobody_is_nobody() -> None:
    assert [small(told(part)) for part in (0, 1, 4, 5)] == [False, True, True, False]
    assert small(told(0, whole=4))
    assert not small(told(1, 2, key="dashat"))


def test_who_is_alone_hidden_is_not_found_by_subtraction() -> None:
    assert hidden({"a": told(9), "b": told(7), "c": told(2)}) == {"b", "c"}
    assert hidden({"a": told(9), "b": told(4), "c": told(2)}) == {"b", "c"}
    assert hidden({"a": told(9), "b": told(1), "c": told(1), "d": told(0)}) == {"a", "b", "c"}


def test_what_is_large_stays() -> None:
    assert hidden({"a": told(9), "b": told(0)}) == set()
    assert hidden({"a": told(3)}) == {"a"}
