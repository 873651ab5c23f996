"""What Kampung KB were classed by is never rewritten: a change is a new version."""

from django.db import migrations

GUARD = """
CREATE TRIGGER instrument_rows BEFORE UPDATE OR DELETE ON evaluations_instrument
FOR EACH ROW EXECUTE FUNCTION siklus_refuse_rewriting();
CREATE TRIGGER instrument_table BEFORE TRUNCATE ON evaluations_instrument
FOR EACH STATEMENT EXECUTE FUNCTION siklus_refuse_rewriting();
"""
UNGUARD = "DROP TRIGGER instrument_rows ON evaluations_instrument; DROP TRIGGER instrument_table ON evaluations_instrument;"


class Migration(migrations.Migration):
    dependencies = [("evaluations", "0001_instruments"), ("core", "0003_clock_and_journal")]

    operations = [migrations.RunSQL(GUARD, UNGUARD)]
