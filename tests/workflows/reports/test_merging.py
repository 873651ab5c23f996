"""Two reports about the same become one, figure by figure, and both stay to be read."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflows.reports.figures import NATIONAL
from workflows.core.door import perform
from workflows.core.errors import BadValues, Refused
from workflows.reports.conflicts import conflicts, differences
from workflows.reports.merging import put_together
from workflows.reports.models import Report
from workflows.reports.shipped import newest


@pytest.fixture
def two(sent):
    """By app from the village, and from paper keyed by the agency: the latter knows more users."""
    return sent("fitri"), sent("hadi", reported_by="Contoh Kader", users=62, pill=17)


def merge(world, second, login="fitri", **kept):
    return perform(Report.merge, second, by=world.by(login), values={"kept": kept})


def test_the_second_report_waits_and_what_differs_is_listed(two):
    standing, second = two
    assert (standing.standing, second.standing, second.conflicting) == (True, False, True)
    found = [(one.key, one.standing, one.second) for one in conflicts(second)]
    assert found == [("users", 60, 62), ("pill", 15, 17)]
    assert conflicts(standing) == []


def test_what_was_chosen_stands_and_both_are_kept(world, units, two):
    standing, second = two
    merge(world, second, users=second.pk, pill=second.pk)
    for former in two:
        figures = former.figures
        former.refresh_from_db()
        assert (former.state, former.standing, former.figures) == ("merged", False, figures)
    new = Report.objects.get(standing=True)
    assert (standing.replaced_by, second.merged_into) == (new, new)
    assert new.figures == standing.figures | {"users": 62, "pill": 17}
    assert new.kept == {"users": second.pk, "pill": second.pk}
    assert new.first_reported_on == min(standing.reported_on, second.reported_on)


def test_every_figure_that_differs_is_chosen_and_no_other(world, two):
    standing, second = two
    for kept in ({"users": second.pk}, {"users": second.pk, "pill": 0}, {"users": second.pk, "pill": standing.pk + 999}):
        with pytest.raises(BadValues) as bad:
            merge(world, second, **kept)
        assert set(bad.value.fields) == {"pill"}
    with pytest.raises(BadValues) as bad:
        merge(world, second, users=standing.pk, pill=standing.pk, iud=standing.pk)
    assert set(bad.value.fields) == {"iud"}


def test_a_choice_that_does_not_add_up_is_refused(world, two):
    standing, second = two
    with pytest.raises(BadValues) as bad:
        merge(world, second, users=standing.pk, pill=second.pk)
    assert set(bad.value.fields) == {"users"}
    assert Report.objects.get(standing=True) == standing


def test_nothing_has_to_be_chosen_where_both_say_the_same(world, sent):
    sent("fitri")
    same = sent("gita")
    assert (same.conflicting, conflicts(same)) == (True, [])
    perform(Report.merge, same, by=world.by("gita"))
    assert Report.objects.get(standing=True).merges == same


def test_what_stands_alone_is_not_merged_and_strangers_merge_nothing(world, two):
    standing, second = two
    with pytest.raises(Refused, match="perlu digabung"):
        merge(world, standing)
    with pytest.raises(Refused, match="Contoh Satu"):
        merge(world, second, login="eko", users=second.pk, pill=second.pk)


def test_a_third_report_is_merged_with_what_came_of_the_first_two(world, two, sent):
    _standing, second = two
    third = sent("gita", users=62, pill=17)
    merge(world, second, users=second.pk, pill=second.pk)
    third.refresh_from_db()
    assert (third.conflicting, conflicts(third)) == (True, [])
    merge(world, third)
    assert Report.objects.filter(standing=True).count() == 1
    assert Report.objects.filter(state="merged").count() == 4


def test_a_source_goes_with_its_figure():
    held = SimpleNamespace(pk=1, figures={"users": 1, "iud": 2}, sources={"iud": "A"})
    other = SimpleNamespace(pk=2, figures={"users": 3, "iud": 2, "mow": 4}, sources={"users": "B", "iud": "C", "mow": "D"})
    assert put_together(newest()["progress"], held, other, {"users": 2}) == (
        {"users": 3, "iud": 2, "mow": 4}, {"users": "B", "iud": "A", "mow": "D"}
    )  # fmt: skip


VALUES = {
    "count": lambda field: st.integers(0, 9),
    "flag": lambda field: st.booleans(),
    "choice": lambda field: st.sampled_from(sorted(field.choices)),
    "choices": lambda field: st.lists(st.sampled_from(sorted(field.choices)), unique=True),
    "text": lambda field: st.sampled_from(["Contoh A", "Contoh B"]),
}


@st.composite
def pairs(draw):
    """Any two reports of any form, however incomplete, and any choice between them."""
    form = draw(st.sampled_from(list(NATIONAL.values())))
    figures = st.fixed_dictionaries({}, optional={field.key: VALUES[field.kind](field) for field in form.fields})
    one, other = (SimpleNamespace(pk=pk, figures=draw(figures), sources={}) for pk in (1, 2))
    kept = {one.key: draw(st.sampled_from([1, 2])) for one in differences(form, one.figures, other.figures)}
    return form, one, other, kept


@given(pairs())
def test_merging_loses_no_figure(pair):
    """Each of both is there as one of them tells it, unless an answer that was kept leaves no room for it."""
    form, one, other, kept = pair
    figures, _sources = put_together(form, one, other, kept)
    for key in {**one.figures, **other.figures}:
        if key not in figures:
            assert not form.by_key[key].asked({**other.figures, **one.figures} | {
                chosen: (one if pk == 1 else other).figures[chosen] for chosen, pk in kept.items()})  # fmt: skip
        else:
            told = [report.figures[key] for report in (one, other) if key in report.figures]
            assert figures[key] in told
    for key, pk in kept.items():
        assert key not in figures or figures[key] == (one if pk == 1 else other).figures[key]
