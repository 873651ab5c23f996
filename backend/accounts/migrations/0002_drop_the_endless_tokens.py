from django.db import migrations


class Migration(migrations.Migration):
    """Tokens that never ended lay in the clear; keys take their place. The table was Django REST framework's."""

    dependencies = [("accounts", "0001_invitations_keys_and_kept_forms")]
    operations = [migrations.RunSQL("DROP TABLE IF EXISTS authtoken_token", migrations.RunSQL.noop)]
