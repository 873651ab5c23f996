"""The compose file starts what `./siklus` starts, by the same commands."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from backend.launch.__main__ import COMMANDS
from backend.launch.commands import QUEUES
from backend.launch.health import CHECKS
from backend.launch.state import CHECKOUT

DOCKERFILE = Path(CHECKOUT / "Dockerfile").read_text()
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load(Path(CHECKOUT / "docker-compose.yml").read_text())["services"]
OURS = {name: service for name, service in SERVICES.items() if service["image"] == "siklus"}


@pytest.mark.parametrize("name", OURS)
def test_the_command_of_every_service_exists(name: str) -> None:
    command, *words = OURS[name]["command"]
    assert command in COMMANDS
    assert set(words) <= set(QUEUES)


def test_every_queue_has_its_worker_and_there_is_one_scheduler() -> None:
    commands = [service["command"] for service in OURS.values()]
    assert sorted(command[1] for command in commands if command[0] == "worker") == sorted(QUEUES)
    assert sum(command[0] == "scheduler" for command in commands) == 1


@pytest.mark.parametrize("name", [name for name in SERVICES if name != "migrate"])
def test_every_lasting_service_is_asked_how_it_is(name: str) -> None:
    asked = SERVICES[name]["healthcheck"]["test"]
    if name in OURS:
        assert asked[:-1] == ["CMD", "python", "-m", "backend.launch", "health"]
        assert asked[-1] in CHECKS
        assert name.startswith(asked[-1])


def test_only_the_migration_knows_the_owner() -> None:
    assert [name for name in OURS if "DATABASE_OWNER_URL" in OURS[name]["environment"]] == ["migrate"]
    waits = {name: service["depends_on"]["migrate"]["condition"] for name, service in OURS.items() if name != "migrate"}
    assert set(waits.values()) == {"service_completed_successfully"}


def test_the_image_runs_the_launcher_and_not_as_root() -> None:
    assert 'ENTRYPOINT ["python", "-m", "backend.launch"]' in DOCKERFILE
    user, command = DOCKERFILE.index("\nUSER siklus"), DOCKERFILE.index("\nENTRYPOINT")
    assert user < command
    pinned = next(line for line in Path(CHECKOUT / "siklus").read_text().splitlines() if line.startswith("uv_version="))
    assert pinned.replace("uv_version=", "uv==") in DOCKERFILE
