"""The ladders that a district chooses from when it is set up (`data/ladders.yaml`)."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from workflows.organisation.models import Mandate, Region

from .models import Route, RouteVersion
from .publishing import publish_steps

SHIPPED = Path(__file__).parent / "data" / "ladders.yaml"


@cache
def ladders() -> dict[str, dict[str, Any]]:
    """Name → what it is called, and its routes."""
    return yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))


@transaction.atomic
def publish_ladder(name: str, region: Region, by: Mandate) -> list[RouteVersion]:
    """Give a region the routes of a ladder; returns the new versions, none where nothing has changed.

    Raises `KeyError` for an unknown name, and `Refused` naming the step of a route that is not sound there.
    """
    made = [publish_steps(route_for(entry, region), entry["steps"], by) for entry in ladders()[name]["routes"]]
    return [version for version in made if version]


def route_for(entry: dict[str, Any], region: Region) -> Route:
    key = {"subject": entry["subject"], "kind": entry.get("kind", ""), "region": region}
    return Route.objects.update_or_create(**key, defaults={"name": entry["name"]})[0]
