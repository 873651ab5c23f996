"""Reading `expect:` — one expectation or several, each known by its first key."""

import yaml

from .expectations import KINDS, Expectation
from .reading import Reader, meant

__all__ = ["Expectation", "read_expectations"]


def read_expectations(reader: Reader, node: yaml.Node) -> list[Expectation]:
    found: list[Expectation] = []
    for item in reader.items(node):
        given = reader.pairs(item)
        if (first := next(iter(given), "")) in KINDS:
            found += reader.each(KINDS[first], [item])
        else:
            reader.wrong(item, f"an expectation does not begin with “{first}”{meant(first, KINDS)}")
    return found
