from django.apps import AppConfig


class RoutesConfig(AppConfig):
    name = "workflows.routes"
    label = "routes"
