"""Photos and scans of a report that was sent stay with it, and no further ones are put there."""

from django.db import migrations

LOCK = """
CREATE FUNCTION siklus_refuse_changing_sent_enclosures() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched bigint[] := array_remove(ARRAY[
        CASE WHEN TG_OP <> 'INSERT' THEN OLD.report_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.report_id END], NULL);
BEGIN
    IF EXISTS (SELECT FROM reports_report WHERE id = ANY (touched) AND state <> 'draft') THEN
        RAISE EXCEPTION 'what lies beside a report that was sent stays' USING ERRCODE = 'check_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER sent_enclosures_stay BEFORE INSERT OR UPDATE OR DELETE ON reports_enclosure
FOR EACH ROW EXECUTE FUNCTION siklus_refuse_changing_sent_enclosures();
"""
UNLOCK = """
DROP TRIGGER sent_enclosures_stay ON reports_enclosure;
DROP FUNCTION siklus_refuse_changing_sent_enclosures();
"""


class Migration(migrations.Migration):
    dependencies = [("reports", "0003_sections_and_enclosures")]

    operations = [migrations.RunSQL(LOCK, UNLOCK)]
