from django.apps import AppConfig


class ContestsConfig(AppConfig):
    name = "workflows.contests"
    label = "contests"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import certificates, judging_record  # noqa: F401  how its letters begin is known when all models are there
