"""What would lift a Kampung KB: the fewest steps, and what they promise holds."""

from dataclasses import replace

import pytest

from tests.workflows.evaluations.vectors import V1, V2, V3, V4, V5, V6, data, instrument
from workflows.evaluations.classifying import classify
from workflows.evaluations.facts import Facts
from workflows.evaluations.lifting import lifts
from workflows.evaluations.means import mean_of
from workflows.evaluations.reading import read_instrument

USED = instrument()


def found(facts):
    return lifts(USED, classify(USED, facts))


def test_v2_is_two_steps_of_output_away_from_the_highest_class():
    [lift] = found(V2)
    assert (lift.classification, lift.steps, [one.index for one in lift.indexes]) == ("berkelanjutan", 2, ["output"])
    ways = [[(change.indicator, change.score, change.band.score) for change in way] for way in lift.indexes[0].ways]
    assert sorted(ways) == [
        [("mkjp", 1, 2), ("unmet_need", 2, 3)],
        [("mkjp", 1, 3)],
        [("participation", 3, 4), ("mkjp", 1, 2)],
        [("participation", 3, 4), ("unmet_need", 2, 3)],
        [("unmet_need", 2, 4)],
    ]
    assert [len(way) for way in ways] == [1, 1, 2, 2, 2]


@pytest.mark.parametrize(
    "changed",
    [{"iud": 8}, {"iud": 7, "wanting_later": 3}, {"wanting_later": 0}],
    ids=["MKJP 23", "MKJP 20, unmet 9", "unmet 6"],
)
def test_doing_what_a_lift_says_gives_the_class_it_promises(changed):
    assert classify(USED, replace(V2, **changed)).classification == "berkelanjutan"


def test_the_words_say_what_to_do():
    [lift] = found(V4)
    assert lift.indexes[0].index == "process"
    assert "Jalankan paling sedikit 5 dari lima mekanisme" in " ".join(
        change.words for way in lift.indexes[0].ways for change in way
    )


def test_shorter_lifts_come_first_and_higher_classes_are_told_too():
    assert [(lift.classification, lift.steps) for lift in found(V6)] == [
        ("mandiri", 2), ("berkembang", 3), ("berkelanjutan", 5),
    ]  # fmt: skip


def test_of_two_ways_into_a_class_only_the_shorter_is_told():
    """From nothing, OUTPUT and PROCESS are 8 + 6 steps away, OUTPUT and INPUT 8 + 10; both are Mandiri."""
    told = [(lift.classification, [one.index for one in lift.indexes], lift.steps) for lift in found(V1)]
    assert told == [
        ("mandiri", ["process", "output"], 14),
        ("berkembang", ["input", "process"], 16),
        ("berkelanjutan", ["input", "process", "output"], 24),
    ]


def test_output_alone_needs_one_more_index():
    assert [(lift.classification, [one.index for one in lift.indexes], lift.steps) for lift in found(V5)] == [
        ("mandiri", ["process"], 3),
        ("berkelanjutan", ["input", "process"], 9),
    ]


@pytest.mark.parametrize("facts", [V1, V2, V4, V5, V6], ids=["V1", "V2", "V4", "V5", "V6"])
def test_no_way_is_longer_than_it_must_be(facts):
    """Every way passes its index, and would not with one step less."""
    outcome = classify(USED, facts)
    scores = {one.key: one.score for one in outcome.indicators}
    for index in {one.index: one for lift in found(facts) for one in lift.indexes}.values():
        members = USED.of(index.index)
        for way in index.ways:
            raised = scores | {change.indicator: change.band.score for change in way}
            assert mean_of((1, raised[one.key]) for one in members) >= USED.pass_mark
            for change in way:
                less = raised | {change.indicator: change.band.score - 1}
                assert mean_of((1, less[one.key]) for one in members) < USED.pass_mark


def test_the_highest_class_and_no_class_have_nothing_above():
    assert found(V3) == []
    assert found(Facts()) == []


def test_a_weight_makes_its_steps_worth_more():
    """With MKJP counting twice (3 + 4 + 2·1 + 2 = 11 of 15), two steps of it suffice, and no two others do."""
    entries = [one | {"weight": 2} if one["key"] == "mkjp" else one for one in data()["indicators"]]
    weighty = read_instrument(data(indicators=entries))
    [lift] = lifts(weighty, classify(weighty, V2))
    assert [[(change.indicator, change.steps) for change in way] for way in lift.indexes[0].ways] == [[("mkjp", 2)]]


def test_the_outcome_of_another_instrument_is_refused():
    with pytest.raises(ValueError, match="another instrument"):
        lifts(instrument(unmet_without_couples=True), classify(USED, V2))
