-- Of each unit what two years leave: designated, evaluated last year (the class kept) and this year (four fifths done), each evaluation
-- with its tasks; of each regency its decree, rounds, rakor and contest, as copies of those given.
CREATE TEMP TABLE paper ON COMMIT DROP AS
SELECT nextval(pg_get_serial_sequence('core_file', 'id')) AS id, papers.* FROM (
    SELECT what, kinds.kind, s.id AS region, a.id AS office, s.g, NULL::bigint AS unit, like_this
    FROM spot s
    JOIN organisation_office a ON a.region_id = s.id AND a.role = 'agency'
    CROSS JOIN (VALUES ('decree', 'decree', %(decree)s), ('round last', 'round', %(last_round)s), ('round this', 'round', %(this_round)s),
                       ('rakor', 'rakor', %(rakor)s), ('contest', 'competition', %(contest)s)) kinds (what, kind, like_this)
    WHERE s.level = 'regency'
    UNION ALL SELECT what, kinds.kind, village, CASE kinds.kind WHEN 'entry' THEN agency ELSE head END, g, u.id, NULL
    FROM unit u CROSS JOIN (VALUES ('last', 'evaluation'), ('this', 'evaluation'), ('entry', 'entry')) kinds (what, kind)
    WHERE what <> 'entry' OR m %% 12 = 0
) papers;
ANALYZE unit, paper;
INSERT INTO core_file (id, kind, title, region_id, zone, office_id, drafted_by_id, version, example)
SELECT id, kind, format('Contoh %%s %%s', what, g), region, 'Asia/Jakarta', office, %(person)s, 0, true FROM paper;
INSERT INTO decrees_decree
SELECT (jsonb_populate_record(d, jsonb_build_object('file_id', p.id))).* FROM paper p JOIN decrees_decree d ON d.file_id = p.like_this;
INSERT INTO decrees_effect (kampung_id, decree_id, kind, since, entry_id)
SELECT u.id, p.id, 'designate', %(since)s, %(entry)s FROM unit u JOIN paper p ON p.g = u.g AND p.what = 'decree';
INSERT INTO evaluations_round
SELECT (jsonb_populate_record(r, jsonb_build_object('file_id', p.id, 'region_id', p.region,
                                                    'state', CASE p.what WHEN 'round last' THEN 'closed' ELSE 'at_rakor' END))).*
FROM paper p JOIN evaluations_round r ON r.file_id = p.like_this;
INSERT INTO meetings_rakor
SELECT (jsonb_populate_record(r, jsonb_build_object('file_id', p.id, 'state', 'invited', 'round_id', o.id, 'code', left(md5(p.id::text), 22)))).*
FROM paper p JOIN meetings_rakor r ON r.file_id = p.like_this JOIN paper o ON o.g = p.g AND o.what = 'round this';
INSERT INTO contests_competition
SELECT (jsonb_populate_record(c, jsonb_build_object('file_id', p.id, 'state', 'announced'))).*
FROM paper p JOIN contests_competition c ON c.file_id = p.like_this;
INSERT INTO contests_entry (file_id, competition_id, kampung_id, state, version)
SELECT e.id, c.id, e.unit, 'nominated', 0 FROM paper e JOIN paper c ON c.g = e.g AND c.what = 'contest' WHERE e.what = 'entry';
INSERT INTO evaluations_evaluation (file_id, round_id, kampung_id, answers, facts, outcome, computed, decided_class, deviation, state, version)
SELECT p.id, o.id, u.id, '{}', CASE WHEN state = 'draft' THEN '{}' ELSE found.facts END,
       CASE WHEN state <> 'draft' THEN found.outcome END, CASE WHEN state = 'draft' THEN '' ELSE found.class END,
       CASE WHEN state = 'decided' THEN found.class ELSE '' END, '', state, 0
FROM paper p
JOIN unit u ON u.id = p.unit
JOIN paper o ON o.g = p.g AND o.what = 'round ' || p.what
JOIN found ON found.unit = u.id
CROSS JOIN LATERAL (SELECT CASE WHEN p.what = 'last' THEN 'decided' WHEN u.done < 0.1 THEN 'draft' WHEN u.done < 0.2 THEN 'submitted'
                           ELSE 'accepted' END AS state) now
WHERE p.what IN ('last', 'this');
INSERT INTO evaluations_yearlyclass (kampung_id, year, evaluation_id, computed, decided, reason, entry_id)
SELECT e.kampung_id, r.year, e.file_id, e.computed, e.decided_class, '', %(entry)s
FROM paper p JOIN evaluations_evaluation e ON e.file_id = p.id JOIN evaluations_round r ON r.file_id = e.round_id WHERE p.what = 'last';
CREATE TEMP TABLE task ON COMMIT DROP AS
SELECT nextval(pg_get_serial_sequence('routes_assignment', 'id')) AS id, p.id AS file, u.village, step.n, step.kind,
       (ARRAY[u.head, u.camat, u.agency])[step.n + 1] AS office,
       CASE WHEN e.state IN ('accepted', 'decided') OR e.state = 'submitted' AND n = 0 THEN 'approved'
            WHEN e.state = 'submitted' AND n = 2 THEN 'waiting' ELSE 'open' END AS state,
       CASE p.what WHEN 'last' THEN %(today)s - 360 ELSE %(today)s - 40 END + 5 * step.n AS opened_on
FROM paper p
JOIN unit u ON u.id = p.unit
JOIN evaluations_evaluation e ON e.file_id = p.id
JOIN (VALUES (0, 'self_evaluation'), (1, 'endorse'), (2, 'endorse')) step (n, kind) ON e.state <> 'draft' OR step.n = 0;
INSERT INTO routes_assignment (id, file_id, "order", kind, office_id, region_id, state, version, days, opened_on, due_on, decided_at,
                               decided_by_id, mandate_id, note, reply)
SELECT id, file, n, kind, office, village, state, 0, 5, CASE WHEN state <> 'waiting' THEN opened_on END, opened_on + 5,
       CASE WHEN state = 'approved' THEN opened_on + 4 END, CASE WHEN state = 'approved' THEN %(person)s END,
       CASE WHEN state = 'approved' THEN %(mandate)s END, '', ''
FROM task;
INSERT INTO core_journalsubject (entry_id, kind, object_id, file_id, from_state, to_state, version)
SELECT %(entry)s, 'assignment', id, file, 'open', 'approved', 1 FROM task WHERE state = 'approved'
