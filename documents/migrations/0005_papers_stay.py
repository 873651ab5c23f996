"""A paper of the archive never becomes another."""

from django.db import migrations

GUARD = """
CREATE TRIGGER document_rows BEFORE UPDATE ON documents_document FOR EACH ROW EXECUTE FUNCTION siklus_refuse_rewriting();
"""


class Migration(migrations.Migration):
    dependencies = [("documents", "0004_find_papers_by_hash"), ("core", "0003_clock_and_journal")]

    operations = [migrations.RunSQL(GUARD, "DROP TRIGGER document_rows ON documents_document;")]
