"""`load`: the files become the territory, all or nothing, and the caller learns what changed."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext as _

from ..labels import ship_labels
from . import files, match, merge

DEFAULT_FOLDER = Path(__file__).parent.parent / "data" / "territory"
"""The districts of the shipped stories."""
NATION_FOLDER = DEFAULT_FOLDER.with_name("nation")
"""Every region of the country."""
ONE_LOAD_AT_A_TIME = 7_041_945

COUNT_NEW = "SELECT level, count(*) FROM territory_file WHERE is_new GROUP BY level"
RENAMED = """
SELECT f.code, r.name, f.name FROM territory_file f JOIN organisation_region r ON r.id = f.region_id
WHERE r.name <> f.name ORDER BY f.code
"""
RECODED = """
SELECT c.code, f.code, f.name
FROM territory_file f JOIN organisation_regioncode c ON c.region_id = f.region_id AND c.until IS NULL
WHERE c.code <> f.code ORDER BY c.code
"""
RECLASSIFIED = """
SELECT f.code, r.kind, f.kind FROM territory_file f JOIN organisation_region r ON r.id = f.region_id
WHERE r.kind <> f.kind ORDER BY f.code
"""
RETURNED = """
SELECT f.code, f.name FROM territory_file f JOIN organisation_region r ON r.id = f.region_id
WHERE r.closed_on IS NOT NULL ORDER BY f.code
"""
# Missing inside a regency of the files, or anywhere when the files are the whole nation.
GONE = """
SELECT c.code, r.name, r.id
FROM organisation_region r JOIN organisation_regioncode c ON c.region_id = r.id AND c.until IS NULL
WHERE r.closed_on IS NULL AND NOT EXISTS (SELECT FROM territory_file f WHERE f.region_id = r.id)
    AND (%(whole_nation)s OR split_part(r.path, '/', 2) IN (
        SELECT lpad(region_id::text, 8, '0') FROM territory_file WHERE level = 'regency'))
ORDER BY c.code
"""
CHANGED_LATER = """
SELECT c.code, c.since FROM organisation_regioncode c
WHERE c.until IS NULL AND c.since > %(on)s AND (c.region_id = ANY(%(gone)s) OR EXISTS (
    SELECT FROM territory_file f WHERE f.region_id = c.region_id AND f.code <> c.code))
UNION ALL
SELECT f.code, n.since FROM organisation_regionname n JOIN territory_file f ON f.region_id = n.region_id
WHERE n.until IS NULL AND n.since > %(on)s AND f.name <> n.name
ORDER BY 1
"""


@dataclass
class Changes:
    """What a load changed: `new` counts regions per level, the others list them.

    `renamed` (code, old name, new name) · `recoded` (old code, new code, name) · `reclassified` (code, old kind, new
    kind) · `gone` and `returned` (code, name).
    """

    new: dict[str, int] = field(default_factory=dict)
    renamed: list[tuple[str, str, str]] = field(default_factory=list)
    recoded: list[tuple[str, str, str]] = field(default_factory=list)
    reclassified: list[tuple[str, str, str]] = field(default_factory=list)
    gone: list[tuple[str, str]] = field(default_factory=list)
    returned: list[tuple[str, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return any(vars(self).values())


def load(folder: Path, on: date, whole_nation: bool = False, regency: str = "") -> Changes:
    """Make the territory what the CSV files in `folder` say from the day `on`; doing it again changes nothing.

    A region missing from a regency that the files have is closed, never deleted; missing regencies and provinces only
    with `whole_nation`. With the code of a `regency` only that one is loaded. Raises `BadTerritory`, leaving everything as
    it was.
    """
    rows = [row for row in files.read(folder) if belongs_to(regency, row.code)]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_LOAD_AT_A_TIME])
        match.stage(cursor, rows)
        gone = _rows(cursor, GONE, {"whole_nation": whole_nation})
        _refuse_the_past(cursor, on, gone)
        changes = Changes(
            new=dict(_rows(cursor, COUNT_NEW)),
            renamed=_rows(cursor, RENAMED),
            recoded=_rows(cursor, RECODED),
            reclassified=_rows(cursor, RECLASSIFIED),
            gone=[(code, name) for code, name, _id in gone],
            returned=_rows(cursor, RETURNED),
        )
        if changes:
            merge.write(cursor, on, [pk for _code, _name, pk in gone])
        match.unstage(cursor)
        ship_labels()
    return changes


def belongs_to(regency: str, code: str) -> bool:
    """Whether a code is that of a regency, of its province, or of what lies in it; every code belongs to no regency ("")."""
    return not regency or f"{code}.".startswith(f"{regency}.") or f"{regency}.".startswith(f"{code}.")


def _rows(cursor: CursorWrapper, statement: str, given: dict[str, Any] | None = None) -> list[tuple]:
    cursor.execute(statement, given)
    return cursor.fetchall()


def _refuse_the_past(cursor: CursorWrapper, on: date, gone: list[tuple]) -> None:
    later = _rows(cursor, CHANGED_LATER, {"on": on, "gone": [pk for _code, _name, pk in gone]})
    if later:
        words = _("%(code)s sudah berubah sejak %(since)s; muat dengan tanggal yang tidak lebih awal.")
        raise files.BadTerritory([words % {"code": code, "since": since} for code, since in later])
