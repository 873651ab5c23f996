"""The sheets of the list of attendance as they were signed, which nobody takes away again."""

import django.db.models.deletion
from django.db import migrations, models

KEPT = """
CREATE TRIGGER attendancesheet_rows BEFORE UPDATE OR DELETE ON meetings_attendancesheet
FOR EACH ROW EXECUTE FUNCTION siklus_refuse_rewriting();
CREATE TRIGGER attendancesheet_table BEFORE TRUNCATE ON meetings_attendancesheet
FOR EACH STATEMENT EXECUTE FUNCTION siklus_refuse_rewriting();
"""
NOT_KEPT = """
DROP TRIGGER attendancesheet_rows ON meetings_attendancesheet;
DROP TRIGGER attendancesheet_table ON meetings_attendancesheet;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0003_clock_and_journal"),
        ("meetings", "0003_item_of_the_agenda"),
    ]

    operations = [
        migrations.CreateModel(
            name="AttendanceSheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "attachment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.attachment"
                    ),
                ),
                (
                    "rakor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sheets", to="meetings.rakor"
                    ),
                ),
            ],
            options={
                "verbose_name": "lembar daftar hadir",
                "constraints": [
                    models.UniqueConstraint(fields=("rakor", "attachment"), name="attendance_sheet_once")
                ],
            },
        ),
        migrations.RunSQL(KEPT, NOT_KEPT),
    ]
