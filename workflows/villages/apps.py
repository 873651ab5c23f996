from django.apps import AppConfig


class VillagesConfig(AppConfig):
    name = "workflows.villages"
    label = "villages"
