"""Whoever is invited says before the rakor whether he comes: for its day as it stands, and until it is opened."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

ANSWERS = [("comes", "akan hadir"), ("represented", "akan diwakili"), ("cannot_come", "berhalangan hadir")]
IN_TIME = """
CREATE FUNCTION siklus_refuse_late_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM meetings_rakor
        WHERE file_id = NEW.rakor_id AND state = 'invited' AND held_on = coalesce(NEW.answered_for, held_on)
    ) THEN
        RAISE EXCEPTION 'rakor % awaits no such answer', NEW.rakor_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER answers_in_time AFTER UPDATE ON meetings_seat FOR EACH ROW
WHEN ((OLD.answer, OLD.answered_for, OLD.answered_by_id, OLD.stand_in, OLD.excuse)
      IS DISTINCT FROM (NEW.answer, NEW.answered_for, NEW.answered_by_id, NEW.stand_in, NEW.excuse))
EXECUTE FUNCTION siklus_refuse_late_answer();
CREATE TRIGGER answers_in_time_too AFTER INSERT ON meetings_seat FOR EACH ROW
WHEN (NEW.answer <> '') EXECUTE FUNCTION siklus_refuse_late_answer();
"""
AT_ANY_TIME = """
DROP TRIGGER answers_in_time ON meetings_seat;
DROP TRIGGER answers_in_time_too ON meetings_seat;
DROP FUNCTION siklus_refuse_late_answer();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0012_begun_once_a_key"),
        ("meetings", "0005_wrong_sheets_are_taken_away"),
        ("organisation", "0009_pad_the_paths_of_regions"),
    ]

    operations = [
        migrations.AddField(
            "seat", "answer", models.CharField(blank=True, choices=ANSWERS, max_length=12, verbose_name="jawaban undangan")
        ),
        migrations.AddField(
            "seat", "answered_by",
            models.ForeignKey(
                "organisation.mandate", on_delete=django.db.models.deletion.PROTECT, null=True, related_name="+"
            ),
        ),
        migrations.AddField("seat", "answered_for", models.DateField(null=True, verbose_name="jawaban untuk tanggal")),
        migrations.AddField("seat", "excuse", models.CharField(blank=True, max_length=200, verbose_name="alasan berhalangan")),
        migrations.AddField("seat", "stand_in", models.CharField(blank=True, max_length=150, verbose_name="akan diwakili oleh")),
        migrations.AddConstraint(
            "seat",
            models.CheckConstraint(condition=Q(answer__in=["", *dict(ANSWERS)]), name="seat_answer_is_known"),
        ),
        migrations.AddConstraint(
            "seat",
            models.CheckConstraint(
                condition=Q(answer="", answered_for=None, answered_by=None)
                | ~Q(answer="") & Q(answered_for__isnull=False, answered_by__isnull=False),
                name="seat_answered_wholly",
            ),
        ),
        migrations.AddConstraint(
            "seat",
            models.CheckConstraint(condition=Q(stand_in="") ^ Q(answer="represented"), name="seat_stand_in_iff_represented"),
        ),
        migrations.AddConstraint(
            "seat",
            models.CheckConstraint(condition=Q(excuse="") ^ Q(answer="cannot_come"), name="seat_excuse_iff_it_cannot_come"),
        ),
        migrations.RunSQL(IN_TIME, AT_ANY_TIME),
    ]
