"""The ledger's two tables. Rows are added, by one sequencer at a time, and never changed."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    ENTRY = "entry", _("catatan jurnal")
    DOCUMENT = "document", _("dokumen")
    SCAN = "scan", _("pindaian yang dicocokkan")


class Leaf(models.Model):
    """One thing that happened, at its place in the one order of the ledger.

    `hashes`: its own hash, then those of the larger complete subtrees that end with it, 32 bytes each: 2 a leaf on the
    average. So a row is never changed, and the hash of any complete subtree stands where its last leaf does.
    """

    index = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    object_id = models.BigIntegerField()
    hashes = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="leaf_once")]


class Seal(models.Model):
    """A signed checkpoint: `note` is its whole text, `size` how many leaves it covers."""

    size = models.BigIntegerField(primary_key=True)
    note = models.TextField()
    at = models.DateTimeField(db_default=Now())
