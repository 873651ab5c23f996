"""Every file gets the unguessable name under which the public may check its paper."""

from django.db import migrations, models

import workflows.core.models

FILL = """UPDATE core_file
SET token = translate(rtrim(encode(uuid_send(gen_random_uuid()), 'base64'), '='), '+/', '-_') WHERE token IS NULL"""


class Migration(migrations.Migration):
    dependencies = [("core", "0003_clock_and_journal")]

    operations = [
        migrations.AddField("file", "token", models.CharField(max_length=22, null=True)),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AlterField(
            "file", "token",
            models.CharField(default=workflows.core.models.new_token, editable=False, max_length=22, unique=True),
        ),
    ]  # fmt: skip
