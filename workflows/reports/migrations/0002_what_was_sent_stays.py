"""What a village sent is never rewritten: of a report only where it stands changes, and no report that was sent goes away."""

from django.db import migrations

GUARD = """
CREATE TRIGGER report_rows BEFORE DELETE OR UPDATE OF id, kampung_id, form, form_version, span, period, occasion, channel,
    reporter_id, reported_by, reported_on, first_reported_on, office_id, entered_by_id, entered_on, figures, sources, kept,
    replaces_id, merges_id, key ON reports_report
FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION siklus_refuse_rewriting();
"""


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_reports"), ("core", "0003_clock_and_journal")]

    operations = [migrations.RunSQL(GUARD, "DROP TRIGGER report_rows ON reports_report;")]
