from django.apps import AppConfig


class VillagesConfig(AppConfig):
    name = "workflows.villages"
    label = "villages"

    def ready(self) -> None:
        from . import steps  # noqa: F401  what follows from the acts of routes is declared when all models are there
