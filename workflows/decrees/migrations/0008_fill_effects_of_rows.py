"""Rows take the effects of their decree; what revoked, merged or resumed before becomes an event beside the facts."""

from django.db import migrations

ROWS = """
UPDATE decrees_decreerow r SET effects = d.effects FROM decrees_decree d WHERE d.file_id = r.decree_id
"""
TERMS = """
UPDATE decrees_effect e SET term = CASE WHEN e.ended_by_id IS NULL THEN e.until WHEN e.kind = 'appoint_pokja' THEN d.expires_on END
FROM decrees_decree d WHERE d.file_id = e.decree_id
"""
EVENTS = """
INSERT INTO decrees_effect (decree_id, kampung_id, kind, since, entry_id)
SELECT r.decree_id, r.kampung_id, event, d.in_force_on, s.entry_id
FROM decrees_decreerow r
JOIN decrees_decree d ON d.file_id = r.decree_id AND d.in_force_on IS NOT NULL
JOIN core_journalsubject s ON s.kind = 'decree' AND s.object_id = r.decree_id AND s.to_state = 'in_force'
CROSS JOIN unnest(r.effects) event
WHERE NOT r.struck AND event IN ('revoke', 'merge', 'resume')
"""


class Migration(migrations.Migration):
    dependencies = [("decrees", "0007_effects_of_rows_and_changes")]

    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (ROWS, TERMS, EVENTS)]
