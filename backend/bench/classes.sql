-- The class of each Kampung KB of a round as the shipped instrument computes it, in one statement. What reports say is unpacked once.
WITH round AS MATERIALIZED (
    SELECT file_id, cutoff_on, date_trunc('year', cutoff_on)::date AS year_began FROM evaluations_round WHERE file_id = %(round)s
), told AS MATERIALIZED (
    SELECT e.file_id, pop.*, prog.*, prof.*, acts.sectors
    FROM round
    JOIN evaluations_evaluation e ON e.round_id = round.file_id
    CROSS JOIN LATERAL (SELECT figures FROM reports_report r WHERE r.kampung_id = e.kampung_id AND r.form = 'population' AND r.standing
                        AND r.period <= round.cutoff_on ORDER BY period DESC LIMIT 1) p1
    CROSS JOIN LATERAL (SELECT figures FROM reports_report r WHERE r.kampung_id = e.kampung_id AND r.form = 'progress' AND r.standing
                        AND r.period <= round.cutoff_on ORDER BY period DESC LIMIT 1) p2
    CROSS JOIN LATERAL (SELECT figures FROM reports_report r WHERE r.kampung_id = e.kampung_id AND r.form = 'profile' AND r.standing
                        AND r.period <= round.cutoff_on ORDER BY period DESC LIMIT 1) p3
    CROSS JOIN LATERAL (SELECT count(DISTINCT s) AS sectors FROM reports_report r, jsonb_array_elements_text(r.figures->'sectors') s
                        WHERE r.kampung_id = e.kampung_id AND r.form = 'activity' AND r.standing
                          AND r.period BETWEEN round.year_began AND round.cutoff_on) acts
    CROSS JOIN LATERAL jsonb_to_record(p1.figures) pop (
        families int, families_with_under_fives int, families_with_adolescents int, families_with_elderly int, adolescents int,
        couples int)
    CROSS JOIN LATERAL jsonb_to_record(p2.figures) prog (
        bkb_participants int, bkr_participants int, bkl_participants int, uppka_participants int, pik_r_participants int, users int,
        iud int, mow int, mop int, implant int, wanting_later int, wanting_no_more int)
    CROSS JOIN LATERAL jsonb_to_record(p3.figures) prof (
        pokja bool, pokja_members int, pokja_trained bool, funding_sources jsonb, groups jsonb, secretariat bool, data_house bool,
        pkb_companion bool, regulation bool, data_used jsonb, mechanisms jsonb)
), value AS MATERIALIZED (
    SELECT file_id, sectors, jsonb_array_length(funding_sources) AS funds, jsonb_array_length(groups) AS groups,
           jsonb_array_length(data_used) AS data, jsonb_array_length(mechanisms) AS mechanisms,
           CASE WHEN pokja THEN 2 + (pokja_members > 0)::int + pokja_trained::int ELSE 1 END AS pokja,
           secretariat::int + data_house::int AS facilities, pkb_companion::int + regulation::int AS support,
           round((CASE WHEN groups ? 'bkb' AND families_with_under_fives > 0
                       THEN round(100.0 * bkb_participants / families_with_under_fives) ELSE 0 END
                  + CASE WHEN groups ? 'bkr' AND families_with_adolescents > 0
                         THEN round(100.0 * bkr_participants / families_with_adolescents) ELSE 0 END
                  + CASE WHEN groups ? 'bkl' AND families_with_elderly > 0
                         THEN round(100.0 * bkl_participants / families_with_elderly) ELSE 0 END
                  + CASE WHEN groups ? 'uppka' AND families > 0 THEN round(100.0 * uppka_participants / families) ELSE 0 END
                  + CASE WHEN groups ? 'pik_r' AND adolescents > 0 THEN round(100.0 * pik_r_participants / adolescents) ELSE 0 END
                 ) / 5) AS participation,
           round(100.0 * users / couples) AS cpr,
           CASE WHEN users = 0 THEN 0 ELSE round(100.0 * (iud + mow + mop + implant) / users) END AS mkjp,
           round(100.0 * (wanting_later + wanting_no_more) / couples) AS unmet
    FROM told
), index AS MATERIALIZED (
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
