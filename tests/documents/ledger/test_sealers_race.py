"""Many sealers, many writers, and one order."""

from functools import partial
from pathlib import Path
from threading import Event

import pytest
from django.db import connection, transaction

from documents.ledger import sealing
from documents.ledger.audit import audit
from documents.ledger.models import Leaf, Seal
from documents.ledger.sealing import seal
from tests.decree_world import DecreeWorld, build_decree_world
from tests.processes import running_scheduler, wait_until
from tests.races import losers, race
from workflows.core.models import JournalEntry

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world(transactional_db: None) -> DecreeWorld:
    return build_decree_world()


def another(entry: JournalEntry, reason: str) -> JournalEntry:
    """One more journal entry by the same person."""
    return JournalEntry.objects.create(
        act="contoh", on=entry.on, person_id=entry.person_id, office_id=entry.office_id, mandate_id=entry.mandate_id,
        reason=reason,
    )  # fmt: skip


def write(entry: JournalEntry, reason: str, count: int) -> None:
    for number in range(count):
        with transaction.atomic():
            another(entry, f"{reason} {number}")


def test_sealers_and_writers_at_once_give_one_order(world: DecreeWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "BATCH", 5)
    world.issued()
    first = JournalEntry.objects.earliest("pk")
    writers = [partial(write, first, name, 15) for name in ("a", "b", "c")]
    sealers = [seal] * 4
    assert losers(race([*sealers, *writers])) == []
    seal()
    leaves = list(Leaf.objects.order_by("index").values_list("index", "object_id"))
    assert [index for index, _ in leaves] == list(range(JournalEntry.objects.count()))
    assert len({entry for _, entry in leaves}) == len(leaves)
    assert Seal.objects.latest("size").size == len(leaves)
    assert list(audit()) == []


def test_an_act_that_commits_late_is_sealed_behind_what_overtook_it(world: DecreeWorld) -> None:
    world.issued()
    first = JournalEntry.objects.earliest("pk")
    written, sealed = Event(), Event()

    def slow() -> int:
        with transaction.atomic():
            entry = another(first, "lambat")
            written.set()
            assert sealed.wait(60)
        return entry.pk

    def quick() -> int:
        assert written.wait(60)
        entry = another(first, "cepat")
        seal()
        sealed.set()
        return entry.pk

    late, early = race([slow, quick])
    assert late < early
    assert not Leaf.objects.filter(kind="entry", object_id=late).exists()
    assert seal() == 1
    order = list(Leaf.objects.filter(object_id__in=[late, early]).order_by("index").values_list("object_id", flat=True))
    assert order == [early, late]
    assert list(audit()) == []


def test_a_sealer_that_is_killed_leaves_whole_batches(world: DecreeWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its connection is cut in the middle of a batch, as by `kill -9`."""
    monkeypatch.setattr(sealing, "BATCH", 4)
    world.issued()
    genuine, calls = sealing.sign, []

    def cut(edge) -> None:
        genuine(edge)
        calls.append(edge.size)
        if len(calls) == 2:
            connection.connection.close()

    monkeypatch.setattr(sealing, "sign", cut)
    with pytest.raises(Exception, match="closed"):
        seal()
    connection.close()
    assert Leaf.objects.count() == Seal.objects.latest("size").size == 4
    monkeypatch.setattr(sealing, "sign", genuine)
    seal()
    assert Leaf.objects.count() == JournalEntry.objects.count()
    assert list(audit()) == []


def test_the_scheduler_seals_what_happens(world: DecreeWorld, tmp_path: Path) -> None:
    """A real process, with the files of this test."""
    with running_scheduler(SIKLUS_FILES=str(tmp_path)):
        world.issued()
        wait_until(lambda: Leaf.objects.count() == JournalEntry.objects.count(), "all of it is sealed", seconds=300)
    assert list(audit()) == []
