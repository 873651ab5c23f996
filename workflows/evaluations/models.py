"""Instruments: by what Kampung KB are classed, in versions that rounds are pinned to."""

from functools import cached_property

from django.db import models
from django.utils.translation import gettext_lazy as _

from .definition import Definition
from .reading import read_instrument


class Instrument(models.Model):
    """A published version, which the database lets nobody change or delete; what is not published is only a file.

    `data` is what the file said, `sha256` the hash of its canonical JSON. Versions of a code count from 1.
    """

    code = models.CharField(_("kode"), max_length=40)
    version = models.IntegerField(_("versi"))
    data = models.JSONField(_("isi"))
    sha256 = models.CharField(max_length=64)
    published_on = models.DateField(_("tanggal terbit"))

    class Meta:
        verbose_name = _("instrumen evaluasi")
        constraints = [
            models.UniqueConstraint(fields=["code", "version"], name="instrument_version_once"),
            models.CheckConstraint(condition=models.Q(version__gte=1), name="instrument_versions_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.code} v{self.version}"

    @cached_property
    def definition(self) -> Definition:
        """What `classify` works with."""
        return read_instrument(self.data)
