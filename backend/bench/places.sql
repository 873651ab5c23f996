-- Villages of an invented nation from number %(first)s up to %(last)s, with the real one's shape: %(size)s villages to a regency,
-- twelve to a kecamatan, 38 provinces; each with its offices and its Kampung KB.
SELECT setseed(0.83763);
CREATE TEMP TABLE spot ON COMMIT DROP AS
WITH village AS (
    SELECT n, n / %(size)s AS g, n %% %(size)s AS m, n %% %(size)s / 12 AS d FROM generate_series(%(first)s, %(last)s - 1) n
), regency AS (
    SELECT g, (11 + g %% 38)::text AS up, format('%%s.%%s', 11 + g %% 38, lpad((g / 38 + 1)::text, 2, '0')) AS code FROM village GROUP BY g
), district AS (
    SELECT g, d, r.code AS up, format('%%s.%%s', r.code, lpad((d + 1)::text, 2, '0')) AS code FROM village JOIN regency r USING (g)
    GROUP BY g, d, r.code
)
SELECT nextval(pg_get_serial_sequence('organisation_region', 'id')) AS id, spots.* FROM (
    SELECT 'province' AS level, 'provinsi' AS kind, '' AS up, n::text AS code, NULL::int AS g, NULL::int AS m
    FROM generate_series(11, 48) n WHERE %(first)s = 0
    UNION ALL SELECT 'regency', 'kabupaten', up, code, g, NULL FROM regency
    UNION ALL SELECT 'district', 'kecamatan', up, code, g, NULL FROM district
    UNION ALL SELECT 'village', 'desa', d.code, format('%%s.%%s', d.code, 2001 + m), g, m FROM village JOIN district d USING (g, d)
) spots;
INSERT INTO organisation_regioncode (region_id, code, basis, since) SELECT id, code, 'Contoh', '2016-01-01' FROM spot;
INSERT INTO organisation_regionname (region_id, name, since) SELECT id, format('Contoh %%s %%s', kind, code), '2016-01-01' FROM spot;
INSERT INTO organisation_region (id, parent_id, level, kind, name, zone, path)
WITH RECURSIVE placed AS (
    SELECT id, NULL::bigint AS parent, code, lpad(id::text, 8, '0') || '/' AS path FROM spot WHERE level = 'province'
    UNION ALL SELECT r.id, NULL, c.code, r.path FROM organisation_region r JOIN organisation_regioncode c ON c.region_id = r.id
    WHERE r.level = 'province' AND %(first)s > 0
    UNION ALL SELECT s.id, p.id, s.code, p.path || lpad(s.id::text, 8, '0') || '/' FROM placed p JOIN spot s ON s.up = p.code
)
SELECT s.id, p.parent, s.level, s.kind, format('Contoh %%s %%s', s.kind, s.code), 'Asia/Jakarta', p.path FROM placed p JOIN spot s USING (id);
ANALYZE spot;
INSERT INTO organisation_office (role, region_id, label, place, state, version)
SELECT role, s.id, format('Contoh %%s %%s', role, s.code), '', 'active', 0
FROM spot s JOIN (VALUES ('province', 'agency'), ('regency', 'agency'), ('regency', 'regent'), ('district', 'camat'),
                         ('village', 'village_head')) roles (level, role) USING (level);
INSERT INTO villages_kampungkb (region_id, scope, hamlet, name, state, version)
SELECT id, 'village', '', '', 'designated', 0 FROM spot WHERE level = 'village';
CREATE TEMP TABLE unit ON COMMIT DROP AS
SELECT k.id, v.id AS village, v.code, v.g, v.m, h.id AS head, c.id AS camat, a.id AS agency, random() AS done
FROM spot v
JOIN villages_kampungkb k ON k.region_id = v.id
JOIN organisation_office h ON h.region_id = v.id
JOIN spot d ON d.level = 'district' AND d.code = v.up
JOIN organisation_office c ON c.region_id = d.id
JOIN spot r ON r.level = 'regency' AND r.code = d.up
JOIN organisation_office a ON a.region_id = r.id AND a.role = 'agency';
