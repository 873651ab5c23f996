"""Writing what `match` recognised: new, renamed, recoded, moved, gone and returned regions. Nothing is ever deleted."""

from datetime import date
from typing import Any

from django.db.backends.utils import CursorWrapper

from ..models import Level

INSERT = """
INSERT INTO organisation_region (id, parent_id, level, kind, name, zone, path)
SELECT f.region_id, f.parent_id, f.level, f.kind, f.name, f.zone, coalesce(p.path, '') || lpad(f.region_id::text, 8, '0') || '/'
FROM territory_file f LEFT JOIN organisation_region p ON p.id = f.parent_id
WHERE f.is_new AND f.level = %(level)s
"""

# As `path_of` writes it: `p` is the parent, if any.
HERE = "coalesce(p.path, '') || lpad(r.id::text, 8, '0') || '/'"

UPDATE = f"""
UPDATE organisation_region r
SET parent_id = f.parent_id, kind = f.kind, name = f.name, zone = f.zone, closed_on = NULL,
    path = {HERE}
FROM territory_file f LEFT JOIN organisation_region p ON p.id = f.parent_id
WHERE r.id = f.region_id AND f.level = %(level)s AND (
    r.kind <> f.kind OR r.name <> f.name OR r.zone <> f.zone OR r.closed_on IS NOT NULL
    OR r.path <> {HERE})
"""

# What was closed earlier moves along with its parent.
CARRY_CLOSED = f"""
UPDATE organisation_region r SET path = {HERE}
FROM organisation_region p
WHERE p.id = r.parent_id AND r.closed_on IS NOT NULL AND r.level = %(level)s AND r.path <> {HERE}
"""

CLOSE = "UPDATE organisation_region SET closed_on = %(on)s WHERE id = ANY(%(gone)s)"

# A row that began on the very day is corrected, an older one ends the day before.
FORGET_TODAYS_CODES = """
DELETE FROM organisation_regioncode c
WHERE c.until IS NULL AND c.since = %(on)s AND (c.region_id = ANY(%(gone)s) OR EXISTS (
    SELECT FROM territory_file f WHERE f.region_id = c.region_id AND f.code <> c.code))
"""
END_CODES = """
UPDATE organisation_regioncode c SET until = %(on)s - 1
WHERE c.until IS NULL AND (c.region_id = ANY(%(gone)s) OR EXISTS (
    SELECT FROM territory_file f WHERE f.region_id = c.region_id AND f.code <> c.code))
"""
# A code has been there since always where neither it nor its regency was known before.
BEGIN_CODES = """
INSERT INTO organisation_regioncode (region_id, code, since, basis)
SELECT f.region_id, f.code, CASE WHEN f.is_new AND (f.regency_id IS NULL OR EXISTS (
        SELECT FROM territory_file g WHERE g.region_id = f.regency_id AND g.is_new))
    AND NOT EXISTS (SELECT FROM organisation_regioncode o WHERE o.code = f.code) THEN NULL ELSE %(on)s END, ''
FROM territory_file f
WHERE NOT EXISTS (SELECT FROM organisation_regioncode c WHERE c.region_id = f.region_id AND c.until IS NULL)
"""

FORGET_TODAYS_NAMES = """
DELETE FROM organisation_regionname n USING territory_file f
WHERE n.region_id = f.region_id AND n.until IS NULL AND n.name <> f.name AND n.since = %(on)s
"""
END_NAMES = """
UPDATE organisation_regionname n SET until = %(on)s - 1
FROM territory_file f WHERE f.region_id = n.region_id AND n.until IS NULL AND f.name <> n.name
"""
BEGIN_NAMES = """
INSERT INTO organisation_regionname (region_id, name, since)
SELECT f.region_id, f.name, CASE WHEN f.is_new THEN NULL ELSE %(on)s END
FROM territory_file f
WHERE NOT EXISTS (SELECT FROM organisation_regionname n WHERE n.region_id = f.region_id AND n.until IS NULL)
"""

DATED = (FORGET_TODAYS_CODES, END_CODES, BEGIN_CODES, FORGET_TODAYS_NAMES, END_NAMES, BEGIN_NAMES)


def write(cursor: CursorWrapper, on: date, gone: list[int]) -> None:
    """Make the regions what the files say from the day `on`; close those that are `gone` (ids)."""
    for level in Level:
        cursor.execute(INSERT, {"level": level})
        cursor.execute(UPDATE, {"level": level})
        cursor.execute(CARRY_CLOSED, {"level": level})
    given: dict[str, Any] = {"on": on, "gone": gone}
    cursor.execute(CLOSE, given)
    for statement in DATED:
        cursor.execute(statement, given)
    for table in ("region", "regioncode", "regionname"):
        cursor.execute(f"ANALYZE organisation_{table}")
