"""The database refuses moves that no lifecycle declares, even from a bug or by hand."""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection
from django.db.models import Model
from django_fsm import FSMField
from psycopg.sql import Literal

FUNCTION = """
CREATE OR REPLACE FUNCTION siklus_refuse_undeclared_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'no lifecycle takes % from % to %', TG_TABLE_NAME, OLD.state, NEW.state
        USING ERRCODE = 'check_violation';
END $$
"""
TRIGGER = """
CREATE OR REPLACE TRIGGER declared_moves_only BEFORE UPDATE OF state ON {table} FOR EACH ROW
WHEN (OLD.state <> NEW.state AND NOT (OLD.state || '>' || NEW.state) = ANY (ARRAY[{pairs}]::text[]))
EXECUTE FUNCTION siklus_refuse_undeclared_move()
"""


def stateful_models() -> list[type[Model]]:
    """Every model whose `state` is moved by the one door."""
    return [model for model in apps.get_models() if hasattr(model, "root") and any(transitions_of(model))]


def state_of(model: type[Model]) -> FSMField:
    """The field that the one door moves."""
    field = model._meta.get_field("state")
    assert isinstance(field, FSMField)
    return field


def transitions_of(model: type[Model]) -> Iterator[tuple[str, str, str | None]]:
    """(name, source, target) of every declared transition; target None leaves the state as it is."""
    for name in dir(model):
        declared = getattr(getattr(model, name, None), "_django_fsm", None)
        if declared:
            for source, one in declared.transitions.items():
                yield name, str(source), one.target and str(one.target)


def install_guards() -> None:
    """Bring the triggers to what the lifecycles say now. Needs the owner's role; harmless to repeat."""
    with connection.cursor() as cursor:
        cursor.execute(FUNCTION)
        for model in stateful_models():
            pairs = sorted({f"{source}>{target}" for _name, source, target in transitions_of(model) if target})
            values = ", ".join(Literal(pair).as_string() for pair in pairs)
            cursor.execute(TRIGGER.format(table=f'"{model._meta.db_table}"', pairs=values))
