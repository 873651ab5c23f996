"""The lists that needs choose from (`data/*.yaml`): in versions that are never changed, one for each region that has its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from workflows.organisation.models import Region, RegionCode

FOLDER = Path(__file__).parent / "data"
AIMS, FUNDS = "sasaran", "sumber_dana"


@dataclass(frozen=True)
class Item:
    """`kinds`: the kinds of villages that it is for; none: all."""

    key: str
    label: str
    kinds: tuple[str, ...] = ()

    def is_for(self, kind: str) -> bool:
        return not self.kinds or kind in self.kinds


@dataclass(frozen=True)
class Choices:
    """One version of a list. `region` is a Kemendagri code, "" everywhere; `source` says who words it so."""

    code: str
    version: int
    region: str
    source: str
    items: tuple[Item, ...]

    @property
    def name(self) -> str:
        """What is stored beside a choice: `nasional@1`."""
        return f"{self.code}@{self.version}"

    def for_kind(self, *kinds: str) -> dict[str, str]:
        """Key → label of what a village of this kind may choose; of several kinds what each of them may."""
        return {item.key: item.label for item in self.items if all(item.is_for(kind) for kind in kinds)}


@cache
def published(which: str) -> tuple[Choices, ...]:
    """All versions of a list (`AIMS`, `FUNDS`)."""
    return tuple(map(_read, yaml.safe_load((FOLDER / f"{which}.yaml").read_text(encoding="utf-8"))))


def _read(data: dict[str, Any]) -> Choices:
    items = tuple(Item(one["key"], one["label"], tuple(one.get("kinds", ()))) for one in data["items"])
    return Choices(data["code"], data["version"], data["region"] or "", data["source"], items)


def list_for(which: str, region: Region) -> Choices:
    """The newest version of the list that counts in a region: that of the nearest region above it which has its own."""
    above = [int(pk) for pk in region.path.strip("/").split("/")]
    codes = set(RegionCode.objects.filter(region__in=above, until=None).values_list("code", flat=True))
    return nearest(published(which), codes)


def nearest(lists: Iterable[Choices], codes: set[str]) -> Choices:
    """Of those for one of the `codes` or for everywhere the one with the longest code, and of its versions the last."""
    fitting = [one for one in lists if one.region in codes | {""}]
    return max(fitting, key=lambda one: (len(one.region), one.version))


def named(which: str, name: str) -> Choices:
    """The very version that a choice was made from."""
    [found] = [one for one in published(which) if one.name == name]
    return found


def label_in(which: str, name: str, key: str) -> str:
    """What a stored choice means."""
    return next(item.label for item in named(which, name).items if item.key == key)
