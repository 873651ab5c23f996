"""Who takes part, what was accepted with its photos, what was decided, and the year's classes: the database keeps them."""

from django.db import migrations

APPEND_ONLY = """
CREATE TRIGGER {table}_rows BEFORE UPDATE OR DELETE ON evaluations_{table}
FOR EACH ROW EXECUTE FUNCTION siklus_refuse_rewriting();
CREATE TRIGGER {table}_table BEFORE TRUNCATE ON evaluations_{table}
FOR EACH STATEMENT EXECUTE FUNCTION siklus_refuse_rewriting();
"""
REWRITABLE = "DROP TRIGGER {table}_rows ON evaluations_{table}; DROP TRIGGER {table}_table ON evaluations_{table};"

LOCK = """
CREATE FUNCTION siklus_refuse_unlocking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'evaluation % is locked as it is', OLD.file_id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER participants_stay BEFORE UPDATE ON evaluations_evaluation FOR EACH ROW
WHEN ((OLD.file_id, OLD.round_id, OLD.kampung_id) IS DISTINCT FROM (NEW.file_id, NEW.round_id, NEW.kampung_id))
EXECUTE FUNCTION siklus_refuse_unlocking();
CREATE TRIGGER participants_are_not_struck BEFORE DELETE ON evaluations_evaluation
FOR EACH ROW EXECUTE FUNCTION siklus_refuse_unlocking();
CREATE TRIGGER accepted_answers_stay BEFORE UPDATE ON evaluations_evaluation FOR EACH ROW
WHEN (OLD.state IN ('accepted', 'decided') AND (OLD.answers, OLD.facts, OLD.outcome, OLD.computed)
      IS DISTINCT FROM (NEW.answers, NEW.facts, NEW.outcome, NEW.computed))
EXECUTE FUNCTION siklus_refuse_unlocking();
CREATE TRIGGER decided_classes_stay BEFORE UPDATE ON evaluations_evaluation FOR EACH ROW
WHEN (OLD.state = 'decided' AND (OLD.decided_class, OLD.deviation) IS DISTINCT FROM (NEW.decided_class, NEW.deviation))
EXECUTE FUNCTION siklus_refuse_unlocking();

CREATE FUNCTION siklus_refuse_changing_accepted_photos() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched bigint[] := array_remove(ARRAY[
        CASE WHEN TG_OP <> 'INSERT' THEN OLD.evaluation_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.evaluation_id END], NULL);
BEGIN
    IF EXISTS (SELECT FROM evaluations_evaluation WHERE file_id = ANY (touched) AND state IN ('accepted', 'decided')) THEN
        RAISE EXCEPTION 'the photos of an accepted evaluation stay' USING ERRCODE = 'check_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER accepted_photos_stay BEFORE INSERT OR UPDATE OR DELETE ON evaluations_evidencephoto
FOR EACH ROW EXECUTE FUNCTION siklus_refuse_changing_accepted_photos();
"""
UNLOCK = """
DROP TRIGGER accepted_photos_stay ON evaluations_evidencephoto;
DROP FUNCTION siklus_refuse_changing_accepted_photos();
DROP TRIGGER decided_classes_stay ON evaluations_evaluation;
DROP TRIGGER accepted_answers_stay ON evaluations_evaluation;
DROP TRIGGER participants_are_not_struck ON evaluations_evaluation;
DROP TRIGGER participants_stay ON evaluations_evaluation;
DROP FUNCTION siklus_refuse_unlocking();
"""


class Migration(migrations.Migration):
    dependencies = [("evaluations", "0003_rounds_and_evaluations"), ("core", "0003_clock_and_journal")]

    operations = [
        *(
            migrations.RunSQL(APPEND_ONLY.format(table=table), REWRITABLE.format(table=table))
            for table in ("questionnaire", "yearlyclass")
        ),
        migrations.RunSQL(LOCK, UNLOCK),
    ]
