"""One order for everything that happened, sealed in batches, signed, and never changed."""

from itertools import pairwise
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from pytest_django import Settings

from documents.forms import Form
from documents.ledger import sealing, tree
from documents.ledger.checkpoints import opened
from documents.ledger.errors import NotProved
from documents.ledger.leaves import SOURCES
from documents.ledger.merkle import Edge, consistency, consistent
from documents.ledger.models import Kind, Leaf, Seal
from documents.ledger.ours import known_keys
from documents.ledger.sealing import newest_checkpoint, seal
from tests.decree_world import DecreeWorld
from tests.documents.ledger.conftest import MakePaper, signed_in_ink
from workflows.core.models import JournalEntry
from workflows.decrees.models import Decree


def kinds() -> list[str]:
    return list(Leaf.objects.order_by("index").values_list("kind", flat=True))


def test_everything_is_sealed_once_and_in_order(decree: Decree, paper: MakePaper) -> None:
    paper()
    entries = list(JournalEntry.objects.order_by("pk").values_list("pk", flat=True))
    assert seal() == len(entries) + 1
    assert list(Leaf.objects.filter(kind=Kind.ENTRY).order_by("index").values_list("object_id", flat=True)) == entries
    assert kinds().count(Kind.DOCUMENT) == 1
    assert list(Leaf.objects.order_by("index").values_list("index", flat=True)) == list(range(len(entries) + 1))
    assert seal() == 0


def test_an_empty_world_seals_nothing(db: None) -> None:
    assert seal() == 0
    assert newest_checkpoint() is None


def test_drafts_and_papers_for_ink_are_not_sealed(paper: MakePaper) -> None:
    for form in (Form.DRAFT, Form.INK):
        paper(form=form)
    seal()
    assert Kind.DOCUMENT not in kinds()


def test_a_checkpoint_is_signed_and_says_size_and_root(decree: Decree) -> None:
    seal()
    checkpoint = opened(Seal.objects.latest("size").note, known_keys())
    edge = Edge()
    for leaf in Leaf.objects.order_by("index"):
        assert edge.append(bytes(leaf.hashes)[:32]) == bytes(leaf.hashes)
    assert (checkpoint.size, checkpoint.root) == (edge.size, edge.root)
    assert checkpoint.origin == "127.0.0.1:8000/ledger"


def test_every_checkpoint_continues_every_older_one(decree: Decree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "BATCH", 3)
    seal()
    checkpoints = [opened(seal.note, known_keys()) for seal in Seal.objects.order_by("size")]
    assert len(checkpoints) > 3
    for old in checkpoints:
        for new in checkpoints:
            if old.size <= new.size:
                path = tree.hashes_of(consistency(old.size, new.size))
                assert consistent(old.size, old.root, new.size, new.root, path)


def test_batches_give_the_same_tree_as_one_go(decree: Decree, monkeypatch: pytest.MonkeyPatch) -> None:
    with transaction.atomic():
        seal()
        at_once = newest_checkpoint()
        transaction.set_rollback(True)
    monkeypatch.setattr(sealing, "BATCH", 2)
    seal()
    in_batches = newest_checkpoint()
    assert at_once
    assert in_batches
    assert (at_once.size, at_once.root) == (in_batches.size, in_batches.root)


def test_what_died_between_two_batches_is_continued(decree: Decree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "BATCH", 3)
    monkeypatch.setattr(sealing, "sign", dies_the_third_time())
    with pytest.raises(KeyboardInterrupt):
        seal()
    assert [seal.size for seal in Seal.objects.order_by("size")] == [3, 6]
    assert tree.size() == 6
    monkeypatch.undo()
    assert seal() == JournalEntry.objects.count() - 6
    assert kinds() == [Kind.ENTRY] * JournalEntry.objects.count()


def dies_the_third_time():
    count, genuine = 0, sealing.sign

    def sign(edge: Edge) -> None:
        nonlocal count
        count += 1
        if count == 3:
            raise KeyboardInterrupt
        genuine(edge)

    return sign


def test_a_late_entry_with_an_older_key_is_sealed_behind_the_others(world: DecreeWorld) -> None:
    """Its key was drawn before theirs and it was committed after they had been sealed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('core_journalentry_id_seq')")
        early = cursor.fetchone()[0]
    world.issued()
    seal()
    later = JournalEntry.objects.order_by("-pk").first()
    assert later
    JournalEntry.objects.create(
        pk=early,
        act="x",
        on=later.on,
        person_id=later.person_id,
        office_id=later.office_id,
        mandate_id=later.mandate_id,
    )
    assert seal() == 1
    assert Leaf.objects.latest("index").object_id == early


def test_whoever_is_later_than_the_quick_pass_looks_is_found_by_the_thorough_one(world: DecreeWorld) -> None:
    world.handed_in()
    late = JournalEntry.objects.earliest("pk")
    seal_all_but(late)
    assert seal(behind=1) == 0
    assert sealing.seal_everything() == 1
    assert Leaf.objects.latest("index").object_id == late.pk


def seal_all_but(late: JournalEntry) -> None:
    """As if it had not been committed yet."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(SOURCES, Kind.ENTRY, lambda: JournalEntry.objects.exclude(pk=late.pk))
        seal()


def test_however_much_waits_a_quick_pass_takes_it(decree: Decree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "BATCH", 2)
    assert seal(behind=0) == JournalEntry.objects.count()


def test_scans_are_not_left_behind_by_their_entries(world: DecreeWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "BATCH", 1)
    signed_in_ink(world)
    seal(behind=0)
    assert kinds().count(Kind.SCAN) == 1


@pytest.mark.parametrize("statement", ["UPDATE {} SET {}", "DELETE FROM {}", "TRUNCATE {}"])
@pytest.mark.parametrize(("table", "change"), [("ledger_leaf", "kind = 'x'"), ("ledger_seal", "note = 'x'")])
def test_the_application_cannot_rewrite_the_ledger(decree: Decree, statement: str, table: str, change: str) -> None:
    seal()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table, change))


def test_nothing_is_signed_on_top_of_a_ledger_that_was_cut(world: DecreeWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    world.handed_in()
    seal()
    monkeypatch.setattr(tree, "size", lambda: Leaf.objects.count() - 1)
    world.handed_in(1)
    with pytest.raises(NotProved, match="tidak sama dengan checkpoint terakhirnya"):
        seal()


def test_a_new_key_goes_on_with_the_ledger_of_the_old(settings: Settings, world: DecreeWorld) -> None:
    world.handed_in()
    seal()
    (settings.LEDGER_DIR / "key.pem").unlink()
    world.handed_in(1)
    assert seal() > 0
    assert len(known_keys()) == 2
    notes = [opened(seal.note, known_keys()) for seal in Seal.objects.order_by("size")]
    assert [old.size < new.size for old, new in pairwise(notes)] == [True]


def test_the_key_of_a_demo_is_made_once_and_read_by_us_alone(decree: Decree, settings: Settings) -> None:
    first = known_keys()
    assert known_keys() == first
    key: Path = settings.LEDGER_DIR / "key.pem"
    assert key.stat().st_mode & 0o777 == 0o600
