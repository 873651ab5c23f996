from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("decrees", "0002_initial")]

    operations = [
        migrations.AlterField(
            "decree", "signing",
            models.CharField(
                choices=[("none", "tanpa tanda tangan elektronik"), ("ink", "tanda tangan basah"),
                         ("tte", "tanda tangan elektronik")],
                default="none", max_length=10,
            ),
        ),
    ]  # fmt: skip
