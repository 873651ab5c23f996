"""The index of village development is of desa: the database refuses one of a kelurahan, or of anything larger."""

from django.db import migrations

DESA_ONLY = """
CREATE FUNCTION siklus_refuse_development_elsewhere() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM organisation_region WHERE id = NEW.region_id AND kind IN ('desa', 'desa_adat')) THEN
        RAISE EXCEPTION 'region % is no desa', NEW.region_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER development_of_desa BEFORE INSERT OR UPDATE ON villages_developmentstatus
FOR EACH ROW EXECUTE FUNCTION siklus_refuse_development_elsewhere();
"""
ANYWHERE = """
DROP TRIGGER development_of_desa ON villages_developmentstatus;
DROP FUNCTION siklus_refuse_development_elsewhere();
"""


class Migration(migrations.Migration):
    dependencies = [("villages", "0003_development_status"), ("organisation", "0007_substitutions")]

    operations = [migrations.RunSQL(DESA_ONLY, ANYWHERE)]
