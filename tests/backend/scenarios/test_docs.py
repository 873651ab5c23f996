"""docs/scenarios.md names every key that a scenario file may have."""

from dataclasses import fields
from pathlib import Path

import pytest

from backend.scenarios import coaching_steps, setting, steps
from backend.scenarios.acts import ACTS
from backend.scenarios.expectations import KINDS
from backend.scenarios.places import Filter
from backend.scenarios.reading import Part

PAGE = (Path(__file__).parents[3] / "docs" / "scenarios.md").read_text(encoding="utf-8")
PARTS = [
    part for module in (setting, steps, coaching_steps) for part in vars(module).values()
    if isinstance(part, type) and issubclass(part, Part)
]  # fmt: skip


@pytest.mark.parametrize("part", [*PARTS, *KINDS.values(), Filter], ids=lambda part: part.__name__)
def test_every_key_is_described(part: type) -> None:
    keys = {column.name.rstrip("_") for column in fields(part) if column.name not in ("line", "expectations")}
    assert [key for key in keys if f"`{key}" not in PAGE and f"{key}:" not in PAGE and f"{key}=" not in PAGE] == []


@pytest.mark.parametrize("act", ACTS)
def test_every_act_is_described(act: str) -> None:
    assert f"`{act}`" in PAGE
