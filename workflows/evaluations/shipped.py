"""What Siklus ships of instruments (`data/*.yaml`) and questionnaires (`data/questionnaires/*.yaml`), published in versions."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import transaction

from workflows.core.clock import today
from workflows.core.reading import content_of

from .models import Instrument, Questionnaire
from .questionnaire import read_questionnaire
from .reading import read_instrument

SHIPPED = Path(__file__).parent / "data"
QUESTIONNAIRES = SHIPPED / "questionnaires"


@transaction.atomic
def load_instruments(paths: list[Path] | None = None) -> list[Instrument]:
    """Publish what the files say: all or nothing. Returns the new versions; none where nothing has changed.

    Raises `BadValues` naming what is wrong with which part of an instrument.
    """
    return published(Instrument, read_instrument, paths or sorted(SHIPPED.glob("*.yaml")))


@transaction.atomic
def load_questionnaires(paths: list[Path] | None = None) -> list[Questionnaire]:
    """The same for questionnaires."""
    return published(Questionnaire, read_questionnaire, paths or sorted(QUESTIONNAIRES.glob("*.yaml")))


def published(model: Any, read: Callable[[Any], Any], paths: list[Path]) -> list[Any]:
    made = [publish(model, read, content_of(path)) for path in paths]
    return [version for version in made if version]


def publish(model: Any, read: Callable[[Any], Any], data: Any) -> Any:
    """A new version, unless the newest says the same (then None)."""
    definition = read(data)
    newest = model.objects.filter(code=definition.code).order_by("version").last()
    if newest and newest.sha256 == definition.sha256:
        return None
    version = newest.version + 1 if newest else 1
    return model.objects.create(
        code=definition.code, version=version, data=data, sha256=definition.sha256, published_on=today()
    )
