-- The class of each Kampung KB of a round as the shipped instrument computes it, in one statement.
WITH told AS (
    SELECT e.file_id, pop.figures || prog.figures || prof.figures AS f,
           (SELECT count(DISTINCT s) FROM reports_report r, jsonb_array_elements_text(r.figures->'sectors') s
            WHERE r.kampung_id = e.kampung_id AND r.form = 'activity' AND r.standing
              AND r.period BETWEEN date_trunc('year', q.cutoff_on)::date AND q.cutoff_on) AS sectors
    FROM evaluations_evaluation e
    JOIN evaluations_round q ON q.file_id = e.round_id
    CROSS JOIN LATERAL (SELECT figures FROM reports_report r WHERE r.kampung_id = e.kampung_id AND r.form = 'population' AND r.standing
                        AND r.period <= q.cutoff_on ORDER BY period DESC LIMIT 1) pop
    CROSS JOIN LATERAL (SELECT figures FROM reports_report r WHERE r.kampung_id = e.kampung_id AND r.form = 'progress' AND r.standing
                        AND r.period <= q.cutoff_on ORDER BY period DESC LIMIT 1) prog
    CROSS JOIN LATERAL (SELECT figures FROM reports_report r WHERE r.kampung_id = e.kampung_id AND r.form = 'profile' AND r.standing
                        AND r.period <= q.cutoff_on ORDER BY period DESC LIMIT 1) prof
    WHERE e.round_id = %(round)s
), value AS (
    SELECT file_id, sectors, jsonb_array_length(f->'funding_sources') AS funds, jsonb_array_length(f->'groups') AS groups,
           jsonb_array_length(f->'data_used') AS data, jsonb_array_length(f->'mechanisms') AS mechanisms,
           CASE WHEN (f->>'pokja')::bool THEN 2 + ((f->>'pokja_members')::int > 0)::int + (f->>'pokja_trained')::bool::int ELSE 1 END AS pokja,
           (f->>'secretariat')::bool::int + (f->>'data_house')::bool::int AS facilities,
           (f->>'pkb_companion')::bool::int + (f->>'regulation')::bool::int AS support,
           (SELECT round(sum(CASE WHEN f->'groups' ? g AND (f->>whole)::int > 0
                                  THEN round(100.0 * (f->>part)::int / (f->>whole)::int) ELSE 0 END) / 5)
            FROM (VALUES ('bkb', 'bkb_participants', 'families_with_under_fives'),
                         ('bkr', 'bkr_participants', 'families_with_adolescents'),
                         ('bkl', 'bkl_participants', 'families_with_elderly'), ('uppka', 'uppka_participants', 'families'),
                         ('pik_r', 'pik_r_participants', 'adolescents')) pair (g, part, whole)) AS participation,
           round(100.0 * (f->>'users')::int / (f->>'couples')::int) AS cpr,
           CASE WHEN (f->>'users')::int = 0 THEN 0
                ELSE round(100.0 * ((f->>'iud')::int + (f->>'mow')::int + (f->>'mop')::int + (f->>'implant')::int) / (f->>'users')::int)
           END AS mkjp,
           round(100.0 * ((f->>'wanting_later')::int + (f->>'wanting_no_more')::int) / (f->>'couples')::int) AS unmet
    FROM told
), index AS (
    SELECT file_id,
           round((pokja
                  + CASE WHEN funds = 0 THEN 1 WHEN funds = 1 THEN 2 WHEN funds <= 4 THEN 3 ELSE 4 END
                  + CASE WHEN groups = 0 THEN 1 WHEN groups <= 2 THEN 2 WHEN groups <= 4 THEN 3 ELSE 4 END
                  + 1 + facilities + 1 + support) / 5.0, 2) >= 3 AS input,
           round((CASE WHEN data = 0 THEN 1 WHEN data = 1 THEN 2 WHEN data <= 3 THEN 3 ELSE 4 END
                  + CASE WHEN mechanisms = 0 THEN 1 WHEN mechanisms <= 2 THEN 2 WHEN mechanisms <= 4 THEN 3 ELSE 4 END
                  + CASE WHEN sectors = 0 THEN 1 WHEN sectors <= 3 THEN 2 WHEN sectors <= 6 THEN 3 ELSE 4 END) / 3.0, 2) >= 3 AS process,
           round((CASE WHEN participation < 10 THEN 1 WHEN participation <= 20 THEN 2 WHEN participation <= 30 THEN 3 ELSE 4 END
                  + CASE WHEN cpr < 30 THEN 1 WHEN cpr <= 40 THEN 2 WHEN cpr <= 50 THEN 3 ELSE 4 END
                  + CASE WHEN mkjp < 20 THEN 1 WHEN mkjp <= 22 THEN 2 WHEN mkjp <= 24 THEN 3 ELSE 4 END
                  + CASE WHEN unmet > 12 THEN 1 WHEN unmet > 9 THEN 2 WHEN unmet > 6 THEN 3 ELSE 4 END) / 4.0, 2) >= 3 AS output
    FROM value
)
SELECT file_id, CASE WHEN input AND process AND output THEN 'berkelanjutan' WHEN output AND (input OR process) THEN 'mandiri'
                     WHEN input AND process THEN 'berkembang' ELSE 'dasar' END
FROM index
