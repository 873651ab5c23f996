"""The instruments that Siklus ships (`data/*.yaml`), published in versions."""

from pathlib import Path
from typing import Any

from django.db import transaction

from workflows.core.clock import today
from workflows.core.reading import content_of

from .models import Instrument
from .reading import read_instrument

SHIPPED = Path(__file__).parent / "data"


@transaction.atomic
def load_instruments(paths: list[Path] | None = None) -> list[Instrument]:
    """Publish what the files say: all or nothing. Returns the new versions; none where nothing has changed.

    Raises `BadValues` naming what is wrong with which part of an instrument.
    """
    made = [publish(content_of(path)) for path in paths or sorted(SHIPPED.glob("*.yaml"))]
    return [instrument for instrument in made if instrument]


def publish(data: Any) -> Instrument | None:
    """A new version, unless the newest says the same."""
    definition = read_instrument(data)
    newest = Instrument.objects.filter(code=definition.code).order_by("version").last()
    if newest and newest.sha256 == definition.sha256:
        return None
    version = newest.version + 1 if newest else 1
    return Instrument.objects.create(
        code=definition.code, version=version, data=data, sha256=definition.sha256, published_on=today()
    )
