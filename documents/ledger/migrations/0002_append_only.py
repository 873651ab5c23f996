"""The ledger is only ever added to, as the journal."""

from django.db import migrations

GUARD = """
CREATE TRIGGER ledger_rows BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION siklus_refuse_rewriting();
CREATE TRIGGER ledger_table BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION siklus_refuse_rewriting();
"""

UNGUARD = "DROP TRIGGER ledger_rows ON {table}; DROP TRIGGER ledger_table ON {table};"


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_leaves_and_seals"), ("core", "0003_clock_and_journal")]

    operations = [
        migrations.RunSQL(GUARD.format(table=table), UNGUARD.format(table=table))
        for table in ("ledger_leaf", "ledger_seal")
    ]
