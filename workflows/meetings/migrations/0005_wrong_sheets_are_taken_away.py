"""A wrong sheet is taken away while the record is not signed; its row stays, and nothing of it is rewritten."""

import django.db.models.deletion
import django_fsm
from django.db import migrations, models
from django.db.models import F, Q

KEPT = """
CREATE TRIGGER attendancesheet_rows BEFORE UPDATE OR DELETE ON meetings_attendancesheet
FOR EACH ROW EXECUTE FUNCTION siklus_refuse_rewriting();
"""
NOT_KEPT = "DROP TRIGGER attendancesheet_rows ON meetings_attendancesheet;"
WHOSE = "UPDATE meetings_attendancesheet SET file_id = rakor_id;"
ONLY_TAKEN_AWAY = """
CREATE TRIGGER attendancesheet_stays BEFORE DELETE ON meetings_attendancesheet
FOR EACH ROW EXECUTE FUNCTION siklus_refuse_rewriting();
CREATE TRIGGER attendancesheet_rows BEFORE UPDATE ON meetings_attendancesheet FOR EACH ROW
WHEN (to_jsonb(OLD) - 'state' - 'version' IS DISTINCT FROM to_jsonb(NEW) - 'state' - 'version')
EXECUTE FUNCTION siklus_refuse_rewriting();

CREATE FUNCTION siklus_refuse_late_taking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM meetings_rakor WHERE file_id = NEW.rakor_id AND state IN ('record_signed', 'closed')) THEN
        RAISE EXCEPTION 'what lay beside the signed record of rakor % stays', NEW.rakor_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER attendancesheet_while_unsigned AFTER UPDATE OF state ON meetings_attendancesheet
FOR EACH ROW EXECUTE FUNCTION siklus_refuse_late_taking();
"""
NOT_TAKEN_AWAY = """
DROP TRIGGER attendancesheet_while_unsigned ON meetings_attendancesheet;
DROP FUNCTION siklus_refuse_late_taking();
DROP TRIGGER attendancesheet_rows ON meetings_attendancesheet;
DROP TRIGGER attendancesheet_stays ON meetings_attendancesheet;
"""


def of_a_file(**more):
    return models.ForeignKey("core.file", on_delete=django.db.models.deletion.PROTECT, related_name="sheets", **more)


class Migration(migrations.Migration):
    dependencies = [("core", "0012_begun_once_a_key"), ("meetings", "0004_signed_lists_of_attendance")]

    operations = [
        migrations.RunSQL(NOT_KEPT, KEPT),
        migrations.RemoveConstraint("attendancesheet", "attendance_sheet_once"),
        migrations.AddField("attendancesheet", "file", of_a_file(null=True)),
        migrations.RunSQL(WHOSE, migrations.RunSQL.noop),
        migrations.AlterField("attendancesheet", "file", of_a_file()),
        migrations.AddField(
            "attendancesheet", "state",
            django_fsm.FSMField(choices=[("attached", "terlampir"), ("taken_away", "dicabut")], default="attached", max_length=50),
        ),
        migrations.AddField("attendancesheet", "version", models.IntegerField(default=0)),
        migrations.AddConstraint(
            "attendancesheet",
            models.UniqueConstraint(fields=["rakor", "attachment"], condition=Q(state="attached"), name="attendance_sheet_once"),
        ),
        migrations.AddConstraint(
            "attendancesheet", models.CheckConstraint(condition=Q(file=F("rakor")), name="attendance_sheet_of_its_rakor")
        ),
        migrations.RunSQL(ONLY_TAKEN_AWAY, NOT_TAKEN_AWAY),
    ]
