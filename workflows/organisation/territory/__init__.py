"""Territory from CSV: `files` reads and checks, `match` recognises, `merge` writes, `load` does it all."""

from .files import BadTerritory
from .load import DEFAULT_FOLDER, NATION_FOLDER, Changes, load

__all__ = ["DEFAULT_FOLDER", "NATION_FOLDER", "BadTerritory", "Changes", "load"]
