"""I15: a need that somebody is asked for has one open task, at its owner's; one that is answered has none."""

from collections.abc import Iterator

from workflows.core.findings import Finding, invariant, rows

WITHOUT_TASK = """
SELECT n.file_id, n.state, count(a.id) FROM coaching_need n
LEFT JOIN routes_assignment a ON a.file_id = n.file_id AND a.kind = 'follow_up' AND a.state = 'open'
     AND a.office_id = n.owner_id
GROUP BY n.file_id, n.state, n.owner_id
HAVING count(a.id) <> (n.state IN ('open', 'taken') AND n.owner_id IS NOT NULL)::int
"""
MISCOUNTED = """
SELECT e.id, e.enrolled, coalesce(sum(p.count), 0) FROM coaching_event e
LEFT JOIN coaching_participants p ON p.event_id = e.id AND p.list = e.lists
GROUP BY e.id HAVING e.enrolled <> coalesce(sum(p.count), 0)
"""


@invariant
def needs_are_followed_up_until_answered() -> Iterator[Finding]:
    for need, state, tasks in rows(WITHOUT_TASK):
        yield Finding("I15", f"need {need} is {state}, but {tasks} open tasks ask its owner for it")


@invariant
def enrolled_is_what_the_list_counts() -> Iterator[Finding]:
    for event, enrolled, counted in rows(MISCOUNTED):
        yield Finding("I15", f"event {event} says {enrolled} participants, its list {counted}")
