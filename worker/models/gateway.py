"""How a district's messages leave for WhatsApp and Telegram."""

from typing import Self

from django.db import models
from django.db.models import PROTECT, Exists, F, ForeignKey, OuterRef, Q
from django.db.models.functions import Length, Now
from django.db.models.lookups import StartsWith
from django.utils.translation import gettext_lazy as _

from workflows.core.clock import Today
from workflows.core.models import PERSON, REGION
from workflows.organisation.models import Mandate
from workflows.signing.sealing import opened, sealed

from .delivery import Channel

GATED = [Channel.WHATSAPP, Channel.TELEGRAM]
"""The channels that need a gateway."""


class Gateway(models.Model):
    """A region's gateway of a channel, an address as Apprise writes it. It holds passwords, so it is kept sealed and never
    shown again; `shown` says which one it is.
    """

    region = ForeignKey(REGION, PROTECT, related_name="gateways")
    channel = models.CharField(_("saluran"), max_length=10, choices=[(one.value, one.label) for one in GATED])
    sealed = models.TextField()
    kind = models.CharField(max_length=10, help_text="How the address begins: whatsapp, jsons, tgram.")
    shown = models.CharField(max_length=200)
    made_by = ForeignKey(PERSON, PROTECT, related_name="+")
    made_at = models.DateTimeField(db_default=Now())
    tried_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=300, default="", help_text="What the last try said; empty: it went out.")

    class Meta:
        verbose_name = _("gerbang pesan")
        constraints = [models.UniqueConstraint(fields=["region", "channel"], name="gateway_once")]

    def __str__(self) -> str:
        return f"{self.get_channel_display()}: {self.shown}"

    @classmethod
    def nearest(cls, person: int) -> dict[str, Self]:
        """Channel → the gateway of the smallest region in which a person (id) holds an office."""
        held = Mandate.objects.in_force(Today(F("office__region__zone"))).filter(
            Q(StartsWith(F("office__region__path"), OuterRef("region__path"))), person=person
        )
        found = cls.objects.filter(Exists(held)).order_by(Length("region__path"))
        return {gateway.channel: gateway for gateway in found}

    @property
    def address(self) -> str:
        """Raises `Unreadable` or `NoKey`."""
        return opened(self.sealed)

    @address.setter
    def address(self, plain: str) -> None:
        """Raises `NoKey`."""
        self.sealed = sealed(plain)
