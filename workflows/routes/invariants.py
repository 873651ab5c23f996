"""I2: one decision a task. I8: approvals only in order."""

from collections.abc import Iterator

from workflows.core.findings import Finding, invariant, rows

TWICE = """
SELECT object_id, count(*) FROM core_journalsubject
WHERE kind = 'assignment' AND from_state = 'open' AND to_state IN ('approved', 'returned', 'rejected')
GROUP BY object_id HAVING count(*) > 1
"""
OUT_OF_ORDER = """
WITH life AS (
    SELECT a.id, a.run_id, a."order",
           min(s.entry_id) FILTER (WHERE s.to_state = 'open') AS opened,
           min(s.entry_id) FILTER (WHERE s.to_state = 'approved') AS approved,
           min(s.entry_id) FILTER (WHERE s.from_state = 'open' AND s.to_state <> 'open') AS closed
    FROM routes_assignment a JOIN core_journalsubject s ON s.kind = 'assignment' AND s.object_id = a.id
    WHERE a.step_id IS NOT NULL GROUP BY a.id)
SELECT later.id, earlier.id FROM life later JOIN life earlier
  ON earlier.run_id = later.run_id AND earlier."order" < later."order"
WHERE later.approved > earlier.opened AND (earlier.closed IS NULL OR earlier.closed > later.approved)
"""


@invariant
def one_decision_a_task() -> Iterator[Finding]:
    for pk, times in rows(TWICE):
        yield Finding("I2", f"assignment {pk} was decided {times} times")


@invariant
def approvals_in_order() -> Iterator[Finding]:
    for later, earlier in rows(OUT_OF_ORDER):
        yield Finding("I8", f"assignment {later} was approved while {earlier}, which comes before it, stood open")
