"""The states of an office and the capacities in which people act for it, with the words people see."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OfficeState(models.TextChoices):
    ACTIVE = "active", _("aktif")
    DISSOLVED = "dissolved", _("dihapus")


class Capacity(models.TextChoices):
    DEFINITIF = "definitif", _("definitif")
    PLT = "plt", _("pelaksana tugas")
    PLH = "plh", _("pelaksana harian")
    PJ = "pj", _("penjabat")
    AN = "an", _("atas nama")
    UB = "ub", _("untuk beliau")
    STAF = "staf", _("staf")


FULL_HOLDERS = (Capacity.DEFINITIF, Capacity.PJ)
ON_BEHALF = (Capacity.AN, Capacity.UB)
REPLACING = (*FULL_HOLDERS, Capacity.PLT)
"""Whoever comes in one of these ends the mandate of whoever was there before."""


class SubstitutionState(models.TextChoices):
    """How far it is with naming somebody for an official who is away, or for a vacant office."""

    PREPARED = "prepared", _("menunggu pengesahan")
    CONFIRMED = "confirmed", _("ditetapkan")
    HANDED_BACK = "handed_back", _("diserahkan kembali")
    DISCARDED = "discarded", _("dibatalkan")


SUBSTITUTES = (Capacity.PLH, Capacity.PLT, *ON_BEHALF)
"""Capacities of which a superior or the official himself says for how long and for what."""
