"""A report keeps the list of sasaran that it was begun with, and once it was sent, for good.

Of which form it was begun is noted beside all that forms begin.
"""

from django.db import migrations, models

GUARD = """
DROP TRIGGER report_rows ON reports_report;
CREATE TRIGGER report_rows BEFORE DELETE OR UPDATE OF id, kampung_id, form, form_version, {aims}span, period, occasion, channel,
    reporter_id, reported_by, reported_on, first_reported_on, office_id, entered_by_id, entered_on, figures, sources, kept,
    replaces_id, merges_id{key} ON reports_report
FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION siklus_refuse_rewriting();
"""


class Migration(migrations.Migration):
    dependencies = [("reports", "0006_plan_of_work_beside_it")]

    operations = [
        migrations.AddField(
            model_name="report",
            name="aims",
            field=models.CharField(blank=True, db_default="", max_length=50, verbose_name="daftar sasaran"),
        ),
        migrations.RunSQL(GUARD.format(aims="aims, ", key=""), GUARD.format(aims="", key=", key")),
        migrations.RemoveConstraint(model_name="report", name="report_once_a_key"),
        migrations.RemoveField(model_name="report", name="key"),
    ]
