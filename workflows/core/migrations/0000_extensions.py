"""What PostgreSQL must bring for exclusion constraints over (office, days)."""

from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = []
    run_before = [("organisation", "0001_initial")]
    operations = [BtreeGistExtension()]
