"""How an expectation says what is wrong."""

from collections.abc import Iterator
from typing import Any


def differences(expected: Any, found: dict[str, Any]) -> Iterator[str]:
    """For each column that was expected (is not None): what was found instead."""
    for name, value in found.items():
        wanted = getattr(expected, name)
        if wanted is not None and wanted != value:
            yield f"{name.rstrip('_')} is {value}, expected {wanted}"
