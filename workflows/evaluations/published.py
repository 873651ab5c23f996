"""What rounds are pinned to: instruments and questionnaires, in versions that the database keeps as they are."""

from functools import cached_property

from django.db import models
from django.utils.translation import gettext_lazy as _

from .definition import Definition
from .questionnaire import Questions, read_questionnaire
from .reading import read_instrument


class Published(models.Model):
    """A published version, which the database lets nobody change or delete; what is not published is only a file.

    `data` is what the file said, `sha256` the hash of its canonical JSON. Versions of a code count from 1.
    """

    code = models.CharField(_("kode"), max_length=40)
    version = models.IntegerField(_("versi"))
    data = models.JSONField(_("isi"))
    sha256 = models.CharField(max_length=64)
    published_on = models.DateField(_("tanggal terbit"))

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["code", "version"], name="%(class)s_version_once"),
            models.CheckConstraint(condition=models.Q(version__gte=1), name="%(class)s_versions_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.code} v{self.version}"


class Instrument(Published):
    """By what Kampung KB are classed."""

    class Meta(Published.Meta):
        abstract = False
        verbose_name = _("instrumen evaluasi")

    @cached_property
    def definition(self) -> Definition:
        """What `classify` works with."""
        return read_instrument(self.data)


class Questionnaire(Published):
    """What a Kampung KB is asked about itself."""

    class Meta(Published.Meta):
        abstract = False
        verbose_name = _("daftar pertanyaan evaluasi")

    @cached_property
    def questions(self) -> Questions:
        return read_questionnaire(self.data)
