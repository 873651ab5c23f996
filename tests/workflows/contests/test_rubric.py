"""A rubric's weights sum to a hundred, exactly."""

from decimal import Decimal

import pytest

from workflows.contests.rubric import Rubric, shipped_rubric
from workflows.core.errors import BadValues


def entry(key, weight, **more):
    return {"key": key, "label": key, "aspect": "output", "weight": weight, **more}


def read(*criteria):
    return Rubric.read({"code": "x", "version": 1, "criteria": list(criteria)})


@pytest.mark.parametrize("weights", [("100",), (33.33, "33.33", "33.34"), (0.1, 99.9), ("12.5", 87.5)])
def test_weights_of_a_hundred_are_taken_as_they_are_written(weights):
    rubric = read(*(entry(f"c{n}", weight) for n, weight in enumerate(weights)))
    assert sum(one.weight for one in rubric.criteria) == 100


@pytest.mark.parametrize("weights", [("99.99",), ("100.01",), ("33.33", "33.33", "33.33"), ()])
def test_other_weights_are_refused_with_their_sum(weights):
    with pytest.raises(BadValues) as refused:
        read(*(entry(f"c{n}", weight) for n, weight in enumerate(weights)))
    assert f"bukan {sum(map(Decimal, weights))}" in refused.value.fields["criteria"]


@pytest.mark.parametrize(
    ("criteria", "where"),
    [
        ([entry("a", "110"), entry("b", "-10")], "criteria.b"),
        ([entry("a", "100"), entry("b", "0")], "criteria.b"),
        ([entry("a", "50"), entry("a", "50")], "criteria.a"),
        ([entry("a", "100", maximum="0")], "criteria.a"),
        ([entry("a", "100") | {"aspect": "looks"}], "criteria.a"),
        ([entry("a", "much")], "rubric"),
        ([entry("a", "NaN")], "criteria.a"),
        (["a"], "rubric"),
    ],
)
def test_an_unsound_rubric_is_refused_by_name(criteria, where):
    with pytest.raises(BadValues) as refused:
        read(*criteria)
    assert where in refused.value.fields


@pytest.mark.parametrize("given", [None, [], {}, "rubric"])
def test_what_is_no_rubric_is_refused_in_words(given):
    with pytest.raises(BadValues, match="Rubrik berisi code"):
        Rubric.read(given)


def test_the_shipped_thirds_are_marked_as_a_placeholder():
    assert shipped_rubric().placeholder
    assert [str(one.weight) for one in shipped_rubric().criteria] == ["33.33", "33.33", "33.34"]
