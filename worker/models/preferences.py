"""How a person wants to be told."""

from datetime import time
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CASCADE, OneToOneField
from django.utils.translation import gettext_lazy as _

from workflows.core.models import PERSON

from .delivery import OUTWARD

NIGHT = time(20), time(6)
NEXT_AFTER = 24  # hours


def usual_order() -> list[str]:
    return [channel.value for channel in OUTWARD]


class Preferences(models.Model):
    """Whoever has no row has the defaults. In the app everybody is told of everything at once; this is about the rest.

    What asks for a decision cannot be switched off. `next_after`: hours until the next channel tells what was not read.
    """

    person = OneToOneField(PERSON, CASCADE, primary_key=True, related_name="preferences")
    order = ArrayField(models.CharField(max_length=10), verbose_name=_("urutan saluran"), default=usual_order)
    telegram = models.CharField(_("nomor obrolan Telegram"), max_length=20, blank=True)
    reminders = models.BooleanField(_("pengingat"), default=True)
    summary = models.BooleanField(_("ringkasan harian pukul 07.30"), default=False)
    summary_only = models.BooleanField(_("kabar hanya dalam ringkasan"), default=False)
    bundled = models.BooleanField(
        _("surel sekali sehari"), default=False, db_default=False,
        help_text="Where e-mail comes first: everything, decisions too, only in the daily summary.",
    )  # fmt: skip
    quiet = models.BooleanField(_("jam tenang"), default=True)
    quiet_from = models.TimeField(_("mulai pukul"), default=NIGHT[0])
    quiet_until = models.TimeField(_("sampai pukul"), default=NIGHT[1])
    next_after = models.PositiveSmallIntegerField(_("saluran berikutnya setelah"), default=NEXT_AFTER)

    def __str__(self) -> str:
        return str(self.person)

    @classmethod
    def of(cls, people: list[int]) -> dict[int, Self]:
        """The preferences of people (ids), the defaults for those who never said."""
        said = cls.objects.select_related("person").in_bulk(people)
        return {pk: said.get(pk) or cls(person_id=pk) for pk in people}
