"""Recognising which region of the database a row of the files is: the code first, then a name that is unique.

All statements work on the temporary table `territory_file`, one level at a time from the province down, so that a
recoded district is known before its villages are looked for inside it.
"""

from django.db.backends.utils import CursorWrapper

from .files import Row

TABLE = """
CREATE TEMP TABLE territory_file (
    level text, code text PRIMARY KEY, parent_code text, kind text, name text, zone text, line int,
    region_id bigint, parent_id bigint, regency_id bigint, is_new boolean NOT NULL DEFAULT false
)
"""

KNOW_PARENT = """
UPDATE territory_file f SET parent_id = p.region_id, regency_id = CASE WHEN f.level = 'district' THEN p.region_id
    ELSE p.regency_id END
FROM territory_file p WHERE p.code = f.parent_code AND f.level = %(level)s
"""

BY_CODE = """
UPDATE territory_file f SET region_id = c.region_id
FROM organisation_regioncode c WHERE c.code = f.code AND c.until IS NULL AND f.level = %(level)s
"""

# A region that an earlier load closed, back under its old code and name.
BY_CLOSED_CODE = """
UPDATE territory_file f SET region_id = r.id
FROM organisation_region r JOIN organisation_regioncode c ON c.region_id = r.id
WHERE f.region_id IS NULL AND f.level = %(level)s AND c.code = f.code AND r.name = f.name
    AND r.closed_on IS NOT NULL AND c.until = r.closed_on - 1
"""

# Lost: the database's open regions whose code the files no longer have. Found: the files' rows with an unknown code.
# The same name once on either side, in the same surroundings, is one region with a new code.
BY_NAME = """
WITH lost AS (
    SELECT r.id, lower(r.name) AS name, r.kind, r.parent_id, r.path
    FROM organisation_region r JOIN organisation_regioncode c ON c.region_id = r.id AND c.until IS NULL
    WHERE r.level = %(level)s AND r.closed_on IS NULL
        AND NOT EXISTS (SELECT FROM territory_file f WHERE f.region_id = r.id)
), pairs AS (
    SELECT f.code, l.id, count(*) OVER (PARTITION BY f.code) AS candidates, count(*) OVER (PARTITION BY l.id) AS rivals
    FROM territory_file f JOIN lost l ON l.name = lower(f.name) AND {surroundings}
    WHERE f.region_id IS NULL AND f.level = %(level)s
)
UPDATE territory_file f SET region_id = p.id FROM pairs p WHERE p.code = f.code AND p.candidates = 1 AND p.rivals = 1
"""

SURROUNDINGS = {
    "province": (),
    "regency": ("l.kind = f.kind",),  # by kind, for Bogor is two; anywhere, for provinces split
    "district": ("l.parent_id = f.parent_id",),
    "village": ("l.parent_id = f.parent_id", "strpos(l.path, '/' || lpad(f.regency_id::text, 8, '0') || '/') > 0"),
}

# By code, whatever the order of the files: places are listed as they are numbered.
NUMBER_NEW = """
UPDATE territory_file f SET is_new = true, region_id = numbered.id
FROM (
    SELECT code, nextval(pg_get_serial_sequence('organisation_region', 'id')) AS id
    FROM (SELECT code FROM territory_file WHERE region_id IS NULL AND level = %(level)s ORDER BY code COLLATE "C") listed
) numbered
WHERE f.code = numbered.code
"""


def stage(cursor: CursorWrapper, rows: list[Row]) -> None:
    """Put the rows where SQL can see them, and give each its region's id: a known one's, or a new number."""
    cursor.execute(TABLE)
    with cursor.copy(f"COPY territory_file ({', '.join(Row._fields)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    for level, surroundings in SURROUNDINGS.items():
        by_name = [BY_NAME.format(surroundings=where) for where in surroundings]
        cursor.execute("ANALYZE territory_file")  # each level fills columns that the next one joins by
        for statement in (KNOW_PARENT, BY_CODE, BY_CLOSED_CODE, *by_name, NUMBER_NEW):
            cursor.execute(statement, {"level": level})
    cursor.execute("ANALYZE territory_file")


def unstage(cursor: CursorWrapper) -> None:
    """Forget the rows; a load that fails forgets them by its rollback."""
    cursor.execute("DROP TABLE territory_file")
