-- The act by which a decree of long ago designated all villages.
INSERT INTO core_journalentry (act, "on", person_id, office_id, mandate_id, reason, read, body, values)
VALUES ('bench', %(on)s, %(person)s, %(office)s, %(mandate)s, '', '', '', '{}');
