import pytest

from tests.decree_world import DecreeWorld, build_decree_world
from tests.ground import Ground, ground_of
from tests.signing_world import Double, ready_to_sign, task_to_sign
from workflows.decrees.models import Decree
from workflows.routes.models import Assignment
from workflows.signing.identities import remember_nik

ground = ground_of(build_decree_world)


@pytest.fixture
def world(db: None, ground: Ground) -> DecreeWorld:
    made = ground()
    remember_nik(made.by("fitri").person, "0" * 16)
    return made


@pytest.fixture
def signer(monkeypatch: pytest.MonkeyPatch) -> Double:
    """In the place of the one that the settings name."""
    double = Double()
    monkeypatch.setattr("worker.signing.signers.signer", lambda: double)
    return double


@pytest.fixture
def decree(world: DecreeWorld, signer: Double) -> Decree:
    return ready_to_sign(world)


@pytest.fixture
def task(decree: Decree) -> Assignment:
    return task_to_sign(decree)
