-- One approval of a step that is not the last: locked, guarded, and the same rows written as `Assignment.approve` writes.
WITH task AS (
    SELECT a.id, a.file_id, a.run_id, a.version, f.snapshot_id
    FROM routes_assignment a
    JOIN core_file f ON f.id = a.file_id
    JOIN core_snapshot s ON s.id = f.snapshot_id
    JOIN organisation_mandate m ON m.id = %(mandate)s AND m.person_id = %(person)s AND m.office_id = a.office_id
    WHERE a.id = %(task)s AND a.state = 'open' AND s.sha256 = %(read)s
      AND m.since <= %(on)s AND (m.until IS NULL OR m.until >= %(on)s)
    FOR UPDATE OF f
), decided AS (
    UPDATE routes_assignment a
    SET state = 'approved', version = a.version + 1, decided_at = now(), decided_by_id = %(person)s,
        mandate_id = %(mandate)s, seen_id = task.snapshot_id
    FROM task WHERE a.id = task.id
    RETURNING a.id, a.file_id, a.version
), opened AS (
    UPDATE routes_assignment a
    SET state = 'open', version = a.version + 1, opened_on = %(on)s, due_on = (
        SELECT date FROM organisation_workingday
        WHERE calendar = 'ID' AND is_working
          AND ordinal = a.days + (SELECT ordinal FROM organisation_workingday WHERE calendar = 'ID' AND date = %(on)s)
    )
    FROM task
    WHERE a.id = (SELECT id FROM routes_assignment WHERE run_id = task.run_id AND state = 'waiting' ORDER BY "order" LIMIT 1)
    RETURNING a.id, a.file_id, a.version, a.office_id
), bumped AS (
    UPDATE core_file f SET version = f.version + 1 FROM task WHERE f.id = task.file_id
), entry AS (
    INSERT INTO core_journalentry (act, "on", person_id, office_id, mandate_id, reason, read, body, values)
    SELECT 'routes.Assignment.approve', %(on)s, %(person)s, %(office)s, %(mandate)s, '', %(read)s, '', '{}'
    FROM task
    RETURNING id
), noted AS (
    INSERT INTO core_journalsubject (entry_id, kind, object_id, file_id, from_state, to_state, version)
    SELECT entry.id, 'assignment', d.id, d.file_id, 'open', 'approved', d.version FROM entry, decided d
    UNION ALL
    SELECT entry.id, 'assignment', o.id, o.file_id, 'waiting', 'open', o.version FROM entry, opened o
)
INSERT INTO core_outbox (entry_id, topic, object_id, office_id, payload, attempts, last_error)
SELECT entry.id, 'your_turn', o.id, o.office_id, '{}', 0, '' FROM entry, opened o
RETURNING id
