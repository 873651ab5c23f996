"""Whoever owns the tables can switch their triggers off and rewrite them. The audit finds it, every time."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import IntegrityError, connection, transaction
from psycopg.types.json import Jsonb

from documents.ledger.audit import audit
from documents.ledger.checkpoints import Checkpoint
from documents.ledger.keys import SigningKey
from documents.ledger.leaves import DOCUMENT, ENTRY, SUBJECT, hashes
from documents.ledger.merkle import Edge
from documents.ledger.models import Kind, Leaf, Seal
from documents.ledger.sealing import newest_checkpoint, seal
from tests.databases import connected_as_owner
from tests.decree_world import build_decree_world
from tests.documents.ledger.conftest import MakePaper, signed_in_ink
from workflows.decrees.models import Decree

FACTS = {"core_journalentry": ENTRY, "core_journalsubject": SUBJECT, "documents_document": DOCUMENT,
         "core_attachment": ("id", "sha256", "media_type", "size")}  # fmt: skip
"""The tables whose rows stand in the ledger, with the columns that do."""
LEDGER = {"ledger_leaf": ("index", "kind", "object_id", "hashes"), "ledger_seal": ("size", "note")}
MANY = [table for table in FACTS if table != "core_attachment"]  # there is one scan only
KEY = {table: columns[0] for table, columns in (FACTS | LEDGER).items()}
ROUNDS, MANY_ROUNDS = 250, 10_000


@pytest.fixture
def decree(transactional_db: None) -> Decree:
    return signed_in_ink(build_decree_world())


@pytest.fixture
def _history(decree: Decree, paper: MakePaper) -> None:
    """A decree signed in ink, its confirmed scan, and three papers of it in the archive; all of it sealed."""
    for number in range(3):
        paper(b"%%PDF-1.7 contoh %d %%%%EOF" % number, number=f"{number} TAHUN 2024")
    seal()
    assert list(audit()) == []


def run(statement: str, *values: Any) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


@contextmanager
def as_a_mighty_owner() -> Iterator[None]:
    """One transaction in which no trigger of the tables is on."""
    with connected_as_owner(), transaction.atomic():
        for table in FACTS | LEDGER:
            run(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield
        transaction.set_rollback(True)


def some_rows(table: str, random: Random, count: int) -> list[Any]:
    keys = [key for (key,) in run(f'SELECT "{KEY[table]}" FROM {table} ORDER BY 1')]
    return random.sample(keys, count)


def other(value: Any, random: Random) -> Any:
    """Another value of the same type."""
    match value:
        case None | "":
            return "x"
        case int():
            return value + random.choice([-1, 1]) * random.randint(1000, 9999)
        case str():
            place = random.randrange(len(value))
            return value[:place] + ("y" if value[place] == "x" else "x") + value[place + 1 :]
        case datetime():
            return value + timedelta(microseconds=random.randint(1, 10**9))
        case date():
            return value + timedelta(days=random.randint(1, 400))
        case dict():
            return Jsonb(value | {"tambahan": random.random()})
        case bytes() | memoryview():
            changed = bytearray(value)
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
            return bytes(changed)
    raise AssertionError(value)


def rewrite(table: str, random: Random) -> None:
    column = random.choice((FACTS | LEDGER)[table])
    [row] = some_rows(table, random, 1)
    [(value,)] = run(f'SELECT "{column}" FROM {table} WHERE "{KEY[table]}" = %s', row)
    changed = other(json.loads(value) if column == "values" else value, random)
    if (column, value) == ("file_id", None):
        changed = 1
    run(f'UPDATE {table} SET "{column}" = %s WHERE "{KEY[table]}" = %s', changed, row)


def drop(table: str, random: Random) -> None:
    [row] = some_rows(table, random, 1)
    run(f'DELETE FROM {table} WHERE "{KEY[table]}" = %s', row)


def drop_the_last(table: str, random: Random) -> None:
    run(f'DELETE FROM {table} WHERE "{KEY[table]}" = (SELECT max("{KEY[table]}") FROM {table})')


def swap(table: str, random: Random) -> None:
    """Two rows change places."""
    key, (one, two) = KEY[table], some_rows(table, random, 2)
    for old, new in ((one, -1), (two, one), (-1, two)):
        run(f'UPDATE {table} SET "{key}" = %s WHERE "{key}" = %s', new, old)


def move_subject(table: str, random: Random) -> None:
    """What one act touched becomes what another touched."""
    one, two = some_rows("core_journalsubject", random, 2)
    entries = dict(run("SELECT id, entry_id FROM core_journalsubject WHERE id IN (%s, %s)", one, two))
    run("UPDATE core_journalsubject SET entry_id = %s WHERE id = %s", other_entry(entries[one], random), one)


def other_entry(entry: int, random: Random) -> int:
    return random.choice([key for (key,) in run("SELECT id FROM core_journalentry WHERE id <> %s", entry)])


def backdate(table: str, random: Random) -> None:
    """An act is invented for a day long gone."""
    [row] = some_rows("core_journalentry", random, 1)
    run(
        "INSERT INTO core_journalentry (at, act, \"on\", person_id, office_id, mandate_id, reason, read, body, values) "
        "SELECT at - interval '1 day', act, \"on\", person_id, office_id, mandate_id, reason, read, body, values "
        "FROM core_journalentry WHERE id = %s", row,
    )  # fmt: skip


def rebuild_the_log(table: str, random: Random) -> None:
    """An act is rewritten, and every hash of the log made again to fit."""
    [row] = some_rows("core_journalentry", random, 1)
    run("UPDATE core_journalentry SET reason = 'lain' WHERE id = %s", row)
    edge, leaves = Edge(), list(Leaf.objects.order_by("index"))
    made = {kind: hashes(kind, [leaf.object_id for leaf in leaves if leaf.kind == kind]) for kind in Kind.values}
    for leaf in leaves:
        leaf.hashes = edge.append(made[leaf.kind][leaf.object_id])
    Leaf.objects.bulk_update(leaves, ["hashes"])
    if random.random() < 0.5:
        sign_with_another_key(edge)


def sign_with_another_key(edge: Edge) -> None:
    last = newest_checkpoint()
    assert last
    key = SigningKey(last.origin, Ed25519PrivateKey.generate())
    Seal.objects.update(note=Checkpoint(last.origin, edge.size, edge.root, last.at).signed(key))


def exchange_papers(table: str, random: Random) -> None:
    """The number of one paper gets the bytes of another."""
    one, two = some_rows("documents_document", random, 2)
    run("UPDATE documents_document d SET sha256 = o.sha256, path = o.path FROM documents_document o "
        "WHERE d.id = %s AND o.id = %s", one, two)  # fmt: skip


ATTACKS: list[tuple[Callable[[str, Random], None], list[str]]] = [
    (rewrite, [*FACTS, *LEDGER]), (drop, [*FACTS, *LEDGER]), (swap, [*MANY, "ledger_leaf"]),
    (drop_the_last, ["ledger_leaf", "ledger_seal"]), (move_subject, [""]), (backdate, [""]), (rebuild_the_log, [""]),
    (exchange_papers, [""]),
]  # fmt: skip


def attack(random: Random) -> str:
    """One attack, undone at the end; its name if nobody found it."""
    do, tables = random.choice(ATTACKS)
    table = random.choice(tables)
    try:
        with transaction.atomic():
            do(table, random)
            found = next(audit(), None)
            transaction.set_rollback(True)
    except IntegrityError:  # not even the database takes it
        return ""
    return "" if found else f"{do.__name__} {table}"


def unnoticed(seed: int, rounds: int) -> list[str]:
    random = Random(seed)
    with as_a_mighty_owner():
        return [f"seed {seed}, round {n}: {name}" for n in range(rounds) if (name := attack(random))]


@pytest.mark.usefixtures("_history")
def test_no_rewritten_history_goes_unnoticed() -> None:
    assert unnoticed(seed=2024, rounds=ROUNDS) == []


@pytest.mark.nightly
@pytest.mark.usefixtures("_history")
def test_no_rewritten_history_goes_unnoticed_in_many_rounds() -> None:
    assert unnoticed(seed=date.today().toordinal(), rounds=MANY_ROUNDS) == []


@pytest.mark.usefixtures("_history")
def test_every_kind_of_attack_is_possible_and_found() -> None:
    with as_a_mighty_owner():
        for do, tables in ATTACKS:
            for table in tables:
                with transaction.atomic():
                    do(table, Random(1))
                    assert next(audit(), None), f"{do.__name__} {table}"
                    transaction.set_rollback(True)
