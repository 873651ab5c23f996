"""Data that Siklus ships as YAML: what cannot be read is told as which part has to hold what."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import gettext as _

from .canonical import normal
from .errors import MALFORMED, BadValues


def content_of(path: Path) -> Any:
    """As canonical JSON says it: keys are texts, in the order of the alphabet. Raises `BadValues` naming the file."""
    return read_by(path, normal)


def as_written(path: Path) -> Any:
    """In the order of the file. Raises `BadValues` naming the file."""
    return read_by(path, lambda content: content)


def read_by(path: Path, understood: Callable[[Any], Any]) -> Any:
    try:
        return understood(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (yaml.YAMLError, TypeError, ValueError) as error:
        raise BadValues({path.name: _("Bukan YAML yang dapat dibaca: %(error)s") % {"error": error}}) from error


@contextmanager
def part(name: str, holds: str) -> Iterator[None]:
    """Whatever goes wrong inside is told as: this part has to hold that."""
    try:
        yield
    except MALFORMED as error:
        words = _("Bagian ini berisi %(holds)s. Yang salah: %(error)s") % {"holds": holds, "error": repr(error)}
        raise BadValues({name: words}) from error
