-- What villages reported, drawn from a seed so that classes come out as they were published: 45 dasar, 110 berkembang, 42 mandiri and 132
-- berkelanjutan of 329 (Berau, December 2024, and Bondowoso, September 2025, taken together). Of single indicators no distribution is
-- published: how good a village's management is (`good`) and how well couples are served (`served`) is assumed within its class.
SELECT setseed(0.2026);
INSERT INTO reports_report (kampung_id, form, form_version, span, period, occasion, channel, reporter_id, reported_by, reported_on,
                            first_reported_on, office_id, entered_by_id, entered_on, figures, sources, kept, standing, state, version)
SELECT k.id, form.code, 1, form.span, told.on, CASE form.span WHEN 'event' THEN 'Contoh' ELSE '' END, 'app', %(person)s, '', told.on, told.on, %(office)s,
       %(person)s, told.on, form.figures, '{}', '{}', true, 'sent', 0
FROM villages_kampungkb k
CROSS JOIN LATERAL (SELECT k.id, 100 + (random() * 900)::int AS families, 80 + (random() * 300)::int AS couples,
                           width_bucket(random() * 329, ARRAY[45, 155, 197]::float[]) AS class, random() AS r, random() AS s) drawn
CROSS JOIN LATERAL (SELECT CASE class WHEN 0 THEN 0.42 * r WHEN 2 THEN 0.43 + 0.06 * r ELSE 0.5 + 0.5 * r END AS good,
                           CASE class WHEN 0 THEN s WHEN 1 THEN 0.5 * s ELSE 0.88 + 0.12 * s END AS served) aimed
CROSS JOIN LATERAL (VALUES
    ('population', 'year', jsonb_build_object(
        'families', families, 'families_with_under_fives', families / 3, 'families_with_adolescents', families / 3,
        'families_with_elderly', families / 4, 'adolescents', families / 2, 'couples', couples)),
    ('progress', 'month', jsonb_build_object(
        'bkb_participants', (families / 3 * good * 0.5)::int, 'bkr_participants', (families / 3 * good * 0.5)::int,
        'bkl_participants', (families / 4 * good * 0.5)::int, 'uppka_participants', (families * good * 0.4)::int,
        'pik_r_participants', (families / 2 * good * 0.4)::int,
        'users', (couples * (0.3 + 0.5 * served))::int, 'iud', (couples * served * 0.1)::int, 'mow', (couples * served * 0.02)::int,
        'mop', 0, 'implant', (couples * served * 0.08)::int, 'wanting_later', (couples * (1 - served) * 0.1)::int,
        'wanting_no_more', (couples * (1 - served) * 0.1)::int)),
    ('profile', 'year', jsonb_build_object(
        'pokja', good > 0.1, 'pokja_members', (good * 25)::int, 'pokja_trained', good > 0.4,
        'funding_sources', (SELECT jsonb_agg('fund ' || n) FROM generate_series(1, 1 + (good * 4)::int) n),
        'groups', (SELECT coalesce(jsonb_agg(g), '[]') FROM unnest(ARRAY['bkb', 'bkr', 'bkl', 'uppka', 'pik_r']) WITH ORDINALITY u(g, n)
                   WHERE n <= good * 7),
        'secretariat', good > 0.3, 'data_house', good > 0.4, 'pkb_companion', true, 'regulation', good > 0.5,
        'data_used', (SELECT coalesce(jsonb_agg(d), '[]')
                      FROM unnest(ARRAY['family_data', 'routine_data', 'village_potential', 'sector_data']) WITH ORDINALITY u(d, n)
                      WHERE n <= good * 5),
        'mechanisms', (SELECT coalesce(jsonb_agg(m), '[]')
                       FROM unnest(ARRAY['planning_meeting', 'coordination_meeting', 'outreach', 'monitoring', 'report_writing'])
                            WITH ORDINALITY u(m, n) WHERE n <= good * 6))),
    ('activity', 'event', jsonb_build_object(
        'sectors', (SELECT jsonb_agg('sector ' || n) FROM generate_series(1, 1 + (good * 7)::int) n)))
) AS form (code, span, figures)
CROSS JOIN LATERAL unnest(CASE form.code WHEN 'progress' THEN %(months)s::date[] ELSE ARRAY[%(period)s::date] END) told ("on")
WHERE k.id > %(after)s
