"""The villages of a motion are read in the order in which the rakor named them."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("meetings", "0006_answers_to_invitations")]

    operations = [
        migrations.AlterModelOptions(
            name="motionrow", options={"ordering": ["pk"], "verbose_name": "Kampung KB dalam keputusan rakor"}
        ),
    ]
