from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationConfig(AppConfig):
    name = "workflows.organisation"
    label = "organisation"
    verbose_name = _("Wilayah, jabatan, dan penugasan")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import substitutes  # noqa: F401  what policy says of a substitution is declared when all models are there
