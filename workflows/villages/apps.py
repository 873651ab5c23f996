from django.apps import AppConfig


class VillagesConfig(AppConfig):
    name = "workflows.villages"
    label = "villages"
    default_auto_field = "django.db.models.BigAutoField"
