"""Messages that somebody sent again by hand."""

from django.db import models
from django.db.models import PROTECT, ForeignKey
from django.db.models.functions import Now

from workflows.core.models import PERSON

from .delivery import Delivery


class Retry(models.Model):
    """A message that had failed for good and was begun anew: who, when, and what was wrong before."""

    at = models.DateTimeField(db_default=Now())
    by = ForeignKey(PERSON, PROTECT, related_name="+")
    delivery = ForeignKey(Delivery, PROTECT, related_name="retries")
    before = models.TextField(default="")

    def __str__(self) -> str:
        return f"{self.by}: {self.delivery}"
