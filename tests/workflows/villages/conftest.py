from datetime import date
from types import SimpleNamespace

import pytest

from tests.world import BEGIN
from workflows.core.models import File, JournalEntry
from workflows.decrees.models import Decree, DecreeRow, Effect
from workflows.villages.models import KampungKB


@pytest.fixture
def decreed(world):
    """Writes down that a decree did something to a unit, as if it had taken effect: `decreed(unit, "designate", since)`."""

    def write(unit: KampungKB, kind: str, since: date, until: date | None = None) -> Decree:
        decree = draft_decree(world, unit, state="in_force", decided_on=since, in_force_on=since)
        regent = world.by("citra")
        entry = JournalEntry.objects.create(act="test", on=since, person=regent.person, office=regent.office, mandate=regent)
        Effect.objects.create(decree=decree, kampung=unit, kind=kind, since=since, until=until, entry=entry)
        return decree

    return write


def draft_decree(world, unit: KampungKB, **more) -> Decree:
    """A regent's decree with one row."""
    file = File.objects.create(kind="decree", title="Contoh", region=world.regency, zone=world.regency.zone,
                               office=world.office("agency"), drafted_by=world.by("ani").person)  # fmt: skip
    decree = Decree.objects.create(file=file, kind="keputusan_bupati", issuer=world.office("regent"), subject="Contoh", **more)
    DecreeRow.objects.create(decree=decree, kampung=unit, order=1)
    return decree


@pytest.fixture
def units(world):
    """A unit for each village, and one for a hamlet of the first."""
    made = [KampungKB.objects.create(region=village) for village in world.villages]
    hamlet = KampungKB.objects.create(region=world.villages[0], scope="hamlet", hamlet="Dusun Contoh")
    return SimpleNamespace(satu=made[0], dua=made[1], kelurahan=made[2], hamlet=hamlet, today=BEGIN)


def put(state: str) -> None:
    """Take every unit to a state, by declared moves: the database refuses any other."""
    by_decree = ["designated"] if state in ("dormant", "suspended", "revoked") else []
    for step in [*by_decree, state]:
        KampungKB.objects.update(state=step)
