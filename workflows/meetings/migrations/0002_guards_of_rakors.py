"""What a rakor decided is put down while it is held, for its own territory and round, and never rewritten; nor is who came."""

from django.db import migrations

ROWS = """
CREATE TRIGGER motionrow_rows BEFORE UPDATE OR DELETE ON meetings_motionrow
FOR EACH ROW EXECUTE FUNCTION siklus_refuse_rewriting();
CREATE TRIGGER motionrow_table BEFORE TRUNCATE ON meetings_motionrow
FOR EACH STATEMENT EXECUTE FUNCTION siklus_refuse_rewriting();
"""
NO_ROWS = "DROP TRIGGER motionrow_rows ON meetings_motionrow; DROP TRIGGER motionrow_table ON meetings_motionrow;"

MOTIONS = """
CREATE FUNCTION siklus_refuse_rewriting_motions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'motion % stands as it was put down', OLD.id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER motions_are_not_struck BEFORE DELETE ON meetings_motion
FOR EACH ROW EXECUTE FUNCTION siklus_refuse_rewriting_motions();
CREATE TRIGGER motions_stay BEFORE UPDATE ON meetings_motion FOR EACH ROW
WHEN (to_jsonb(OLD) - 'state' - 'version' IS DISTINCT FROM to_jsonb(NEW) - 'state' - 'version')
EXECUTE FUNCTION siklus_refuse_rewriting_motions();

CREATE FUNCTION siklus_refuse_motion_out_of_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held boolean;
BEGIN
    SELECT state = 'held' INTO STRICT held FROM meetings_rakor WHERE file_id = NEW.rakor_id;
    IF NOT held OR NEW.file_id <> NEW.rakor_id THEN
        RAISE EXCEPTION 'rakor % decides nothing now', NEW.rakor_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER motions_while_held AFTER INSERT ON meetings_motion
FOR EACH ROW EXECUTE FUNCTION siklus_refuse_motion_out_of_place();

CREATE FUNCTION siklus_refuse_foreign_motion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM meetings_motion m JOIN meetings_rakor k ON k.file_id = m.rakor_id JOIN core_file f ON f.id = k.file_id
        JOIN organisation_region own ON own.id = f.region_id
        JOIN villages_kampungkb u ON u.id = NEW.kampung_id JOIN organisation_region v ON v.id = u.region_id
        LEFT JOIN evaluations_evaluation e ON e.file_id = NEW.evaluation_id
        WHERE m.id = NEW.motion_id AND k.state = 'held' AND starts_with(v.path, own.path)
          AND (NEW.evaluation_id IS NULL OR (e.round_id = k.round_id AND e.kampung_id = NEW.kampung_id))
          AND (m.kind IN ('confirm_class', 'deviate_class')) = (NEW.evaluation_id IS NOT NULL)
    ) THEN
        RAISE EXCEPTION 'motion % decides nothing about unit %', NEW.motion_id, NEW.kampung_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER motions_at_home AFTER INSERT ON meetings_motionrow
FOR EACH ROW EXECUTE FUNCTION siklus_refuse_foreign_motion();
"""
NO_MOTIONS = """
DROP TRIGGER motions_at_home ON meetings_motionrow;
DROP FUNCTION siklus_refuse_foreign_motion();
DROP TRIGGER motions_while_held ON meetings_motion;
DROP FUNCTION siklus_refuse_motion_out_of_place();
DROP TRIGGER motions_stay ON meetings_motion;
DROP TRIGGER motions_are_not_struck ON meetings_motion;
DROP FUNCTION siklus_refuse_rewriting_motions();
"""

SEATS = """
CREATE FUNCTION siklus_refuse_seat_out_of_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR NOT EXISTS (
        SELECT FROM meetings_rakor WHERE file_id = NEW.rakor_id AND file_id = NEW.file_id AND state IN ('invited', 'held')
    ) THEN
        RAISE EXCEPTION 'who was invited and came stands' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER seats_stay AFTER INSERT OR UPDATE OR DELETE ON meetings_seat
FOR EACH ROW EXECUTE FUNCTION siklus_refuse_seat_out_of_time();
"""
NO_SEATS = "DROP TRIGGER seats_stay ON meetings_seat; DROP FUNCTION siklus_refuse_seat_out_of_time();"


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_rakors"), ("core", "0003_clock_and_journal")]

    operations = [
        migrations.RunSQL(ROWS, NO_ROWS),
        migrations.RunSQL(MOTIONS, NO_MOTIONS),
        migrations.RunSQL(SEATS, NO_SEATS),
    ]
