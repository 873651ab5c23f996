"""What is told of a place is what made it: the same ranking, in parts that add up."""

from decimal import Decimal

from hypothesis import given

from tests.workflows.contests.juries import HALVES, TWO_SHEETS, jury
from tests.workflows.contests.test_properties import RULES, juries
from workflows.contests.explaining import explained
from workflows.contests.publishing import publish, recompute

HUNDREDTH = Decimal("0.01")


@given(juries(), RULES)
def test_the_parts_of_every_total_add_up_and_the_places_are_those_published(scores, rules):
    published = publish(scores, HALVES, rules)
    told = explained(published)
    assert [one.place for one in told] == recompute(published)
    for one in told:
        if one.place.total is None:
            assert one.worths == ()
        else:
            assert abs(sum(part.adds for part in one.worths) - one.place.total) <= HUNDREDTH * len(HALVES.criteria)


@given(juries(), RULES)
def test_what_a_tie_break_saw_is_told_where_one_decided(scores, rules):
    for one in explained(publish(scores, HALVES, rules)):
        assert (one.measured is not None) == bool(one.place.decided_by)


def test_averages_are_of_the_sheets_that_count():
    scores = jury({"a": {"j1": (80, 90), "j2": (60, 70), "j3": (0, 0)}}, recused=frozenset([("j3", "a")]))
    [only] = explained(publish(scores, HALVES, TWO_SHEETS))
    assert [(str(part.average), str(part.adds)) for part in only.worths] == [("70.00", "35.00"), ("80.00", "40.00")]
