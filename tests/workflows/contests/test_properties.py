"""What holds for all juries, tried on many; and that anybody computes the published ranking again."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflows.contests.juries import HALVES, TWO_SHEETS, jury, sheet
from workflows.contests.publishing import holds, publish, recompute
from workflows.contests.ranking import rank
from workflows.contests.ranking_rules import TIE_BREAKS, Rules
from workflows.contests.scores import Score
from workflows.core.canonical import canonical, fingerprint

ENTRIES, JURORS = "abcd", ("j1", "j2", "j3", "j4", "j5", "j6")
POINTS = st.sampled_from([0, 59.99, 60, 60.01, 70, 100]).map(lambda points: Decimal(str(points)))
RULES = st.builds(
    Rules, sheets_needed=st.integers(1, 4), drop_extremes=st.booleans(), ties=st.permutations(TIE_BREAKS).map(tuple)
)


@st.composite
def juries(draw):
    """Few different points, so that ties are common; jurors missing, recused, and a chair who may be one of them."""
    jurors = st.dictionaries(st.sampled_from(JURORS), st.tuples(POINTS, POINTS))
    return jury(
        draw(st.fixed_dictionaries(dict.fromkeys(ENTRIES, jurors))),
        recused=frozenset(draw(st.sets(st.tuples(st.sampled_from(JURORS), st.sampled_from(ENTRIES)), max_size=4))),
        visits=draw(st.dictionaries(st.sampled_from(ENTRIES), POINTS)),
        chair="j1",
        preferred=tuple(draw(st.permutations(ENTRIES)))[: draw(st.integers(0, 4))],
    )


@given(juries(), RULES, st.randoms())
def test_the_order_in_which_anything_was_given_is_irrelevant(scores, rules, random):
    shuffled = random.sample(scores.given, len(scores.given))
    visits = dict(random.sample(list(scores.visits.items()), len(scores.visits)))
    again = replace(scores, given=tuple(shuffled), visits=visits)
    assert rank(again, HALVES, rules) == rank(scores, HALVES, rules)
    assert canonical(publish(again, HALVES, rules)) == canonical(publish(scores, HALVES, rules))


@given(juries(), RULES, st.sampled_from(ENTRIES), POINTS, POINTS)
def test_a_recused_juror_changes_nothing(scores, rules, entry, run, gain):
    recused = scores.recused | {("j9", entry)}
    with_him = replace(scores, given=(*scores.given, *sheet(entry, "j9", run, gain)), recused=recused)
    assert rank(with_him, HALVES, rules) == rank(scores, HALVES, rules)


@given(juries(), RULES, st.sampled_from(JURORS), st.sampled_from(ENTRIES))
def test_a_recusal_leaves_what_the_juror_gave_to_others(scores, rules, juror, entry):
    recused = replace(scores, recused=scores.recused | {(juror, entry)})
    before, after = (
        {place.entry: (place.total, place.sheets) for place in rank(one, HALVES, rules) if place.entry != entry}
        for one in (scores, recused)
    )
    assert after == before


@given(juries(), RULES)
def test_ranks_are_as_sports_have_them_and_ties_are_symmetric(scores, rules):
    places = rank(scores, HALVES, rules)
    ranked: list[Any] = [place for place in places if place.rank]
    assert [place.rank for place in ranked] == [
        1 + sum(other.rank < place.rank for other in ranked) for place in ranked
    ]
    for place in ranked:
        sharing = {other.entry for other in ranked if other.rank == place.rank} - {place.entry}
        assert set(place.shared_with) == sharing
        assert all(other.total == place.total for other in ranked if other.entry in sharing)
    totals = [place.total for place in ranked]
    assert totals == sorted(totals, reverse=True)
    assert sorted(place.entry for place in places) == list(ENTRIES)


@given(juries(), RULES)
def test_other_names_of_the_entries_give_the_same_ranking(scores, rules):
    """Nobody is placed by his name."""
    name = dict(zip(ENTRIES, reversed(ENTRIES), strict=True))
    renamed = replace(
        scores,
        given=tuple(replace(one, entry=name[one.entry]) for one in scores.given),
        recused=frozenset((juror, name[entry]) for juror, entry in scores.recused),
        visits={name[entry]: points for entry, points in scores.visits.items()},
        preferred=tuple(name[entry] for entry in scores.preferred),
    )
    before = {name[place.entry]: (place.rank, place.total) for place in rank(scores, HALVES, rules)}
    assert {place.entry: (place.rank, place.total) for place in rank(renamed, HALVES, rules)} == before


@given(juries(), RULES)
def test_a_total_lies_between_the_worst_and_the_best_sheet(scores, rules):
    for place in rank(scores, HALVES, rules):
        if place.total is None:
            continue
        points = [one.points for one in scores.counted() if one.entry == place.entry]
        assert 0 <= min(points) <= place.total <= max(points) <= 100


@given(juries(), RULES)
def test_the_published_list_recomputes_to_the_same_ranking(scores, rules):
    published = json.loads(json.dumps(publish(scores, HALVES, rules)))
    assert recompute(published) == rank(scores, HALVES, rules)
    assert holds(published, fingerprint(published))


CLOSE = jury({"a": {"j1": (70, 60), "j2": (70, 60)}, "b": {"j1": (60, 69), "j2": (60, 70)}})


def test_a_score_that_was_changed_afterwards_is_found_by_the_hash_and_by_the_places():
    published = publish(CLOSE, HALVES, TWO_SHEETS)
    sha256 = fingerprint(published)
    published["scores"][2][3] = "10"
    assert not holds(published, sha256)
    assert not holds(published, fingerprint(published))


@pytest.mark.parametrize("points", ["80", "80.0", "80.00", "8E+1"])
def test_one_number_has_one_hash_however_it_was_typed(points):
    scores = replace(CLOSE, given=(*sheet("a", "j1", points, 1), *sheet("a", "j2", 2, 3)))
    plain = replace(scores, given=tuple(replace(one, points=one.points.quantize(Decimal(1))) for one in scores.given))
    assert publish(scores, HALVES, TWO_SHEETS) == publish(plain, HALVES, TWO_SHEETS)


def test_what_a_recused_juror_gave_is_not_published():
    kept = replace(CLOSE, recused=frozenset([("j9", "a")]), given=(*CLOSE.given, Score("a", "j9", "run", Decimal(1))))
    assert "j9" not in str(publish(kept, HALVES, TWO_SHEETS)["scores"])
