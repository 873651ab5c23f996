from django.apps import AppConfig


class CoachingConfig(AppConfig):
    name = "workflows.coaching"
    label = "coaching"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import steps  # noqa: F401  what follows from the acts of routes is declared when all models are there
