-- A round opens: the same rows written as `Round.open` writes, as sets.
WITH round AS (
    SELECT r.file_id, r.cutoff_on, r.answers_by, r.year, r.version, f.example, f.zone, g.path
    FROM evaluations_round r
    JOIN core_file f ON f.id = r.file_id
    JOIN organisation_region g ON g.id = r.region_id
    JOIN organisation_mandate m ON m.id = %(mandate)s AND m.person_id = %(person)s AND m.office_id = f.office_id
    WHERE r.file_id = %(round)s AND r.state = 'planned' AND r.cutoff_on <= %(on)s
      AND m.since <= %(on)s AND (m.until IS NULL OR m.until >= %(on)s)
    FOR UPDATE OF f
), unit AS (
    SELECT k.id AS kampung, v.id AS village, v.name, o.id AS head, round.*
    FROM round
    JOIN organisation_region v ON v.path LIKE round.path || '%%' AND v.level = 'village'
    JOIN villages_kampungkb k ON k.region_id = v.id
    LEFT JOIN organisation_office o ON o.region_id = v.id AND o.role = 'village_head' AND o.state = 'active'
    WHERE EXISTS (SELECT FROM decrees_effect e WHERE e.kampung_id = k.id AND e.kind = 'designate' AND e.since <= round.cutoff_on
                    AND (e.until IS NULL OR e.until >= round.cutoff_on))
      AND NOT EXISTS (SELECT FROM decrees_effect e WHERE e.kampung_id = k.id AND e.kind = 'suspend' AND e.since <= round.cutoff_on
                        AND (e.until IS NULL OR e.until >= round.cutoff_on))
), entry AS (
    INSERT INTO core_journalentry (act, "on", person_id, office_id, mandate_id, reason, read, body, values)
    SELECT 'evaluations.Round.open', %(on)s, %(person)s, %(office)s, %(mandate)s, '', '', '', '{}' FROM round
    RETURNING id
), opened AS (
    UPDATE evaluations_round r SET state = 'open', version = r.version + 1 FROM round WHERE r.file_id = round.file_id
), numbered AS (
    SELECT nextval('core_file_id_seq') AS file, unit.* FROM unit
), file AS (
    INSERT INTO core_file (id, kind, title, region_id, zone, office_id, drafted_by_id, version, example)
    SELECT file, 'evaluation', 'Evaluasi ' || year || ' Kampung KB ' || name, village, zone, head, %(person)s, 0, example FROM numbered
    RETURNING id
), evaluation AS (
    INSERT INTO evaluations_evaluation (file_id, round_id, kampung_id, answers, facts, computed, decided_class, deviation, state, version)
    SELECT file, file_id, kampung, '{}', '{}', '', '', '', 'draft', 0 FROM numbered
    RETURNING file_id
), task AS (
    INSERT INTO routes_assignment (file_id, "order", kind, office_id, region_id, state, version, days, opened_on, due_on, note, reply)
    SELECT file, 0, 'self_evaluation', head, village, 'open', 0, 0, %(on)s, answers_by, '', '' FROM numbered
    RETURNING id, file_id, office_id
), noted AS (
    INSERT INTO core_journalsubject (entry_id, kind, object_id, file_id, from_state, to_state, version)
    SELECT entry.id, 'round', round.file_id, round.file_id, 'planned', 'open', round.version + 1 FROM entry, round
    UNION ALL
    SELECT entry.id, 'evaluation', evaluation.file_id, evaluation.file_id, '', 'draft', 0 FROM entry, evaluation
    UNION ALL
    SELECT entry.id, 'assignment', task.id, task.file_id, '', 'open', 0 FROM entry, task
)
INSERT INTO core_outbox (entry_id, topic, object_id, office_id, payload, attempts, last_error)
SELECT entry.id, 'your_turn', task.id, task.office_id, '{}', 0, '' FROM entry, task
RETURNING id
