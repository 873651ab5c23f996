"""What holds for all facts, tried on many."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.workflows.evaluations.vectors import GROUPS, SECTORS, instrument
from workflows.core.canonical import canonical
from workflows.evaluations.classifying import classify
from workflows.evaluations.facts import CHOICES, Count, Facts, Flag, sorts
from workflows.evaluations.outcome import Outcome

USED = instrument()
LISTS = {
    **CHOICES,
    "sectors": set(SECTORS),
    "funding_sources": {"apbn", "apbd", "dana_desa", "grant", "csr", "self_help"},
}
BASES = (
    "families_with_under_fives",
    "families_with_adolescents",
    "families_with_elderly",
    "families",
    "adolescents",
    "couples",
)
TOWARDS: list[tuple[str, str, int]] = [
    *(("participation", f"{group}_participants", 1) for group in GROUPS),
    *(("participation", name, -1) for name in BASES if name != "couples"),
    ("pokja", "pokja_members", 1),
    ("cpr", "users", 1),
    ("cpr", "couples", -1),
    *(("mkjp", name, 1) for name in ("iud", "mow", "mop", "implant")),
    ("mkjp", "users", -1),
    ("unmet_need", "wanting_later", -1),
    ("unmet_need", "wanting_no_more", -1),
    ("unmet_need", "couples", 1),
]
"""Indicator, figure, and the direction that is good for it."""


def values(name, least=0):
    if sorts()[name] == Flag:
        return st.booleans()
    if sorts()[name] == Count:
        return st.integers(least, 400)
    return st.frozensets(st.sampled_from(sorted(LISTS[name])))


def some_facts(least_of_bases=1, gaps=False):
    """Complete ones; of nobody (0) every share is 0, which is a fall and no figure raised in its good direction."""
    nothing = st.none() if gaps else st.nothing()
    parts = {name: nothing | values(name, least_of_bases if name in (*BASES, "users") else 0) for name in sorts()}
    return st.builds(Facts, **parts)


def scores(facts) -> Any:
    return {one.key: one.score for one in classify(USED, facts).indicators}


@given(some_facts(), st.sampled_from(TOWARDS), st.integers(1, 300))
def test_a_figure_raised_in_its_good_direction_never_lowers_its_indicator(facts, towards, by):
    indicator, name, direction = towards
    least = 1 if name in (*BASES, "users") else 0
    better = replace(facts, **{name: max(least, getattr(facts, name) + direction * by)})
    assert scores(better)[indicator] >= scores(facts)[indicator]


@given(some_facts(), st.data())
def test_one_more_of_what_is_wanted_never_lowers_any_indicator(facts, data):
    name = data.draw(st.sampled_from(sorted(name for name in sorts() if sorts()[name] != Count)))
    now = getattr(facts, name)
    better = replace(
        facts, **{name: True if isinstance(now, bool) else now | {data.draw(st.sampled_from(sorted(LISTS[name])))}}
    )
    before, after = scores(facts), scores(better)
    assert all(before[indicator] <= after[indicator] for indicator in before)


@given(some_facts(least_of_bases=0, gaps=True), st.randoms())
def test_the_order_of_lists_is_irrelevant(facts, random):
    stored = facts.as_json()
    for value in stored.values():
        if isinstance(value, list):
            random.shuffle(value)
    assert classify(USED, Facts.read(stored)) == classify(USED, facts)


@given(some_facts(), some_facts())
def test_the_class_depends_only_on_the_three_passes(one, other):
    """Of any two Kampung KB that pass the same indexes; and each has the class that the table gives."""
    first, second = classify(USED, one), classify(USED, other)
    assert (first.passed != second.passed) or first.classification == second.classification
    for outcome in (first, second):
        assert outcome.classification == USED.class_of(outcome.passed).key


@given(some_facts(least_of_bases=0, gaps=True))
def test_there_is_a_class_or_the_missing_facts_are_named(facts):
    outcome = classify(USED, facts)
    assert (outcome.classification is None) == bool(outcome.missing)
    assert all(getattr(facts, name) in (None, 0) for name in outcome.missing)


@given(some_facts(least_of_bases=0, gaps=True))
def test_an_outcome_goes_through_json_and_comes_back_the_same(facts):
    outcome = classify(USED, facts)
    back = Outcome.read(json.loads(canonical(outcome.as_json())))
    assert back == outcome
    assert canonical(back.as_json()) == canonical(outcome.as_json())


@given(some_facts())
def test_every_mean_lies_between_one_and_four(facts):
    means: list[Any] = [index.mean for index in classify(USED, facts).indexes]
    assert all(1 <= mean <= 4 for mean in means)
