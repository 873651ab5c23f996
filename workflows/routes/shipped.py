"""The routes that Siklus ships (`data/routes.yaml`), published by the Sistem's mandate."""

from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.organisation.models import Region, RegionCode
from workflows.organisation.offices import system_mandate

from .models import Route, RouteVersion
from .publishing import publish_steps

SHIPPED = Path(__file__).parent / "data" / "routes.yaml"


@transaction.atomic
def load_routes(path: Path = SHIPPED) -> list[RouteVersion]:
    """Publish what the file says: all or nothing. Returns the new versions; none where nothing has changed.

    Raises `BadValues` naming the entry, and `Refused` for an unsound route, naming the step.
    """
    by = system_mandate()
    made = [publish_steps(route_of(n, entry), entry["steps"], by) for n, entry in enumerate(entries(path), 1)]
    return [version for version in made if version]


def entries(path: Path) -> list[dict[str, Any]]:
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise BadValues({path.name: _("Bukan YAML yang dapat dibaca: %(error)s") % {"error": error}}) from error
    for n, entry in enumerate(found if isinstance(found, list) else [None], 1):
        if not isinstance(entry, dict) or not {"subject", "name", "steps"} <= set(entry) or not isinstance(entry["steps"], list):
            raise BadValues({f"{path.name}.{n}": _("Setiap alur berisi subject, name dan daftar steps.")})
    return found


def route_of(number: int, entry: dict[str, Any]) -> Route:
    key = {"subject": entry["subject"], "kind": entry.get("kind", ""), "region": region_of(number, entry)}
    return Route.objects.update_or_create(**key, defaults={"name": entry["name"]})[0]


def region_of(number: int, entry: dict[str, Any]) -> Region | None:
    if "region" not in entry:
        return None
    code = RegionCode.objects.select_related("region").filter(code=str(entry["region"]), until=None).first()
    if code is None:
        raise BadValues({f"{number}.region": _("Kode wilayah %(code)s tidak dikenal.") % {"code": entry["region"]}})
    return code.region
