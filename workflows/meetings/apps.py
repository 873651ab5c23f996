from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "workflows.meetings"
    label = "meetings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import steps  # noqa: F401  what follows from the acts on letters is declared when all models are there
