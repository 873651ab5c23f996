"""Lists ask the database the same few questions, however long they are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from workflows.core import door


def asked(client, url: str) -> int:
    """All statements, those of the engine included."""
    before = door.statements_run
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).json()["results"]
    return len(queries) + door.statements_run - before


@pytest.mark.parametrize("url", ["/api/tasks/", "/api/proposals/", "/api/journal/", "/api/villages/"])
def test_a_longer_list_costs_no_more_statements(world, client_of, url):
    world.approve(world.handed_in(0), "village_head", "fitri")
    camat = client_of("budi")
    camat.get(url)
    short = asked(camat, url)
    world.approve(world.handed_in(1), "village_head", "eko")
    assert len(camat.get(url).json()["results"]) > 1
    assert asked(camat, url) <= short


def test_lists_stay_small(world, client_of, decree, django_assert_max_num_queries):
    legal = client_of("budi")
    for url, most in [("/api/decrees/", 16), ("/api/tasks/", 24), (f"/api/decrees/{decree.pk}/rows/", 10), ("/api/routes/", 9),
                      ("/api/registers/", 8), ("/api/journal/", 9)]:  # fmt: skip
        with django_assert_max_num_queries(most):
            legal.get(url)
