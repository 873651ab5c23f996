"""I1: in an own register no number twice and none skipped. I6: what is in force has its paper and its facts."""

from collections.abc import Iterator

from django.db.models import F, Q

from workflows.core.act import all_of
from workflows.core.findings import Finding, invariant, rows

from .ends import last_day
from .states import FACTS

GAPS = """
WITH given AS (
    SELECT n.series_id, n.year, n.sequence, s.first, min(n.year) FILTER (WHERE NOT coalesce(d.from_paper, false))
             OVER (PARTITION BY n.series_id) AS begun
    FROM decrees_decreenumber n JOIN decrees_series s ON s.id = n.series_id
    LEFT JOIN decrees_decree d ON d.file_id = n.file_id
    WHERE s.mode = 'own' AND s.first IS NOT NULL AND n.sequence IS NOT NULL
), year AS (
    SELECT series_id, year, CASE WHEN year = begun THEN first ELSE 1 END AS low, max(sequence) AS high
    FROM given WHERE year >= begun GROUP BY series_id, year, begun, first
)
SELECT y.series_id, y.year, missing FROM year y, generate_series(y.low, y.high) missing
WHERE NOT EXISTS (SELECT FROM given g WHERE (g.series_id, g.year, g.sequence) = (y.series_id, y.year, missing))
"""
LAST = """
SELECT s.id, s.year, s.last, max(n.sequence) FROM decrees_series s
LEFT JOIN decrees_decreenumber n ON n.series_id = s.id AND n.year = s.year
WHERE s.mode = 'own' AND s.first IS NOT NULL GROUP BY s.id HAVING max(n.sequence) IS DISTINCT FROM s.last
"""
UNNUMBERED = """
SELECT d.file_id, d.state FROM decrees_decree d
WHERE d.state IN ('signed', 'in_force', 'amended', 'revoked', 'annulled', 'expired')
  AND NOT EXISTS (SELECT FROM decrees_decreenumber n WHERE n.file_id = d.file_id AND n.state = 'issued')
"""
WITHOUT_FACTS = """
SELECT d.file_id, r.id FROM decrees_decree d JOIN decrees_decreerow r ON r.decree_id = d.file_id AND NOT r.struck
WHERE d.in_force_on IS NOT NULL AND cardinality(r.effects) > 0
  AND NOT EXISTS (SELECT FROM decrees_effect e WHERE e.decree_id = d.file_id AND e.kampung_id = r.kampung_id)
"""
UNPAPERED = """
SELECT d.file_id FROM decrees_decree d
WHERE d.in_force_on IS NOT NULL AND NOT d.from_paper AND d.signing <> 'ink' AND d.paper = ''
"""
UNSIGNED = """
SELECT a.file_id FROM routes_assignment a JOIN decrees_decree d ON d.file_id = a.file_id
WHERE a.kind = 'sign_document' AND a.state = 'approved' AND d.signing = 'tte' AND NOT EXISTS (
    SELECT FROM signing_signingoutcome o JOIN signing_signingrequest r ON r.id = o.request_id
    WHERE o.assignment_id = a.id AND o.code = '' AND r.paper = d.paper)
"""


@invariant
def own_registers_have_no_gap() -> Iterator[Finding]:
    """From the first number that a register gave, every number up to its counter has a row, void ones with their reason."""
    for series, year, missing in rows(GAPS):
        yield Finding("I1", f"series {series}, year {year}: {missing} was never given")
    for series, year, last, number in rows(LAST):
        yield Finding("I1", f"series {series}, year {year}: the counter stands at {last}, but {number or 'none'} was given")


@invariant
def what_is_in_force_is_numbered_and_has_facts() -> Iterator[Finding]:
    for decree, state in rows(UNNUMBERED):
        yield Finding("I6", f"decree {decree} is {state} without an issued number")
    for decree, row in rows(WITHOUT_FACTS):
        yield Finding("I6", f"decree {decree} is in force, but its row {row} has no fact")
    for (decree,) in rows(UNPAPERED):
        yield Finding("I6", f"decree {decree} is in force without a final paper")
    for (decree,) in rows(UNSIGNED):
        yield Finding("I6", f"decree {decree} is signed electronically, but its paper bears no signature on record")


@invariant
def facts_end_when_the_effects_say() -> Iterator[Finding]:
    facts = all_of("decrees.Effect").filter(kind__in=FACTS).annotate(last=last_day(Q()))
    agreed = Q(until=F("last")) | Q(until=None, last=None)
    for pk, until, last in facts.exclude(agreed).values_list("pk", "until", "last"):
        yield Finding("I6", f"effect {pk} ends on {until}, by the effects of its village on {last}")
