"""The archive's register: one row for each paper that was made, with the hash that names its file."""

from pathlib import Path

from django.conf import settings
from django.db import models
from django.db.models import PROTECT, ForeignKey
from django.db.models.functions import Now

from documents.forms import ARCHIVED, SIGNED, Form

WITHOUT_NUMBER = ["lembar_kendali", "notulen", "telaahan_staf"]
"""Papers that need no number of their own (documents.md 1: D7, D8, D15)."""


class Document(models.Model):
    """One archived paper. Never changed and never deleted; a correction is another document."""

    file = ForeignKey("core.File", PROTECT, related_name="documents")
    snapshot = ForeignKey("core.Snapshot", PROTECT, related_name="documents")
    kind = models.CharField(max_length=40)
    template = models.CharField(max_length=80)
    form = models.CharField(max_length=6, choices=list(ARCHIVED.items()))
    content = models.JSONField()  # exactly what was rendered, the issue included
    content_sha256 = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    size = models.IntegerField()  # bytes
    pages = models.IntegerField()
    number = models.CharField(max_length=100, default="")
    dated = models.DateField(null=True)
    path = models.CharField(max_length=100)  # below ARCHIVE_DIR
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["snapshot", "form", "content_sha256"], condition=~models.Q(form=SIGNED), name="document_once"
            ),
            models.UniqueConstraint(
                fields=["file", "sha256"], condition=models.Q(form=SIGNED), name="document_signed_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(form__in=[Form.FINAL, SIGNED])
                | (models.Q(dated__isnull=False) & (~models.Q(number="") | models.Q(kind__in=WITHOUT_NUMBER))),
                name="document_final_is_numbered_and_dated",
            ),
        ]
        indexes = [models.Index(fields=["sha256"], name="document_by_hash")]

    def __str__(self) -> str:
        return f"{self.kind} {self.number or self.get_form_display()}"

    @property
    def file_path(self) -> Path:
        return settings.ARCHIVE_DIR / self.path

    @property
    def page_numbers(self) -> range:
        return range(1, self.pages + 1)

    @property
    def file_name(self) -> str:
        """What to call a copy of it: `keputusan_bupati_531-TAHUN-2024_final`, without an extension."""
        number = "-".join("".join(sign if sign.isalnum() else " " for sign in self.number).split())
        return "_".join(part for part in (self.kind, number or str(self.snapshot_id), self.form) if part)
