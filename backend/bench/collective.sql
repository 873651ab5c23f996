-- A decree that designates its rows takes effect today: the same rows written as `Assignment.sign` writes, as sets.
WITH task AS (
    SELECT a.id, a.file_id, a.version, f.snapshot_id, d.version AS decree_version, f.office_id AS drafting_office
    FROM routes_assignment a
    JOIN core_file f ON f.id = a.file_id
    JOIN decrees_decree d ON d.file_id = f.id
    JOIN organisation_mandate m ON m.id = %(mandate)s AND m.person_id = %(person)s AND m.office_id = a.office_id
    WHERE a.id = %(task)s AND a.state = 'open' AND d.state = 'numbered'
      AND m.since <= %(on)s AND (m.until IS NULL OR m.until >= %(on)s)
    FOR UPDATE OF f
), row AS (
    SELECT r.kampung_id, k.state, k.version, k.region_id, o.id AS head, task.file_id
    FROM task
    JOIN decrees_decreerow r ON r.decree_id = task.file_id AND NOT r.struck
    JOIN villages_kampungkb k ON k.id = r.kampung_id
    LEFT JOIN organisation_office o ON o.region_id = k.region_id AND o.role = 'village_head' AND o.state = 'active'
), entry AS (
    INSERT INTO core_journalentry (act, "on", person_id, office_id, mandate_id, reason, read, body, values)
    SELECT 'routes.Assignment.sign', %(on)s, %(person)s, %(office)s, %(mandate)s, '', '', '', '{}'
    FROM task
    RETURNING id
), signed AS (
    UPDATE routes_assignment a
    SET state = 'approved', version = a.version + 1, decided_at = now(), decided_by_id = %(person)s,
        mandate_id = %(mandate)s, seen_id = task.snapshot_id
    FROM task WHERE a.id = task.id
), decree AS (
    UPDATE decrees_decree d SET state = 'in_force', version = d.version + 1, in_force_on = %(on)s
    FROM task WHERE d.file_id = task.file_id
), number AS (
    UPDATE decrees_decreenumber n SET state = 'issued', version = n.version + 1
    FROM task WHERE n.file_id = task.file_id AND n.state = 'reserved'
    RETURNING n.id, n.file_id, n.version
), village AS (
    UPDATE villages_kampungkb k SET state = 'designated', version = k.version + 1 FROM row WHERE k.id = row.kampung_id
), fact AS (
    INSERT INTO decrees_effect (decree_id, kampung_id, kind, since, entry_id)
    SELECT row.file_id, row.kampung_id, 'designate', %(on)s, entry.id FROM row, entry
), claim AS (
    UPDATE decrees_claim c SET open = false FROM task WHERE c.decree_id = task.file_id AND c.open
), bumped AS (
    UPDATE core_file f SET version = f.version + 1 FROM task WHERE f.id = task.file_id
), follow_up AS (
    INSERT INTO routes_assignment (file_id, "order", kind, office_id, region_id, state, version, days, opened_on, due_on, note, reply)
    SELECT file_id, 0, 'follow_up', head, region_id, 'open', 0, 30, %(on)s, %(on)s::date + 30, '', '' FROM row WHERE head IS NOT NULL
    RETURNING id, file_id, office_id
), noted AS (
    INSERT INTO core_journalsubject (entry_id, kind, object_id, file_id, from_state, to_state, version)
    SELECT entry.id, 'assignment', task.id, task.file_id, 'open', 'approved', task.version + 1 FROM entry, task
    UNION ALL
    SELECT entry.id, 'decree', task.file_id, task.file_id, 'numbered', 'in_force', task.decree_version + 1 FROM entry, task
    UNION ALL
    SELECT entry.id, 'decreenumber', number.id, number.file_id, 'reserved', 'issued', number.version FROM entry, number
    UNION ALL
    SELECT entry.id, 'kampungkb', row.kampung_id, NULL, row.state, 'designated', row.version + 1 FROM entry, row
    UNION ALL
    SELECT entry.id, 'assignment', follow_up.id, follow_up.file_id, '', 'open', 0 FROM entry, follow_up
)
INSERT INTO core_outbox (entry_id, topic, object_id, office_id, payload, attempts, last_error)
SELECT entry.id, 'village_moved', row.kampung_id, row.head, jsonb_build_object('decree', row.file_id), 0, ''
FROM entry, row WHERE row.head IS NOT NULL
UNION ALL
SELECT entry.id, 'in_force', task.file_id, task.drafting_office, '{}', 0, '' FROM entry, task
UNION ALL
SELECT entry.id, 'your_turn', follow_up.id, follow_up.office_id, '{}', 0, '' FROM entry, follow_up
RETURNING id
