"""What people changed by hand about telling others."""

from django.db import models
from django.db.models import PROTECT, ForeignKey
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from workflows.core.models import PERSON

from .delivery import Delivery


class ByHand(models.Model):
    """A message tried again, or an address put right: who, when, about whom, and what stood there before."""

    class What(models.TextChoices):
        RETRY = "retry", _("mencoba kirim lagi")
        PHONE = "phone", _("memperbaiki nomor telepon")
        EMAIL = "email", _("memperbaiki alamat surel")

    at = models.DateTimeField(db_default=Now())
    by = ForeignKey(PERSON, PROTECT, related_name="+")
    what = models.CharField(max_length=10, choices=What)
    person = ForeignKey(PERSON, PROTECT, related_name="changed_by_hand")
    delivery = ForeignKey(Delivery, PROTECT, null=True, related_name="by_hand")
    before = models.TextField(default="")

    def __str__(self) -> str:
        return f"{self.get_what_display()}: {self.person}"
