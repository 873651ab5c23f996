"""A snapshot is what somebody decided on; it is never rewritten."""

from django.db import migrations

GUARD = """
CREATE TRIGGER snapshot_rows BEFORE UPDATE OR DELETE ON core_snapshot FOR EACH ROW EXECUTE FUNCTION siklus_refuse_rewriting();
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0005_find_uploads_by_hash")]

    operations = [migrations.RunSQL(GUARD, "DROP TRIGGER snapshot_rows ON core_snapshot;")]
