"""The six published vectors, each score of them."""

import pytest

from tests.workflows.evaluations.vectors import V1, V2, V3, V4, V5, V6, instrument
from workflows.evaluations.classifying import classify

VECTORS = {
    "V1": (V1, "1.00 1,1,1,1,1", "1.00 1,1,1", "1.00 1,1,1,1", "dasar"),
    "V2": (V2, "3.40 4,3,4,3,3", "3.33 3,4,3", "2.50 3,4,1,2", "berkembang"),
    "V3": (V3, "3.40 4,3,4,3,3", "3.33 3,4,3", "3.25 3,4,4,2", "berkelanjutan"),
    "V4": (V4, "3.40 4,3,4,3,3", "2.00 2,2,2", "3.25 3,4,4,2", "mandiri"),
    "V5": (V5, "1.80 1,2,2,2,2", "2.00 2,2,2", "3.25 3,4,4,2", "dasar"),
    "V6": (V6, "3.40 4,3,4,3,3", "2.00 2,2,2", "2.50 3,4,1,2", "dasar"),
}
VALUES = {
    "V2": [3, 3, 5, 2, 2, 2, 5, 5, 25, 60, 18, 11],
    "V3": [3, 3, 5, 2, 2, 2, 5, 5, 25, 60, 25, 11],
    "V5": [0, 1, 2, 1, 1, 1, 2, 3, 25, 60, 25, 11],
}


def as_printed(used, outcome):
    """`mean score,score,…` of each index."""
    scores = {one.key: str(one.score) for one in outcome.indicators}
    return [
        f"{index.mean} {','.join(scores[one.key] for one in used.of(index.key))}" for index in outcome.indexes
    ]  # fmt: skip


@pytest.mark.parametrize("name", VECTORS)
def test_the_vector_comes_out_exactly(name):
    facts, *indexes, classification = VECTORS[name]
    used = instrument()
    outcome = classify(used, facts)
    assert as_printed(used, outcome) == indexes
    assert outcome.classification == classification
    assert outcome.missing == ()


@pytest.mark.parametrize("name", VALUES)
def test_the_values_behind_the_scores_are_told(name):
    outcome = classify(instrument(), VECTORS[name][0])
    assert [one.value for one in outcome.indicators] == VALUES[name]


@pytest.mark.parametrize("name", VECTORS)
def test_neither_quirk_touches_the_vectors(name):
    both = instrument(unmet_without_couples=True, count_family_planning_agencies=False)
    facts, *_indexes, classification = VECTORS[name]
    assert classify(both, facts).classification == classification
