"""The roles and the cleaning-up that all other tests lean on."""

import os
from urllib.parse import urlsplit

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import ProgrammingError, connection

from tests.databases import OWNER_URL
from workflows.core.management.commands.grant_app_role import server_version

needs_two_roles = pytest.mark.skipif(not OWNER_URL, reason="DATABASE_OWNER_URL is missing: there is only one role")


def current_user() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return str(cursor.fetchone()[0])


@needs_two_roles
@pytest.mark.django_db
def test_tests_connect_as_the_role_that_owns_nothing() -> None:
    assert current_user() == urlsplit(os.environ["DATABASE_URL"]).username
    with pytest.raises(ProgrammingError, match="must be owner"), connection.cursor() as cursor:
        cursor.execute("DROP TABLE django_content_type")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("again", [1, 2])
def test_real_commits_do_not_reach_the_next_test(again: int) -> None:
    assert not ContentType.objects.filter(app_label="left behind").exists()
    ContentType.objects.create(app_label="left behind", model="row")
    connection.close()
    assert ContentType.objects.filter(app_label="left behind").exists()


@pytest.mark.django_db
def test_statements_prepared_by_the_engine_get_generic_plans() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW plan_cache_mode")
        assert cursor.fetchone() == ("force_generic_plan",)


@needs_two_roles
@pytest.mark.django_db
@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
@pytest.mark.parametrize("table", ["core_journalentry", "core_journalsubject"])
def test_the_application_may_only_add_to_the_journal(table: str, statement: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), connection.cursor() as cursor:
        cursor.execute(statement.format(table))


@pytest.mark.django_db
def test_statistics_can_be_renewed_after_a_bulk_load() -> None:
    with connection.cursor() as cursor:
        if server_version(cursor) < 170000:
            pytest.skip("PostgreSQL older than 17 leaves ANALYZE to the owner and to autovacuum")
        cursor.execute("SELECT has_table_privilege('core_journalentry', 'MAINTAIN')")
        assert cursor.fetchone() == (True,)
