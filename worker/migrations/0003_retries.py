from django.db import migrations, models
from django.db.models.deletion import PROTECT


class Migration(migrations.Migration):

    dependencies = [
        ('worker', '0002_channels_feeds_and_webhooks'),
    ]

    operations = [
        migrations.RenameModel(old_name='ByHand', new_name='Retry'),
        migrations.RemoveField(model_name='retry', name='what'),
        migrations.RemoveField(model_name='retry', name='person'),
        migrations.AlterField(
            model_name='retry',
            name='delivery',
            field=models.ForeignKey(on_delete=PROTECT, related_name='retries', to='worker.delivery'),
        ),
    ]
