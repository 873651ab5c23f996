"""What every subject leans on: the file that is locked, its snapshots, the journal, the outbox, the clock."""

from pathlib import Path
from secrets import token_urlsafe

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import PROTECT, Exists, F, ForeignKey, OuterRef, Q
from django.db.models.expressions import RawSQL
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .finding import Words

OFFICE = "organisation.Office"
PERSON = "organisation.Person"
MANDATE = "organisation.Mandate"
REGION = "organisation.Region"


def new_token() -> str:
    """128 random bits as 22 letters: what a QR code leads to, and nobody can guess."""
    return token_urlsafe(16)


def drawn_token() -> RawSQL:
    """The same, drawn by the database for files that are begun there by the thousand."""
    return RawSQL("translate(rtrim(encode(uuid_send(gen_random_uuid()), 'base64'), '='), '+/', '-_')", [])


class File(models.Model):
    """The row that is locked first: one file, one lock, whichever of its parts is acted upon.

    A decree or a proposal has it one to one, under the same primary key. `version` rises with every act and every edit.
    `token` names it on the public check page.
    """

    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=500)
    region = ForeignKey(REGION, PROTECT, related_name="files")
    zone = models.CharField(max_length=40)
    office = ForeignKey(OFFICE, PROTECT, related_name="files")
    drafted_by = ForeignKey(PERSON, PROTECT, related_name="files")
    version = models.IntegerField(default=0)
    snapshot = ForeignKey("core.Snapshot", PROTECT, null=True, related_name="+")
    example = models.BooleanField(default=False)
    token = models.CharField(max_length=22, unique=True, default=new_token, db_default=drawn_token(), editable=False)
    created_at = models.DateTimeField(db_default=Now())

    root = "pk"

    class Meta:
        indexes = [GinIndex(Words("title"), name="file_by_words")]

    def __str__(self) -> str:
        return self.title


class Begun(models.Model):
    """What a person began by a form or request with a `key`: sent again, it is the same row, `made` (its id).

    `asked` is the hash of what was asked for: the same key cannot ask for something else.
    """

    person = ForeignKey(PERSON, PROTECT, related_name="+")
    key = models.CharField(max_length=100)
    asked = models.CharField(max_length=64)
    made = models.BigIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="begun_once_a_key")]


class Snapshot(models.Model):
    """Everything the approvers approve, frozen: canonical JSON, its hash, and the hash of each named part."""

    file = ForeignKey(File, PROTECT, related_name="snapshots")
    number = models.IntegerField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    parts = models.JSONField()
    template = models.CharField(max_length=80)
    entry = ForeignKey("core.JournalEntry", PROTECT, related_name="snapshots")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="snapshot_once")]


class Seen(models.Model):
    """A version that a person has opened: *Bandingkan* begins with the newest of them that is not the present one."""

    person = ForeignKey(PERSON, PROTECT, related_name="+")
    file = ForeignKey(File, PROTECT, related_name="+")
    snapshot = ForeignKey(Snapshot, PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "snapshot"], name="seen_once")]
        indexes = [models.Index(fields=["file", "person"], name="seen_of_file")]


class JournalEntry(models.Model):
    """One act, once and for all. The database refuses to change or delete it."""

    at = models.DateTimeField(db_default=Now())
    act = models.CharField(max_length=80)
    on = models.DateField()
    person = ForeignKey(PERSON, PROTECT, related_name="acts")
    office = ForeignKey(OFFICE, PROTECT, related_name="acts")
    mandate = ForeignKey(MANDATE, PROTECT, related_name="acts")
    reason = models.TextField(default="")
    read = models.CharField(max_length=64, default="")
    key = models.CharField(max_length=100, null=True)
    body = models.CharField(max_length=64, default="")
    values = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "key"], condition=Q(key__isnull=False), name="entry_once_per_key")
        ]


class JournalSubject(models.Model):
    """An object that an act touched, with the state it left and the state it took. Born objects leave ''."""

    entry = ForeignKey(JournalEntry, PROTECT, related_name="subjects")
    kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    file_id = models.BigIntegerField(null=True)
    from_state = models.CharField(max_length=40)
    to_state = models.CharField(max_length=40)
    version = models.IntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["kind", "object_id", "entry"], name="subject_history"),
            models.Index(fields=["file_id", "entry"], name="file_history", condition=Q(file_id__isnull=False)),
        ]


class JobQuerySet(models.QuerySet):
    def to_do(self):
        return self.filter(done_at=None, parked_at=None)

    def due(self):
        """To do, not put off, and not in anybody's hands."""
        return self.to_do().filter(Q(leased_until=None) | Q(leased_until__lt=Now()), available_at__lte=Now())


class Job(models.Model):
    """Work for the worker: attempts are counted and leased before it begins; in the end it is done, or parked with an alarm.

    `rung_at` says when Celery was last told of it, `last_error` what went wrong last.
    """

    available_at = models.DateTimeField(db_default=Now())
    rung_at = models.DateTimeField(null=True)
    attempts = models.IntegerField(default=0)
    leased_until = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    parked_at = models.DateTimeField(null=True)
    last_error = models.TextField(default="")

    objects = JobQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at=None) | Q(parked_at=None), name="%(class)s_done_or_parked_not_both"
            ),
        ]
        indexes = [
            models.Index(fields=["available_at", "id"], name="%(class)s_to_do", condition=Q(done_at=None, parked_at=None))
        ]

    @property
    def label(self) -> str:
        """What logs call it: `outbox 17`."""
        return f"{self._meta.model_name} {self.pk}"


class OutboxQuerySet(JobQuerySet):
    def due(self):
        """Those due whose turn it is: about one object, rows of one topic are carried out in their order."""
        earlier = Outbox.objects.to_do().filter(topic=OuterRef("topic"), object_id=OuterRef("object_id"), pk__lt=OuterRef("pk"))
        return super().due().filter(~Exists(earlier))


class Outbox(Job):
    """A consequence to be carried out by the worker: written with the act, done at least once, effective once."""

    entry = ForeignKey(JournalEntry, PROTECT, related_name="outbox")
    topic = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    office = ForeignKey(OFFICE, PROTECT, null=True, related_name="outbox")
    payload = models.JSONField(default=dict)

    objects = OutboxQuerySet.as_manager()  # type: ignore[misc]  # django-stubs calls the base's manager a ClassVar, not this

    class Meta(Job.Meta):
        abstract = False
        constraints = [
            *Job.Meta.constraints,
            models.UniqueConstraint(
                fields=["entry", "topic", "object_id", "office"], nulls_distinct=False, name="outbox_once"
            ),
        ]
        indexes = [
            *Job.Meta.indexes,
            models.Index(fields=["object_id", "topic", "id"], name="outbox_in_order", condition=Q(done_at=None, parked_at=None)),
        ]


class Refusal(models.Model):
    """An act that was tried and refused. Written after the rollback."""

    at = models.DateTimeField(db_default=Now())
    act = models.CharField(max_length=80)
    person = ForeignKey(PERSON, PROTECT, related_name="refusals")
    office = ForeignKey(OFFICE, PROTECT, related_name="refusals")
    object_ids = ArrayField(models.BigIntegerField())
    problems = models.JSONField()


class Attachment(models.Model):
    """An uploaded file, kept under its hash and never altered."""

    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.IntegerField()
    uploaded_by = ForeignKey(PERSON, PROTECT, related_name="uploads")
    uploaded_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [models.Index(fields=["sha256"], name="attachment_by_hash")]

    @property
    def file_path(self) -> Path:
        return self.path_of(self.sha256)

    @staticmethod
    def path_of(sha256: str) -> Path:
        """Where a file with this hash is kept."""
        return Path(settings.MEDIA_ROOT) / sha256[:2] / sha256


class Clock(models.Model):
    """One row. A database is born story or live; story goes live once and never back."""

    class Kind(models.TextChoices):
        STORY = "story", _("cerita")
        LIVE = "live", _("langsung")

    kind = models.CharField(max_length=5, choices=Kind.choices, db_default=Kind.LIVE)
    date = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="clock_is_one_row"),
            models.CheckConstraint(
                condition=Q(kind="live", date=None) | Q(kind="story", date__isnull=False), name="clock_story_has_date"
            ),
        ]


def raise_version(file_id: int) -> None:
    """Note an ordinary edit of a draft: call it in the edit's transaction; it takes the file's lock."""
    File.objects.filter(pk=file_id).update(version=F("version") + 1)
