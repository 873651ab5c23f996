from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("decrees", "0008_fill_effects_of_rows")]

    operations = [migrations.RemoveField(model_name="effect", name="ended_by")]
