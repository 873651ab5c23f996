"""The database's own clock, and a journal that nobody rewrites."""

from django.db import migrations

TODAY = """
INSERT INTO core_clock (id, kind) VALUES (1, 'live');
CREATE FUNCTION siklus_today(zone text) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE kind WHEN 'story' THEN date ELSE (now() AT TIME ZONE zone)::date END FROM core_clock
$$;
"""

APPEND_ONLY = """
CREATE FUNCTION siklus_refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only (% on %)', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
"""

GUARD = """
CREATE TRIGGER journal_rows BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION siklus_refuse_rewriting();
CREATE TRIGGER journal_table BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION siklus_refuse_rewriting();
"""

UNGUARD = "DROP TRIGGER journal_rows ON {table}; DROP TRIGGER journal_table ON {table};"

GOES_LIVE_ONCE = """
CREATE FUNCTION siklus_clock_never_goes_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.kind = 'live' AND NEW.kind = 'story' AND EXISTS (SELECT FROM core_journalentry) THEN
        RAISE EXCEPTION 'a live database never becomes a story again';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER clock_goes_live_once BEFORE UPDATE ON core_clock FOR EACH ROW EXECUTE FUNCTION siklus_clock_never_goes_back();
"""

JOURNAL = ["core_journalentry", "core_journalsubject"]


class Migration(migrations.Migration):
    dependencies = [("core", "0000_extensions"), ("core", "0002_initial")]

    operations = [
        migrations.RunSQL(TODAY, "DROP FUNCTION siklus_today(text); DELETE FROM core_clock;"),
        migrations.RunSQL(APPEND_ONLY, "DROP FUNCTION siklus_refuse_rewriting();"),
        *(migrations.RunSQL(GUARD.format(table=table), UNGUARD.format(table=table)) for table in JOURNAL),
        migrations.RunSQL(
            GOES_LIVE_ONCE, "DROP TRIGGER clock_goes_live_once ON core_clock; DROP FUNCTION siklus_clock_never_goes_back();"
        ),
    ]
