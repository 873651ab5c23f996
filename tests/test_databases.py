"""The roles and the cleaning-up that all other tests lean on."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import ProgrammingError, connection


def current_user() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return str(cursor.fetchone()[0])


@pytest.mark.django_db
def test_tests_connect_as_the_role_that_owns_nothing() -> None:
    assert current_user() == "siklus_app"
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


@pytest.mark.django_db
@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
@pytest.mark.parametrize("table", ["core_journalentry", "core_journalsubject"])
def test_the_application_may_only_add_to_the_journal(table: str, statement: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), connection.cursor() as cursor:
        cursor.execute(statement.format(table))
