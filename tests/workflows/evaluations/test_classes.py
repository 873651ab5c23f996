"""The class follows from which indexes are passed, and from nothing else; without a fact there is none."""

from dataclasses import fields, replace
from itertools import product

import pytest

from tests.workflows.evaluations.vectors import (
    GOOD_INPUT,
    GOOD_OUTPUT,
    GOOD_PROCESS,
    NOTHING,
    SECTORS,
    TWO_GROUPS_AT_25,
    V1,
    V2,
    V3,
    V4,
    V5,
    instrument,
)
from workflows.core.errors import BadValues
from workflows.evaluations.classifying import classify
from workflows.evaluations.facts import Facts, labels

USED = instrument()
CLASSES = {
    (False, False, False): "dasar", (True, False, False): "dasar", (False, True, False): "dasar",
    (False, False, True): "dasar", (True, True, False): "berkembang", (True, False, True): "mandiri",
    (False, True, True): "mandiri", (True, True, True): "berkelanjutan",
}  # fmt: skip


@pytest.mark.parametrize("passes", list(product((False, True), repeat=3)))
def test_each_combination_of_passes_has_its_class(passes):
    output = GOOD_OUTPUT if passes[0] else GOOD_OUTPUT | TWO_GROUPS_AT_25  # with five groups INPUT passes sooner
    parts = [part for passed, part in zip(passes, (GOOD_INPUT, GOOD_PROCESS, output), strict=True) if passed]
    outcome = classify(USED, replace(NOTHING, **{name: value for part in parts for name, value in part.items()}))
    assert tuple(index.passed for index in outcome.indexes) == passes
    assert outcome.classification == CLASSES[passes]


def test_output_alone_is_dasar():
    outcome = classify(USED, V5)
    assert outcome.passed == {"output"}
    assert outcome.classification == "dasar"


def test_the_classes_are_no_ladder_of_points():
    """Mandiri with fewer points than Berkembang."""
    better_run = replace(V2, funding_sources=frozenset("abcdef"), sectors=frozenset("abcdefg"), iud=7)
    berkembang, mandiri = classify(USED, better_run), classify(USED, V4)
    assert (berkembang.classification, mandiri.classification) == ("berkembang", "mandiri")
    assert points(mandiri) < points(berkembang)


def points(outcome):
    return sum(one.score for one in outcome.indicators)


def test_computing_again_gives_the_same():
    again = Facts.read(V3.as_json())
    assert again == V3
    assert classify(instrument(), again).as_json() == classify(USED, V3).as_json()


def test_without_any_fact_there_is_no_class_and_none_is_guessed():
    outcome = classify(USED, Facts())
    assert outcome.classification is None
    assert {(index.mean, index.passed) for index in outcome.indexes} == {(None, None)}
    assert {(one.value, one.score, one.next) for one in outcome.indicators} == {(None, None, None)}


NEEDED_ONLY_WITH = {"pokja_members", "pokja_trained"}
FACTS = [one.name for one in fields(Facts)]


@pytest.mark.parametrize("name", FACTS)
def test_the_one_missing_fact_is_named_and_nothing_else(name):
    outcome = classify(USED, replace(V2, **{name: None}))
    assert outcome.classification is None
    assert outcome.missing == (name,)


def test_facts_that_change_nothing_are_not_asked_for():
    """No Pokja has no members; a group that is not there has no participants and needs nobody to take part."""
    idle = ["pokja_members", "pokja_trained", *(name for name in FACTS if name.endswith("_participants"))]
    outcome = classify(USED, replace(V1, **dict.fromkeys([*idle, "families_with_elderly", "adolescents"])))
    assert (outcome.missing, outcome.classification) == ((), "dasar")


def test_an_index_with_all_its_facts_is_computed_though_another_is_not():
    outcome = classify(USED, replace(V2, sectors=None))
    assert [index.passed for index in outcome.indexes] == [True, None, False]


def test_without_couples_nothing_can_be_said_of_unmet_need():
    outcome = classify(instrument(unmet_without_couples=False), replace(V2, couples=0, users=0))
    assert (outcome.classification, outcome.missing) == (None, ("couples",))
    assert {one.key for one in outcome.indicators if one.missing} == {"cpr", "unmet_need"}


def test_the_quirk_without_couples_is_an_unmet_need_of_nothing():
    outcome = classify(instrument(unmet_without_couples=True), replace(V2, couples=0, users=0))
    found = {one.key: (one.value, one.score) for one in outcome.indicators}
    assert (found["unmet_need"], found["cpr"], outcome.missing) == ((0, 4), (0, 1), ())


@pytest.mark.parametrize(("counted", "value", "score"), [(True, 8, 4), (False, 6, 3)])
def test_the_agencies_of_family_planning_count_or_not(counted, value, score):
    outcome = classify(instrument(count_family_planning_agencies=counted), replace(V2, sectors=frozenset(SECTORS)))
    assert [(one.value, one.score) for one in outcome.indicators if one.key == "sectors"] == [(value, score)]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("couples", -1), ("couples", True), ("couples", 1.5), ("couples", "12"), ("pokja", 1), ("sectors", "health"),
        ("sectors", [1, 2]), ("groups", ["bkb", "dashat"]), ("data_used", ["rumours"]), ("score", 4),
    ],
)  # fmt: skip
def test_a_figure_that_cannot_be_is_refused_by_name(name, value):
    with pytest.raises(BadValues) as refused:
        Facts.read({"users": 5, name: value})
    assert list(refused.value.fields) == [name]
    assert str(labels().get(name, "tidak dikenal")) in refused.value.fields[name]
