"""A rubric: what juries score, and how much each criterion counts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import gettext as _

from workflows.core.errors import MALFORMED, BadValues
from workflows.core.rounding import HUNDREDTH

SHIPPED = Path(__file__).parent / "data" / "rubric_placeholder.yaml"
ASPECTS = ("input", "process", "output")
WHOLE = Decimal(100)


@dataclass(frozen=True)
class Criterion:
    """Points from 0 to `maximum`; the full points are worth `weight` of the 100 of an entry."""

    key: str
    label: str
    aspect: str
    weight: Decimal
    maximum: Decimal = WHOLE


@dataclass(frozen=True)
class Rubric:
    """`placeholder`: nobody has decided these weights, and every page and paper says so. Raises `BadValues` if unsound."""

    code: str
    version: int
    criteria: tuple[Criterion, ...]
    placeholder: bool = False

    def __post_init__(self) -> None:
        if wrong := dict(faults(self.criteria)):
            raise BadValues(wrong)

    @classmethod
    def read(cls, data: Any) -> "Rubric":
        """From YAML or JSON. Raises `BadValues` naming what is missing, of the wrong form, or unsound."""
        try:
            criteria = tuple(criterion(one) for one in data["criteria"])
            return cls(str(data["code"]), int(data["version"]), criteria, bool(data.get("placeholder", False)))
        except MALFORMED as error:
            words = _("Rubrik berisi code, version dan criteria (key, label, aspect, weight). Yang salah: %(error)s")
            raise BadValues({"rubric": words % {"error": repr(error)}}) from error


def shipped_rubric() -> Rubric:
    """Thirds for input, process and output: a placeholder, since no official weights were found."""
    return Rubric.read(yaml.safe_load(SHIPPED.read_text(encoding="utf-8")))


def criterion(entry: Any) -> Criterion:
    maximum = Decimal(str(entry.get("maximum", WHOLE)))
    return Criterion(
        str(entry["key"]), str(entry["label"]), str(entry["aspect"]), Decimal(str(entry["weight"])), maximum
    )


def faults(criteria: tuple[Criterion, ...]) -> Iterator[tuple[str, str]]:
    for key, times in Counter(one.key for one in criteria).items():
        if times > 1:
            yield f"criteria.{key}", _("Kriteria ini ada lebih dari sekali.")
    for one in criteria:
        if words := why_not(one):
            yield f"criteria.{one.key}", words
    total = sum((one.weight for one in criteria), Decimal(0))
    if total != WHOLE:
        yield "criteria", _("Bobot semua kriteria berjumlah 100, bukan %(total)s.") % {"total": total}


def why_not(criterion: Criterion) -> str:
    if criterion.aspect not in ASPECTS:
        return _("Aspek adalah input, process atau output, bukan %(aspect)s.") % {"aspect": criterion.aspect}
    if not (sensible(criterion.weight) and sensible(criterion.maximum)):
        return _("Bobot dan nilai tertinggi lebih besar dari 0, di bawah 1.000, paling banyak dua desimal.")
    return ""


def sensible(number: Decimal) -> bool:
    """What the database keeps. A stranger's file may hold any number; this bounds what it takes to compute with it."""
    return number.is_finite() and 0 < number < 1000 and number == number.quantize(HUNDREDTH)
