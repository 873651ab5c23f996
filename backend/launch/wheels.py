"""Where an installed package keeps its files."""

from importlib.util import find_spec
from pathlib import Path

from backend.launch.progress import Failure


def folder_of(module: str) -> Path:
    """The package's folder; raises Failure if it is not installed."""
    found = find_spec(module)
    if found is None or found.origin is None:
        raise Failure(f"The package {module} is missing: start this with ./siklus, which installs it.")
    return Path(found.origin).parent
