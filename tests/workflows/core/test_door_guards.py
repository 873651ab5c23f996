"""What the database itself refuses, whoever asks: rewriting the journal, undeclared moves, going back to a story."""

import os
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from tests.databases import OWNER_URL
from workflows.core.clock import go_live, move_story_to
from workflows.decrees.models import Decree
from workflows.routes.models import Assignment, Run
from workflows.villages.models import KampungKB

STATEMENTS = ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"]


@pytest.mark.django_db(transaction=True)
def test_not_even_the_owner_rewrites_the_journal(world):
    world.submitted()
    url = urlsplit(OWNER_URL or os.environ["DATABASE_URL"])._replace(path="/" + connection.settings_dict["NAME"]).geturl()
    with psycopg.connect(url, autocommit=True) as owner:
        for table in ("core_journalentry", "core_journalsubject"):
            for statement in STATEMENTS:
                with pytest.raises(psycopg.errors.InsufficientPrivilege, match="append-only"):
                    owner.execute(statement.format(table))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "state"),
    [(Decree, "in_force"), (Decree, "draft"), (Assignment, "rejected"), (Run, "nonsense"), (KampungKB, "returned")],
)
def test_a_move_that_no_lifecycle_declares_is_refused_by_the_database(world, model, state):
    world.submitted()
    if model is Assignment:
        rows = Assignment.objects.filter(state="waiting")
    else:
        rows = model.objects.all()
    with pytest.raises(IntegrityError, match="no lifecycle takes"), transaction.atomic():
        rows.update(state=state)


@pytest.mark.django_db
def test_a_live_database_never_becomes_a_story_again(world):
    world.submitted()
    go_live()
    with pytest.raises(DatabaseError, match="never becomes a story"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE core_clock SET kind = 'story', date = '2024-03-04'")


@pytest.mark.django_db
def test_a_storys_clock_only_goes_forward(world):
    with connection.cursor() as cursor:
        cursor.execute("SELECT date - 1 FROM core_clock")
        [yesterday] = cursor.fetchone()
    with pytest.raises(RuntimeError, match="only forward"):
        move_story_to(yesterday)
