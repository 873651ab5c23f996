"""What holds of every table there is, those to come included: moves are declared, and what is only added to stays."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django_fsm import FSMField

from tests.decree_world import build_decree_world
from workflows.core.guards import stateful_models, transitions_of
from workflows.core.management.commands.grant_app_role import APPEND_ONLY

MODELS = [
    model for model in apps.get_models() if any(isinstance(field, FSMField) for field in model._meta.get_fields())
]


def triggers_of(table: str) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal",
            [table],
        )
        return dict(cursor.fetchall())


@pytest.mark.django_db
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_state_is_guarded_by_its_lifecycle(model):
    assert model in stateful_models()
    [trigger] = [text for name, text in triggers_of(model._meta.db_table).items() if name == "declared_moves_only"]
    declared = [f"'{source}>{target}'" for _name, source, target in transitions_of(model) if target]
    assert declared
    assert [pair for pair in declared if pair not in trigger] == []


@pytest.mark.django_db
def test_what_is_only_added_to_is_guarded_twice():
    """By a trigger, which the owner meets too, and by what the application's role is not granted."""
    role = connection.settings_dict["USER"] or "siklus_app"
    with connection.cursor() as cursor:
        for table in APPEND_ONLY:
            assert any("siklus_refuse_rewriting" in text for text in triggers_of(table).values()), table
            if role != "siklus_owner":
                cursor.execute("SELECT has_table_privilege(%s, %s, 'UPDATE, DELETE')", [role, table])
                assert cursor.fetchone() == (False,), table


@pytest.mark.django_db
@pytest.mark.parametrize("columns", ["since = since - 1", "kind = 'form'", "term = since", "entry_id = entry_id - 1"])
def test_of_an_effect_only_the_worked_out_end_is_ever_written(columns):
    build_decree_world().issued()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE decrees_effect SET until = until")
        for statement in (f"UPDATE decrees_effect SET {columns}", "DELETE FROM decrees_effect"):
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
                cursor.execute(statement)


@pytest.mark.django_db
def test_a_paper_of_the_archive_never_becomes_another():
    file = build_decree_world().submitted().file
    paper = file.documents.create(snapshot=file.snapshots.get(), kind="x", form="draft", content={}, size=1, pages=1)
    paper.sha256 = "0" * 64
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        paper.save()
