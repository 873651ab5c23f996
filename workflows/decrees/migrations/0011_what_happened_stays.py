"""Effects, conveyances and serials of originals are only ever added; of an effect the worked-out end is written anew."""

from django.db import migrations

ROWS = """
CREATE TRIGGER {table}_rows BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION siklus_refuse_rewriting();
"""
EFFECTS = """
CREATE TRIGGER effect_rows BEFORE DELETE OR UPDATE OF id, decree_id, kampung_id, kind, since, term, entry_id ON decrees_effect
FOR EACH ROW EXECUTE FUNCTION siklus_refuse_rewriting();
"""
TABLES = ["decrees_conveyance", "decrees_printedoriginal"]


class Migration(migrations.Migration):
    dependencies = [("decrees", "0010_find_numbers_as_typed"), ("core", "0003_clock_and_journal")]

    operations = [
        *(migrations.RunSQL(ROWS.format(table=table), f"DROP TRIGGER {table}_rows ON {table};") for table in TABLES),
        migrations.RunSQL(EFFECTS, "DROP TRIGGER effect_rows ON decrees_effect;"),
    ]
