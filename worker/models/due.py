"""What the clock has done."""

from datetime import timedelta

from django.db import models
from django.db.models.functions import Now

TRY_AGAIN_AFTER = timedelta(hours=1)
"""What was refused to the clock is tried again then, or on the next day."""


class Due(models.Model):
    """Scheduled work, once for each key. What is refused is tried again later; `problem` says why it was."""

    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    due_on = models.DateField(help_text="What it was due by: a deadline, a date of effect.")
    tried_on = models.DateField(help_text="The local date of the last try.")
    tried_at = models.DateTimeField(db_default=Now())
    done_at = models.DateTimeField(null=True)
    problem = models.TextField(default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_id", "due_on"], name="due_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} {self.due_on}"
