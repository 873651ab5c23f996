from django.apps import AppConfig


class DecreesConfig(AppConfig):
    name = "workflows.decrees"
    label = "decrees"
