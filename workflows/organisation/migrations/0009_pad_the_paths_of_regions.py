from django.db import migrations, models

PAD = """
UPDATE organisation_region SET path = (
    SELECT string_agg(lpad(part, 8, '0'), '/' ORDER BY n) || '/'
    FROM regexp_split_to_table(rtrim(path, '/'), '/') WITH ORDINALITY parts(part, n))
"""
STRIP = "UPDATE organisation_region SET path = regexp_replace(path, '(^|/)0+', '\\1', 'g')"


class Migration(migrations.Migration):
    dependencies = [("organisation", "0008_partner_agencies")]

    operations = [
        migrations.AlterField(
            model_name="region",
            name="path",
            field=models.CharField(db_collation="C", editable=False, help_text="Ids from province down: `00000001/00000023/`.",
                                   max_length=100, unique=True),
        ),
        migrations.RunSQL(PAD, STRIP),
    ]
