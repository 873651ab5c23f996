"""From its opening on, a round keeps its territory, year, instrument, questions and cut-off day: its classes rest on them."""

from django.db import migrations

LOCK = """
CREATE FUNCTION siklus_refuse_another_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'round % keeps what it was opened with', OLD.file_id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER what_a_round_was_opened_with_stays BEFORE UPDATE ON evaluations_round FOR EACH ROW
WHEN (OLD.state <> 'planned' AND (OLD.file_id, OLD.region_id, OLD.year, OLD.instrument_id, OLD.questionnaire_id, OLD.cutoff_on)
      IS DISTINCT FROM (NEW.file_id, NEW.region_id, NEW.year, NEW.instrument_id, NEW.questionnaire_id, NEW.cutoff_on))
EXECUTE FUNCTION siklus_refuse_another_round();
"""
UNLOCK = """
DROP TRIGGER what_a_round_was_opened_with_stays ON evaluations_round;
DROP FUNCTION siklus_refuse_another_round();
"""


class Migration(migrations.Migration):
    dependencies = [("evaluations", "0005_saved_sections")]

    operations = [migrations.RunSQL(LOCK, UNLOCK)]
