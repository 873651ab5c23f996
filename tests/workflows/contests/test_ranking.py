"""The ranking: averages, dropped extremes, recusals, incomplete entries, ties."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.workflows.contests.juries import HALVES, TWO_SHEETS, jury, sheet
from workflows.contests.ranking import rank
from workflows.contests.ranking_rules import Rules
from workflows.contests.rubric import shipped_rubric
from workflows.contests.scores import Score, Scores
from workflows.core.errors import BadValues


def ranks(scores, rules=TWO_SHEETS):
    return {place.entry: place.rank for place in rank(scores, HALVES, rules)}


def totals(scores, rules=TWO_SHEETS):
    return {place.entry: str(place.total) for place in rank(scores, HALVES, rules)}


def test_the_total_is_the_weighed_mean_of_the_jury():
    scores = jury({"a": {"j1": (80, 90), "j2": (70, 81)}, "b": {"j1": (90, 90), "j2": (90, 90.5)}})
    assert totals(scores) == {"b": "90.13", "a": "80.25"}  # 90.125 is rounded half up
    assert ranks(scores) == {"b": 1, "a": 2}


def test_points_count_as_their_share_of_the_most_there_can_be():
    run, gain = HALVES.criteria
    out_of_ten = replace(HALVES, criteria=(replace(run, maximum=Decimal(10)), gain))
    scores = jury({"a": {"j1": (8, 90), "j2": (7, 81)}})
    assert [str(place.total) for place in rank(scores, out_of_ten, TWO_SHEETS)] == ["80.25"]


def five_jurors(entry="a"):
    return {entry: {"j1": (100, 80), "j2": (60, 80), "j3": (62, 80), "j4": (64, 0), "j5": (0, 80)}}


def test_five_jurors_lose_the_highest_and_the_lowest_of_each_criterion():
    assert totals(jury(five_jurors()), Rules(drop_extremes=True)) == {"a": "71.00"}  # (60+62+64)/3 and 80, halved
    assert totals(jury(five_jurors()), Rules(drop_extremes=False)) == {"a": "60.60"}


def test_four_jurors_lose_nothing_even_if_the_fifth_is_there_and_recused():
    four = {"a": {juror: points for juror, points in five_jurors()["a"].items() if juror != "j5"}}
    rules = Rules(drop_extremes=True)
    assert totals(jury(four), rules) == totals(jury(five_jurors(), recused=frozenset([("j5", "a")])), rules)
    assert totals(jury(four), rules) == {"a": "65.75"}


def test_a_recused_juror_counts_for_other_entries_only():
    table = {
        "a": {"j1": (50, 50), "j2": (50, 50), "j3": (100, 100)},
        "b": {"j1": (60, 60), "j2": (60, 60), "j3": (60, 60)},
    }
    assert ranks(jury(table)) == {"a": 1, "b": 2}
    assert totals(jury(table, recused=frozenset([("j3", "a")]))) == {"b": "60.00", "a": "50.00"}


def test_an_entry_with_too_few_sheets_is_incomplete_and_named():
    table = {"a": {"j1": (50, 50), "j2": (50, 50)}, "b": {"j1": (99, 99)}, "c": {}}
    places = {place.entry: place for place in rank(jury(table), HALVES, TWO_SHEETS)}
    assert (places["a"].rank, places["a"].sheets) == (1, 2)
    assert [(places[entry].rank, places[entry].total, places[entry].sheets) for entry in "bc"] == [
        (None, None, 1),
        (None, None, 0),
    ]


def test_too_few_is_counted_without_the_recused():
    table = {"a": {"j1": (50, 50), "j2": (50, 50)}}
    assert ranks(jury(table, recused=frozenset([("j2", "a")]))) == {"a": None}


def test_an_unfinished_sheet_is_named_with_what_it_lacks():
    scores = jury({"a": {"j1": (50, 50), "j2": (50, 50)}})
    begun = replace(scores, given=(*scores.given, Score("a", "j3", "run", Decimal(70))))
    [place] = rank(begun, HALVES, TWO_SHEETS)
    assert (place.rank, place.sheets, place.unfinished) == (None, 2, (("j3", "gain"),))


TIED = {
    "a": {"j1": (70, 60), "j2": (70, 60)},
    "b": {"j1": (60, 70), "j2": (60, 70)},
    "c": {"j1": (90, 90), "j2": (90, 90)},
}
SAME = {
    "a": {"j1": (70, 60), "j2": (70, 60)},
    "b": {"j1": (70, 60), "j2": (70, 60)},
    "c": {"j1": (10, 10), "j2": (10, 10)},
}


def decided(scores, rules=TWO_SHEETS):
    return {place.entry: (place.rank, place.decided_by) for place in rank(scores, HALVES, rules)}


def test_output_breaks_a_tie_first():
    visits = {"a": Decimal(90), "b": Decimal(10)}
    assert decided(jury(TIED, visits=visits)) == {"c": (1, ""), "b": (2, "output"), "a": (3, "output")}


def test_the_declared_order_of_tie_breaks_is_kept():
    visits = {"a": Decimal(90), "b": Decimal(10)}
    rules = replace(TWO_SHEETS, ties=("field_visit", "output"))
    assert decided(jury(TIED, visits=visits), rules) == {"c": (1, ""), "a": (2, "field_visit"), "b": (3, "field_visit")}


def test_then_the_field_visit_then_the_chair():
    visits = {"a": Decimal(80), "b": Decimal("80.5")}
    assert decided(jury(SAME, visits=visits)) == {"b": (1, "field_visit"), "a": (2, "field_visit"), "c": (3, "")}
    vote = {"chair": "j1", "preferred": ("a",)}
    assert decided(jury(SAME, **vote)) == {"a": (1, "chair"), "b": (2, "chair"), "c": (3, "")}


def test_a_visit_that_was_made_to_one_only_decides_nothing():
    assert decided(jury(SAME, visits={"a": Decimal(80)}))["a"] == (1, "")


def test_the_vote_of_a_chair_who_is_recused_from_one_of_the_tied_decides_nothing():
    vote = {"chair": "j3", "preferred": ("a",), "recused": frozenset([("j3", "b")])}
    assert decided(jury(SAME, **vote)) == {"a": (1, ""), "b": (1, ""), "c": (3, "")}


def test_a_tie_that_remains_is_shared_and_says_with_whom():
    places = rank(jury(SAME), HALVES, TWO_SHEETS)
    assert [(place.entry, place.rank, place.shared_with) for place in places] == [
        ("a", 1, ("b",)), ("b", 1, ("a",)), ("c", 3, ()),
    ]  # fmt: skip


def test_totals_that_print_the_same_are_a_tie():
    """79.9975 and 80.0025: nobody should have to believe a rank that the printed figures do not show."""
    close = {"a": {"j1": (80, 80), "j2": ("79.99", 80)}, "b": {"j1": (80, 80), "j2": ("80.01", 80)}}
    assert totals(jury(close)) == {"a": "80.00", "b": "80.00"}
    assert ranks(jury(close)) == {"a": 1, "b": 1}


ONE = sheet("a", "j1", 50, 50)
WRONG = {
    "too many points": (Scores(frozenset("a"), (Score("a", "j1", "run", Decimal("100.01")),)), "a.j1.run"),
    "less than none": (Scores(frozenset("a"), (Score("a", "j1", "run", Decimal("-0.01")),)), "a.j1.run"),
    "no number": (Scores(frozenset("a"), (Score("a", "j1", "run", Decimal("NaN")),)), "a.j1.run"),
    "a third decimal": (Scores(frozenset("a"), (Score("a", "j1", "run", Decimal("1.001")),)), "a.j1.run"),
    "no such criterion": (Scores(frozenset("a"), (Score("a", "j1", "charm", Decimal(1)),)), "a.j1.charm"),
    "no such entry": (Scores(frozenset("b"), tuple(ONE)), "a.j1.gain"),
    "twice": (Scores(frozenset("a"), (*ONE, ONE[0])), "a.j1.run"),
    "a visit to nobody": (Scores(frozenset("a"), tuple(ONE), visits={"b": Decimal(1)}), "visits.b"),
    "a visit beyond": (Scores(frozenset("a"), tuple(ONE), visits={"a": Decimal(101)}), "visits.a"),
    "a vote for nobody": (Scores(frozenset("a"), tuple(ONE), chair="j1", preferred=("b",)), "preferred.b"),
    "a vote of nobody": (Scores(frozenset("a"), tuple(ONE), preferred=("a",)), "chair"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_is_refused_by_name(name):
    scores, where = WRONG[name]
    with pytest.raises(BadValues) as refused:
        rank(scores, HALVES, TWO_SHEETS)
    assert where in refused.value.fields


@pytest.mark.parametrize("rules", [{"sheets_needed": 0}, {"ties": ("output", "coin")}])
def test_rules_that_cannot_be_are_refused(rules):
    with pytest.raises(BadValues) as refused:
        Rules(**rules)
    assert list(refused.value.fields) == list(rules)


def test_the_placeholder_ranks_and_says_what_it_is():
    rubric = shipped_rubric()
    assert rubric.placeholder
    given = tuple(Score("a", juror, one.key, Decimal(100)) for juror in ("j1", "j2", "j3") for one in rubric.criteria)
    [place] = rank(Scores(frozenset("a"), given), rubric, Rules())
    assert place.total == 100
