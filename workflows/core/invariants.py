"""I3: no state without history. I4: no accepted act forgotten."""

from collections.abc import Iterator

from .findings import Finding, invariant, rows
from .guards import state_of, stateful_models
from .naming import kind_of

FOLD = """
SELECT m.{pk}, m.state, coalesce(j.to_state, '{initial}')
FROM "{table}" m LEFT JOIN LATERAL (
    SELECT to_state FROM core_journalsubject WHERE kind = '{kind}' AND object_id = m.{pk} ORDER BY entry_id DESC LIMIT 1
) j ON true
WHERE m.state <> coalesce(j.to_state, '{initial}')
"""
CHAIN = """
SELECT kind, object_id, entry_id, before, from_state FROM (
    SELECT kind, object_id, entry_id, from_state,
           lag(to_state) OVER (PARTITION BY kind, object_id ORDER BY entry_id) AS before
    FROM core_journalsubject) chain
WHERE before IS NOT NULL AND before <> from_state
"""
FORGOTTEN = """
SELECT s.entry_id, s.object_id FROM core_journalsubject s
WHERE s.kind = 'assignment' AND s.to_state = 'open' AND s.from_state IN ('', 'waiting') AND NOT EXISTS (
    SELECT FROM core_outbox o WHERE o.entry_id = s.entry_id AND o.object_id = s.object_id AND o.topic = 'your_turn')
"""
STUCK = """
SELECT id, topic, attempts FROM core_outbox
WHERE done_at IS NULL AND parked_at IS NULL AND available_at < now() - interval '10 minutes'
  AND coalesce(leased_until, '-infinity') < now()
"""


@invariant
def state_is_the_fold_of_history() -> Iterator[Finding]:
    for model in stateful_models():
        names = {"pk": model._meta.pk.column, "table": model._meta.db_table, "kind": kind_of(model)}
        initial = state_of(model).get_default()
        for pk, state, told in rows(FOLD.format(initial=initial, **names)):
            yield Finding("I3", f"{names['kind']} {pk} is {state}, its history says {told}")


@invariant
def history_is_a_chain() -> Iterator[Finding]:
    for kind, pk, entry, before, left in rows(CHAIN):
        yield Finding("I3", f"{kind} {pk}: entry {entry} leaves {left}, but the entry before took it to {before}")


@invariant
def whoever_is_asked_is_told() -> Iterator[Finding]:
    for entry, pk in rows(FORGOTTEN):
        yield Finding("I4", f"assignment {pk} was opened by entry {entry} without an outbox row")


@invariant
def nothing_lies_undone() -> Iterator[Finding]:
    for pk, topic, attempts in rows(STUCK):
        yield Finding("I4", f"outbox {pk} ({topic}) is due and undone after {attempts} attempts")
