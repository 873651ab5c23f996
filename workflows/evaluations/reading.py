"""The data of an instrument (`data/*.yaml`, `Instrument.data`) as a `Definition`."""

from decimal import Decimal
from typing import Any

from workflows.core.canonical import fingerprint
from workflows.core.errors import BadValues
from workflows.core.reading import part

from .definition import Band, Classification, Definition, Index, Indicator
from .measures import MEASURES, Measure
from .soundness import faults

SWITCHES = ("unmet_without_couples", "count_family_planning_agencies")


def read_instrument(data: Any) -> Definition:
    """Raises `BadValues` naming what is missing, of the wrong form, or unsound."""
    definition = formed(data)
    if wrong := faults(definition):
        raise BadValues(wrong)
    return definition


def formed(data: Any) -> Definition:
    with part("instrument", "code, name, pass_mark, switches, indexes, indicators, classes"):
        switches = switches_of(data["switches"])
        return Definition(
            code=str(data["code"]),
            name=str(data["name"]),
            sha256=fingerprint(data),
            pass_mark=Decimal(str(data["pass_mark"])),
            indexes=tuple(index(f"indexes.{n}", one) for n, one in enumerate(data["indexes"], 1)),
            indicators=tuple(indicator(n, one, switches) for n, one in enumerate(data["indicators"], 1)),
            classes=tuple(classification(f"classes.{n}", one) for n, one in enumerate(data["classes"], 1)),
        )


def switches_of(given: Any) -> dict[str, bool]:
    with part("switches", ", ".join(SWITCHES)):
        switches = {name: given[name] for name in SWITCHES}
        if strange := [name for name, value in switches.items() if not isinstance(value, bool)]:
            raise TypeError(*strange)
        return switches


def index(name: str, entry: Any) -> Index:
    with part(name, "key, label"):
        return Index(str(entry["key"]), str(entry["label"]))


def indicator(number: int, entry: Any, switches: dict[str, bool]) -> Indicator:
    with part(f"indicators.{number}", "key, index, label, measure, bands, lift"):
        bands = tuple(sorted((band(*one) for one in entry["bands"].items()), key=lambda band: band.score))
        return Indicator(
            key=str(entry["key"]),
            index=str(entry["index"]),
            label=str(entry["label"]),
            unit=str(entry.get("unit", "")),
            weight=int(entry.get("weight", 1)),
            measure=measure(entry["measure"], switches),
            bands=bands,
            lifts=lifts(entry["lift"], bands),
        )


def band(score: Any, ends: Any) -> Band:
    low, high = ends
    return Band(int(score), int(low), None if high is None else int(high))


def measure(given: Any, switches: dict[str, bool]) -> Measure:
    [(name, reads)] = given.items()
    return MEASURES[name](reads, switches)


def lifts(given: Any, bands: tuple[Band, ...]) -> dict[int, str]:
    """One sentence for all scores, or one for each."""
    if isinstance(given, str):
        return {band.score: given for band in bands[1:]}
    return {int(score): str(words) for score, words in given.items()}


def classification(name: str, entry: Any) -> Classification:
    with part(name, "key, label, meaning, passes"):
        passes = tuple(frozenset(some) for some in entry["passes"])
        return Classification(str(entry["key"]), str(entry["label"]), str(entry["meaning"]), passes)
