"""What finding leans on: likeness of names, the words of an Indonesian text, numbers as they are compared."""

from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations

WORDS = """
CREATE FUNCTION siklus_words(given text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT to_tsvector('pg_catalog.indonesian', left(replace(given, '\\n', ' '), 100000))
$$;
"""
NUMBER_KEY = """
CREATE FUNCTION siklus_number_key(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(trim(regexp_replace(upper(given), '[^A-Z0-9]+', ' ', 'g')), '\\m0+(?=[0-9])', '', 'g')
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0008_seen_versions")]

    operations = [
        TrigramExtension(),
        migrations.RunSQL(WORDS, "DROP FUNCTION siklus_words(text);"),
        migrations.RunSQL(NUMBER_KEY, "DROP FUNCTION siklus_number_key(text);"),
    ]
