"""What forms and requests began with a key is noted beside whatever they began, no longer with files alone."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

KEPT = """
INSERT INTO core_begun (person_id, key, asked, made)
SELECT drafted_by_id, key, encode(sha256('null'), 'hex'), id FROM core_file WHERE key <> ''
"""


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0011_file_token_by_database"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Begun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=100)),
                ("asked", models.CharField(max_length=64)),
                ("made", models.BigIntegerField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("person", "key"), name="begun_once_a_key")],
            },
        ),
        migrations.RunSQL(KEPT, migrations.RunSQL.noop),
        migrations.RemoveConstraint(model_name="file", name="file_once_a_key"),
        migrations.RemoveField(model_name="file", name="key"),
    ]
