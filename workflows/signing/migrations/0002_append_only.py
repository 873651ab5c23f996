"""What was asked of a signer and what it answered is never rewritten."""

from django.db import migrations

GUARD = """
CREATE TRIGGER signing_rows BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION siklus_refuse_rewriting();
CREATE TRIGGER signing_table BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION siklus_refuse_rewriting();
"""
UNGUARD = "DROP TRIGGER signing_rows ON {table}; DROP TRIGGER signing_table ON {table};"
TABLES = ["signing_signingrequest", "signing_signingdoubt", "signing_signingoutcome"]


class Migration(migrations.Migration):
    dependencies = [("signing", "0001_requests_and_outcomes"), ("core", "0003_clock_and_journal")]

    operations = [migrations.RunSQL(GUARD.format(table=table), UNGUARD.format(table=table)) for table in TABLES]
