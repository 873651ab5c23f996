"""What set-up and imports keep of themselves, and every change of data that is no state: who, when, old, new."""

from datetime import timedelta

from django.db import models
from django.db.models import CASCADE, PROTECT, ForeignKey
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workflows.core.models import MANDATE, PERSON, REGION

UNDOABLE_FOR = timedelta(hours=24)


class SetUp(models.Model):
    """The first run, once an installation: its one-time code, and which steps are done."""

    code = models.CharField(max_length=128, help_text="Hashed like a password; empty once it was used.")
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    region = ForeignKey(REGION, PROTECT, null=True, related_name="+")
    steps = models.JSONField(default=list, help_text="The names of the steps that are done.")
    finished_at = models.DateTimeField(null=True)


class ImportKind(models.TextChoices):
    VILLAGES = "desa", _("Desa dan Kampung KB")
    OFFICES = "jabatan", _("Jabatan dan nama kantor")
    PEOPLE = "orang", _("Orang dan penugasan")
    DECREES = "keputusan", _("Keputusan lama")


class Verdict(models.TextChoices):
    NEW = "new", _("baru")
    CHANGED = "changed", _("berubah")
    SAME = "same", _("sama")
    WRONG = "wrong", _("salah")


class Import(models.Model):
    """One workbook that somebody handed in, as it came. Nothing of it is written before `applied_at`."""

    kind = models.CharField(_("isi"), max_length=20, choices=ImportKind)
    region = ForeignKey(REGION, PROTECT, related_name="+")
    person = ForeignKey(PERSON, PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    sheet = models.CharField(max_length=100)
    header = models.PositiveIntegerField(help_text="The line of the header, from 1.")
    columns = models.JSONField(default=dict, help_text="Our column → its letter in the sheet.")
    sure = models.BooleanField(help_text="Whether the columns are known, by their names or by a person's word.")
    lines = models.PositiveIntegerField(help_text="Rows with something in them.")
    blank = models.PositiveIntegerField(help_text="Blank rows between them.")
    created_at = models.DateTimeField(db_default=Now())
    waits_since = models.DateTimeField(null=True, help_text="For the worker, who checks or applies it.")
    checked_at = models.DateTimeField(null=True)
    applied_at = models.DateTimeField(null=True)
    applied_by = ForeignKey(MANDATE, PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_by = ForeignKey(PERSON, PROTECT, null=True, related_name="+")
    trouble = models.TextField(help_text="Why the worker could not do it, in words.")

    @property
    def stage(self) -> str:
        """Where it stands, in words."""
        if self.undone_at:
            return str(_("dibatalkan"))
        if self.applied_at:
            return str(_("diterapkan"))
        if self.waits_since:
            return str(_("sedang dikerjakan"))
        return str(_("diperiksa") if self.checked_at else _("menunggu kolom dipastikan"))

    @property
    def undoable(self) -> bool:
        """Whether it was applied less than a day ago and not undone; what depends on it is asked when it is undone."""
        return bool(self.applied_at and not self.undone_at and timezone.now() < self.applied_at + UNDOABLE_FOR)


class ImportRow(models.Model):
    """What one line says and would do."""

    source = ForeignKey(Import, CASCADE, related_name="rows")
    line = models.PositiveIntegerField()
    about = models.CharField(max_length=300)
    verdict = models.CharField(max_length=10, choices=Verdict)
    findings = models.JSONField(default=list, help_text="cell, cause, remedy, and whether it is only a warning")
    differences = models.JSONField(default=list, help_text="label, old, new")
    plan = models.JSONField(default=dict)

    class Meta:
        ordering = ["line"]
        constraints = [models.UniqueConstraint(fields=["source", "line"], name="import_row_once")]


class Change(models.Model):
    """One field that changed, or with an empty `field` a row that was made. An import is undone by walking them back."""

    at = models.DateTimeField(db_default=Now())
    person = ForeignKey(PERSON, PROTECT, null=True, related_name="+", help_text="Null: the set-up, before anybody was there.")
    model = models.CharField(max_length=80)
    object_id = models.BigIntegerField()
    field = models.CharField(max_length=40, blank=True)
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)
    source = ForeignKey(Import, PROTECT, null=True, related_name="changes")

    class Meta:
        indexes = [models.Index(fields=["model", "object_id"], name="change_of_object")]
