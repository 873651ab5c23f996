"""The states of an office, with the words people see."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OfficeState(models.TextChoices):
    ACTIVE = "active", _("aktif")
    DISSOLVED = "dissolved", _("dihapus")
