"""The kinds of paper, found by folder: whoever adds a folder with a `kind.py` adds a kind."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from documents.errors import UnknownTemplate
from documents.kind import Kind


@cache
def all_kinds() -> dict[str, Kind]:
    """Every kind by the name that snapshots carry, `keputusan_bupati@1`."""
    folders = [module.name for module in iter_modules(__path__) if module.ispkg]
    kinds = [import_module(f"{__name__}.{folder}.kind").KIND for folder in sorted(folders)]
    return {kind.template: kind for kind in kinds}


def find(template: str) -> Kind:
    """The kind a snapshot names, or UnknownTemplate."""
    try:
        return all_kinds()[template]
    except KeyError:
        known = ", ".join(all_kinds())
        raise UnknownTemplate(f"Templat “{template}” tidak dikenal. Yang terpasang: {known}.") from None


def newest(name: str) -> Kind:
    """The kind called `keputusan_bupati@1`, or of `keputusan_bupati` the newest version; or UnknownTemplate."""
    versions = [kind for kind in all_kinds().values() if kind.id == name]
    return max(versions, key=lambda kind: kind.version) if versions else find(name)
