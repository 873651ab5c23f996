"""The benchmarks compare what they say: both ways write the same rows, and each figure says what the contract asks."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from backend.bench import approval, collective
from backend.bench.check_page import check_page, weight
from backend.bench.ground import Ground, lay_ground
from backend.bench.measure import Figure, Work, compare
from backend.bench.papers import papers
from backend.bench.pdf import pdf
from backend.bench.raw import NotGuarded, prepared
from backend.bench.sign import sign

TABLES = ["core.JournalEntry", "core.JournalSubject", "core.Outbox", "routes.Assignment", "decrees.Effect"]
IN_STATES = {"routes.Assignment": "state", "villages.KampungKB": "state", "decrees.Decree": "state",
             "decrees.DecreeNumber": "state", "decrees.Claim": "open"}  # fmt: skip


@pytest.fixture
def ground(transactional_db: None) -> Ground:
    return lay_ground()


def counted() -> dict[Any, int]:
    """How many rows each table has, and how many stand in each state."""
    counts: dict[Any, int] = {label: apps.get_model(label).objects.count() for label in TABLES}
    for label, column in IN_STATES.items():
        for state in apps.get_model(label).objects.values_list(column, flat=True):
            counts[label, state] = counts.get((label, state), 0) + 1
    return counts


def change(work: Work) -> dict[Any, int]:
    """By how much each count moves when the work is done."""
    before = counted()
    work()
    after = counted()
    return {key: d for key in {*before, *after} if (d := after.get(key, 0) - before.get(key, 0))}


def test_both_approvals_write_the_same_rows(ground: Ground) -> None:
    with prepared("approval") as raw:
        for ours, limit in list(approval.pairs(ground, raw, 4)):
            assert change(ours) == change(limit)


def test_both_decrees_write_the_same_rows(ground: Ground) -> None:
    with prepared("collective") as raw:
        ours, limit = collective.pair(ground, raw, rows=3)
        done = change(ours)
        assert done == change(limit)
        assert done["decrees.Effect"] == 3


def test_the_limit_is_guarded_as_well(ground: Ground) -> None:
    with prepared("approval") as raw:
        [(_ours, limit)] = list(approval.pairs(ground, raw, 1))
        limit()
        with pytest.raises(NotGuarded):
            limit()


@pytest.mark.parametrize(
    ("measure", "most"),
    [(lambda ground: approval.approval(ground, 4), 3), (lambda ground: collective.collective(ground, 4, 2), 6)],
    ids=["approval", "collective"],
)
def test_an_act_keeps_within_its_statements(ground: Ground, measure: Callable[[Ground], Figure], most: int) -> None:
    figure = measure(ground).as_dict()
    assert {"name", "ours", "limit", "ratio", "unit", "runs"} <= figure.keys()
    assert figure["statements"] <= most


def test_a_paper_is_compared_with_bare_weasyprint() -> None:
    figure = pdf(rows=1, runs=1)
    assert figure.name == "pdf-1"
    assert figure.ours > 0
    assert figure.limit > 0


@pytest.mark.nightly
def test_papers_per_second_are_told_for_one_process_and_for_all_cores() -> None:
    figure = papers(rows=1, each=1, runs=1)
    assert (figure.name, figure.unit) == ("papers-1", "documents/s")
    assert figure.ratio == pytest.approx(figure.limit / figure.ours, rel=0.02)
    assert figure.details["cores"] >= 1
    assert figure.details["on_all_cores"] > 0


def test_the_check_page_weighs_less_than_its_budget(ground: Ground) -> None:
    figure = check_page(ground, rows=5)
    assert figure.unit == "bytes"
    assert 1_000 < figure.ours < figure.limit
    assert figure.details["requests"] >= 2


def test_what_the_page_wants_and_is_not_there_weighs_no_nothing(client: Client) -> None:
    with pytest.raises(RuntimeError, match="404"):
        weight(client.get("/static/tidak-ada.css"))


def test_a_signature_is_compared_with_bare_pyhanko() -> None:
    figure = sign(rows=1, runs=2)
    assert figure.name == "sign"
    assert figure.ours > 0
    assert figure.limit > 0


def test_the_ratio_is_the_median_of_the_pairs() -> None:
    figure = compare("example", [(0.002, 0.001), (0.009, 0.003), (0.004, 0.004)])
    assert (figure.ours, figure.limit, figure.ratio, figure.runs) == (4.0, 3.0, 2.0, 3)
