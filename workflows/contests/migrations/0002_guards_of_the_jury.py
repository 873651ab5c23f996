"""What was published or appointed is never rewritten; and no points but a juror's own, for whom he may score, while judging."""

from django.db import migrations

APPEND_ONLY = ["rubricversion", "juror", "recusal", "fieldvisit", "ranking"]
GUARD = """
CREATE TRIGGER {table}_rows BEFORE UPDATE OR DELETE ON contests_{table}
FOR EACH ROW EXECUTE FUNCTION siklus_refuse_rewriting();
CREATE TRIGGER {table}_table BEFORE TRUNCATE ON contests_{table}
FOR EACH STATEMENT EXECUTE FUNCTION siklus_refuse_rewriting();
"""
UNGUARD = "DROP TRIGGER {table}_rows ON contests_{table}; DROP TRIGGER {table}_table ON contests_{table};"

FAIR = """
CREATE FUNCTION siklus_refuse_unfair_score() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    given contests_score := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    judged record;
BEGIN
    SELECT c.file_id AS contest, c.state, r.data, f.office_id AS nominator, v.path AS place INTO STRICT judged
    FROM contests_entry e JOIN core_file f ON f.id = e.file_id
    JOIN contests_competition c ON c.file_id = e.competition_id JOIN contests_rubricversion r ON r.id = c.rubric_id
    JOIN villages_kampungkb k ON k.id = e.kampung_id JOIN organisation_region v ON v.id = k.region_id
    WHERE e.file_id = given.participant_id;
    IF judged.state <> 'judging' THEN
        RAISE EXCEPTION 'points are given while a contest is judged, not while it is %', judged.state
            USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    IF NOT EXISTS (SELECT FROM contests_juror j LEFT JOIN organisation_region own ON own.id = j.territory_id
                   WHERE j.id = NEW.juror_id AND j.competition_id = judged.contest
                     AND j.agency_id IS DISTINCT FROM judged.nominator
                     AND (own.path IS NULL OR NOT starts_with(judged.place, own.path)))
       OR EXISTS (SELECT FROM contests_recusal WHERE juror_id = NEW.juror_id AND participant_id = NEW.participant_id) THEN
        RAISE EXCEPTION 'juror % does not score entry %', NEW.juror_id, NEW.participant_id
            USING ERRCODE = 'check_violation';
    END IF;
    IF NOT EXISTS (SELECT FROM jsonb_array_elements(judged.data->'criteria') one
                   WHERE one->>'key' = NEW.criterion
                     AND NEW.points BETWEEN 0 AND coalesce((one->>'maximum')::numeric, 100)) THEN
        RAISE EXCEPTION 'the rubric knows no % points for %', NEW.points, NEW.criterion
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER fair_scores BEFORE INSERT OR UPDATE OR DELETE ON contests_score
FOR EACH ROW EXECUTE FUNCTION siklus_refuse_unfair_score();
"""
UNFAIR = "DROP TRIGGER fair_scores ON contests_score; DROP FUNCTION siklus_refuse_unfair_score();"


class Migration(migrations.Migration):
    dependencies = [("contests", "0001_contests"), ("core", "0003_clock_and_journal")]

    operations = [
        *(migrations.RunSQL(GUARD.format(table=table), UNGUARD.format(table=table)) for table in APPEND_ONLY),
        migrations.RunSQL(FAIR, UNFAIR),
    ]
