"""I1: in an own register no number twice and none skipped. I6: what is in force has its paper and its facts."""

from collections.abc import Iterator

from workflows.core.findings import Finding, invariant, rows

GAPS = """
SELECT n.series_id, n.year, n.sequence, n.before FROM (
    SELECT series_id, year, sequence, lag(sequence) OVER (PARTITION BY series_id, year ORDER BY sequence) AS before
    FROM decrees_decreenumber n WHERE sequence IS NOT NULL
      AND NOT EXISTS (SELECT FROM decrees_decree d WHERE d.file_id = n.file_id AND d.from_paper)) n
JOIN decrees_series s ON s.id = n.series_id
WHERE s.mode = 'own' AND n.before IS NOT NULL AND n.sequence <> n.before + 1
"""
LAST = """
SELECT s.id, s.year, s.last, max(n.sequence) FROM decrees_series s
JOIN decrees_decreenumber n ON n.series_id = s.id AND n.year = s.year
WHERE s.mode = 'own' GROUP BY s.id HAVING max(n.sequence) > s.last
"""
UNNUMBERED = """
SELECT d.file_id, d.state FROM decrees_decree d
WHERE d.state IN ('signed', 'in_force', 'amended', 'revoked', 'expired')
  AND NOT EXISTS (SELECT FROM decrees_decreenumber n WHERE n.file_id = d.file_id AND n.state = 'issued')
"""
WITHOUT_FACTS = """
SELECT d.file_id, r.id FROM decrees_decree d JOIN decrees_decreerow r ON r.decree_id = d.file_id AND NOT r.struck
WHERE d.in_force_on IS NOT NULL AND d.effects && ARRAY['form', 'designate', 'appoint_pokja', 'suspend']::varchar[]
  AND NOT EXISTS (SELECT FROM decrees_effect e WHERE e.decree_id = d.file_id AND e.kampung_id = r.kampung_id)
"""
UNPAPERED = """
SELECT d.file_id FROM decrees_decree d
WHERE d.in_force_on IS NOT NULL AND NOT d.from_paper AND d.signing = 'none' AND d.paper = ''
"""


@invariant
def own_registers_have_no_gap() -> Iterator[Finding]:
    for series, year, number, before in rows(GAPS):
        yield Finding("I1", f"series {series}, year {year}: after {before} comes {number}")
    for series, year, last, number in rows(LAST):
        yield Finding("I1", f"series {series}, year {year}: the counter stands at {last}, but {number} was given")


@invariant
def what_is_in_force_is_numbered_and_has_facts() -> Iterator[Finding]:
    for decree, state in rows(UNNUMBERED):
        yield Finding("I6", f"decree {decree} is {state} without an issued number")
    for decree, row in rows(WITHOUT_FACTS):
        yield Finding("I6", f"decree {decree} is in force, but its row {row} has no fact")
    for (decree,) in rows(UNPAPERED):
        yield Finding("I6", f"decree {decree} is in force without a final paper")
