-- A round closes: the same rows written as `Round.conclude` writes, as sets.
WITH round AS (
    SELECT r.file_id, r.year, r.version FROM evaluations_round r
    JOIN core_file f ON f.id = r.file_id
    JOIN organisation_mandate m ON m.id = %(mandate)s AND m.person_id = %(person)s AND m.office_id = f.office_id
    WHERE r.file_id = %(round)s AND r.state = 'at_rakor' AND m.since <= %(on)s AND (m.until IS NULL OR m.until >= %(on)s)
      AND NOT EXISTS (SELECT FROM evaluations_evaluation e WHERE e.round_id = r.file_id AND e.state = 'accepted')
    FOR UPDATE OF f
), entry AS (
    INSERT INTO core_journalentry (act, "on", person_id, office_id, mandate_id, reason, read, body, values)
    SELECT 'evaluations.Round.conclude', %(on)s, %(person)s, %(office)s, %(mandate)s, '', '', '', '{}' FROM round
    RETURNING id
), closed AS (
    UPDATE evaluations_round r SET state = 'closed', version = r.version + 1 FROM round WHERE r.file_id = round.file_id
), noted AS (
    INSERT INTO core_journalsubject (entry_id, kind, object_id, file_id, from_state, to_state, version)
    SELECT entry.id, 'round', round.file_id, round.file_id, 'at_rakor', 'closed', round.version + 1 FROM entry, round
), left_over AS (
    UPDATE routes_assignment a SET state = 'voided', version = a.version + 1
    FROM evaluations_evaluation e, round
    WHERE e.round_id = round.file_id AND e.state NOT IN ('accepted', 'decided') AND a.file_id = e.file_id AND a.state IN ('waiting', 'open')
)
INSERT INTO evaluations_yearlyclass (kampung_id, year, evaluation_id, computed, decided, reason, entry_id)
SELECT e.kampung_id, round.year, e.file_id, e.computed, e.decided_class, e.deviation, entry.id
FROM entry, round JOIN evaluations_evaluation e ON e.round_id = round.file_id AND e.state = 'decided'
RETURNING id
