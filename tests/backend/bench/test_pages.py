"""A regency's pages ask as many questions however many villages there are; their benchmark leaves nothing behind."""

import os
from collections import Counter

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.bench.ground import Ground, lay_ground
from backend.bench.measure import Work
from backend.bench.nation import Nation
from backend.bench.pages import pages, questions
from workflows.evaluations.models import Evaluation, YearlyClass
from workflows.reports.models import Report

HANDFUL = 5
"""By so many statements a page may differ because its village has come further; 24 villages more would show."""


def statements(page: Work) -> int:
    with CaptureQueriesContext(connection) as sent:
        page()
    return len(sent)


def counted(ground: Ground, code: str) -> dict[str, int]:
    """The statements of each page of a regency, once it has been asked for."""
    asked = {name.split("/")[0]: page for name, page in questions(ground, code)}
    for page in asked.values():
        page()
    return {name: statements(page) for name, page in asked.items()}


@pytest.mark.nightly
def test_a_page_asks_as_many_questions_of_more_villages(transactional_db: None) -> None:
    ground = lay_ground()
    nation = Nation(ground, 2)
    nation.grow(2)
    nation.size = nation.villages = 26
    nation.grow(52)
    few, many = counted(ground, "11.01"), counted(ground, "12.01")
    assert {name: (few[name], n) for name, n in many.items() if n > few[name] + HANDFUL} == {}
    assert Counter(Report.objects.values_list("form", flat=True)) == {
        "progress": 12 * 28, "profile": 28, "population": 28, "activity": 28,
    }  # fmt: skip
    assert (Evaluation.objects.count(), YearlyClass.objects.count()) == (56, 28)
    assert all(one.outcome and one.facts["users"] for one in Evaluation.objects.filter(state="decided"))


@pytest.mark.nightly
def test_each_page_is_timed_alone_and_beside_others(transactional_db: None) -> None:
    figure = pages(lay_ground(), runs=1, villages=4, size=2)
    assert figure.details.pop("villages") == 4
    assert {"agency year", "regent figures-of", "public open-data-of", "province figures-of"} <= figure.details.keys()
    assert all(one["alone"] > 0 and one["nation"] > 0 for one in figure.details.values())
    counted = [one["ratio"] for name, one in figure.details.items() if not name.startswith("province")]
    assert figure.ratio == pytest.approx(max(counted), abs=0.01)
    with psycopg.connect(os.environ["DATABASE_URL"]) as server:
        assert server.execute("SELECT count(*) FROM pg_database WHERE datname LIKE '%\\_beside'").fetchone() == (0,)
