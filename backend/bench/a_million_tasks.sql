-- Fifty regencies of ten kecamatan of ten villages; fifty files a village, each with four tasks: a million in all.
-- A fifth of the files waits for the village's head, a fifth for the Camat, two for the agency, a fifth is done.
CREATE TEMP TABLE place AS
SELECT nextval(pg_get_serial_sequence('organisation_region', 'id')) AS id, n, level
FROM (SELECT n, 'regency' AS level FROM generate_series(0, 49) n
      UNION ALL SELECT n, 'district' FROM generate_series(0, 499) n
      UNION ALL SELECT n, 'village' FROM generate_series(0, 4999) n) places;
INSERT INTO organisation_region (id, parent_id, level, kind, name, zone, path)
SELECT p.id, coalesce(d.id, g.id, %(province)s), p.level,
       CASE p.level WHEN 'regency' THEN 'kabupaten' WHEN 'district' THEN 'kecamatan' ELSE 'desa' END, 'Contoh ' || p.level || ' ' || p.n,
       'Asia/Jakarta', %(path)s || coalesce(lpad(g2.id::text, 8, '0') || '/', '') || coalesce(lpad(g.id::text, 8, '0') || '/', '') || coalesce(lpad(d.id::text, 8, '0') || '/', '') || lpad(p.id::text, 8, '0') || '/'
FROM place p
LEFT JOIN place d ON p.level = 'village' AND d.level = 'district' AND d.n = p.n / 10
LEFT JOIN place g ON p.level = 'district' AND g.level = 'regency' AND g.n = p.n / 10
LEFT JOIN place g2 ON p.level = 'village' AND g2.level = 'regency' AND g2.n = p.n / 100;
CREATE TEMP TABLE desk AS
SELECT nextval(pg_get_serial_sequence('organisation_office', 'id')) AS id, n, level, id AS place FROM place;
INSERT INTO organisation_office (id, role, region_id, label, place, state, version)
SELECT id, CASE level WHEN 'regency' THEN 'agency' WHEN 'district' THEN 'camat' ELSE 'village_head' END, place,
       'Contoh kantor ' || level || ' ' || n, '', 'active', 0 FROM desk;
CREATE TEMP TABLE paper AS
SELECT nextval(pg_get_serial_sequence('core_file', 'id')) AS id, k.n, k.n / 5000 %% 5 + 1 AS turn, v.id AS village, v.place AS place, d.id AS district, g.id AS regency
FROM generate_series(0, 249999) k (n)
JOIN desk v ON v.level = 'village' AND v.n = k.n %% 5000
JOIN desk d ON d.level = 'district' AND d.n = v.n / 10
JOIN desk g ON g.level = 'regency' AND g.n = v.n / 100;
INSERT INTO core_file (id, kind, title, region_id, zone, office_id, drafted_by_id, version, example, token)
SELECT id, 'proposal', 'Contoh usulan ' || n, place, 'Asia/Jakarta', village, %(person)s, 0, true, 'x' || n FROM paper;
INSERT INTO routes_assignment (file_id, kind, office_id, region_id, state, "order", version, days, opened_on, due_on,
                               decided_at, decided_by_id, mandate_id, note, reply)
SELECT p.id, 'endorse', CASE s WHEN 1 THEN p.village WHEN 2 THEN p.district ELSE p.regency END, p.place,
       CASE WHEN s < p.turn THEN 'approved' WHEN s = p.turn THEN 'open' ELSE 'waiting' END, s, 0, 3,
       current_date - p.n %% 19, current_date + p.n %% 41 - 20,
       CASE WHEN s < p.turn THEN now() - p.n * interval '1 minute' END,
       CASE WHEN s < p.turn THEN %(person)s END, CASE WHEN s < p.turn THEN %(mandate)s END, '', ''
FROM paper p CROSS JOIN generate_series(1, 4) s
