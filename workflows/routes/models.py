"""Routes as data, pinned by the runs that follow them; and the assignments: everything somebody must do."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import CASCADE, PROTECT, Deferrable, ForeignKey, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from workflows.core.models import MANDATE, OFFICE, PERSON, REGION

from .lifecycle import AssignmentLifecycle, PaperRecordLifecycle, RouteVersionLifecycle, RunLifecycle
from .states import STEP_KINDS, AssignmentKind, AssignmentState, PaperState, RouteState, RunState

KINDS_OF_STEPS = [(kind.value, kind.label) for kind in STEP_KINDS]


class Route(models.Model):
    """The way a kind of file goes in a territory. The most specific region wins; no region means everywhere."""

    subject = models.CharField(max_length=40, help_text="The kind of file: decree, proposal.")
    kind = models.CharField(max_length=40, blank=True, help_text="The kind of decree; blank for all.")
    region = ForeignKey(REGION, PROTECT, null=True, blank=True, related_name="routes")
    name = models.CharField(_("nama"), max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "kind", "region"], nulls_distinct=False, name="route_once")
        ]

    def __str__(self) -> str:
        return self.name


class RouteVersion(RouteVersionLifecycle):
    """A version of a route. Published once, never changed after; runs stay on the one they began with."""

    route = ForeignKey(Route, PROTECT, related_name="versions")
    number = models.IntegerField()
    state = FSMField(default=RouteState.DRAFT, choices=RouteState.choices)
    version = models.IntegerField(default=0)

    root = "pk"
    zone_path = "route__region__zone"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["route", "number"], name="route_version_once"),
            # checked at the end of the statement, which publishes one version and retires another
            ExclusionConstraint(name="route_one_published", expressions=[("route", RangeOperators.EQUAL)],
                                condition=Q(state="published"), deferrable=Deferrable.IMMEDIATE),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.route} v{self.number}"


class Step(models.Model):
    """One station. Steps of the same `order` are a parallel group; `quorum` of them suffice (null: all)."""

    version = ForeignKey(RouteVersion, CASCADE, related_name="steps")
    order = models.IntegerField()
    role = models.CharField(max_length=20, help_text="Of the office that acts; its region follows from the file's.")
    kind = models.CharField(max_length=20, choices=KINDS_OF_STEPS)
    sees = models.JSONField(default=list, help_text="Named parts of the snapshot; empty means all.")
    days = models.IntegerField(default=5, help_text="Working days.")
    condition = models.JSONField(default=dict, help_text='{"path": "issuer.kind", "in": ["desa"]}; empty means always.')
    quorum = models.IntegerField(null=True)
    moves = models.CharField(max_length=20, blank=True, help_text="What its approval does to the village of a proposal.")

    class Meta:
        ordering = ["order", "pk"]


class Run(RunLifecycle):
    """One file's journey along one version of a route. A file has at most one in progress."""

    file = ForeignKey("core.File", PROTECT, related_name="runs")
    route_version = ForeignKey(RouteVersion, PROTECT, related_name="runs")
    state = FSMField(default=RunState.IN_PROGRESS, choices=RunState.choices)
    version = models.IntegerField(default=0)

    root = "file"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["file"], condition=Q(state="in_progress"), name="run_one_in_progress")
        ]


class Assignment(AssignmentLifecycle):
    """Something an office must do about a file. It belongs to the office, never to a person."""

    file = ForeignKey("core.File", PROTECT, related_name="assignments")
    run = ForeignKey(Run, PROTECT, null=True, related_name="assignments")
    step = ForeignKey(Step, PROTECT, null=True, related_name="assignments")
    order = models.IntegerField(default=0)
    kind = models.CharField(max_length=20, choices=AssignmentKind.choices)
    office = ForeignKey(OFFICE, PROTECT, related_name="assignments")
    region = ForeignKey(REGION, PROTECT, related_name="assignments", help_text="What it is about, for scope and search.")
    state = FSMField(default=AssignmentState.WAITING, choices=AssignmentState.choices)
    version = models.IntegerField(default=0)
    days = models.IntegerField(default=5)
    quorum = models.IntegerField(null=True)
    opened_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = ForeignKey(PERSON, PROTECT, null=True, related_name="decisions")
    mandate = ForeignKey(MANDATE, PROTECT, null=True, related_name="decisions")
    seen = ForeignKey("core.Snapshot", PROTECT, null=True, related_name="+")
    note = models.TextField(default="")
    asked_by = ForeignKey("self", PROTECT, null=True, related_name="opinions")
    reply = models.TextField(default="", help_text="What an office answered to a disposition.")
    read_at = models.DateTimeField(null=True, help_text="When its office first opened a disposition.")
    read_by = ForeignKey(PERSON, PROTECT, null=True, related_name="+")
    fix_by = models.DateField(null=True, help_text="Of a return: until when the drafter is asked to put it right.")

    root = "file"

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="assignment_decided_by_somebody",
                condition=~Q(state__in=["approved", "returned", "rejected"]) | Q(decided_by__isnull=False, mandate__isnull=False),
            ),
            models.UniqueConstraint(
                name="assignment_step_open_once", fields=["run", "step"],
                condition=Q(state__in=["waiting", "open"], step__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["office", "due_on", "id"], name="assignment_inbox", condition=Q(state="open")),
            models.Index(fields=["run", "order"], name="assignment_of_run"),
            models.Index(fields=["office"], name="assignment_to_come", condition=Q(state="waiting")),
            models.Index(fields=["office", "-decided_at", "-id"], name="assignment_done", condition=Q(decided_at__isnull=False)),
            models.Index(fields=["file"], name="assignment_open_of_file", condition=Q(state="open")),
            models.Index(fields=["asked_by"], name="assignment_asked", condition=Q(state="open", asked_by__isnull=False)),
            models.Index(fields=["note"], name="assignment_by_scan", condition=Q(kind="confirm_scan")),
            models.Index(fields=["run", "fix_by"], name="assignment_to_fix", condition=Q(state="returned", fix_by__isnull=False)),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.file_id}"


class Deferral(models.Model):
    """What somebody leaves for later: hidden from him alone until an instant, or left out of a bulk act with a reason.

    No state changes: to everybody else the task stands where it stood. `entry` is the bulk act.
    """

    assignment = ForeignKey(Assignment, PROTECT, related_name="deferrals")
    person = ForeignKey(PERSON, PROTECT, related_name="deferrals")
    until = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    at = models.DateTimeField(db_default=Now())
    entry = ForeignKey("core.JournalEntry", PROTECT, null=True, related_name="deferrals")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "assignment"], name="deferral_once")]


class Remark(models.Model):
    """A remark pinned to a part of what was returned: a clause, a row, a field; `answer` says what was done about it."""

    assignment = ForeignKey(Assignment, PROTECT, related_name="remarks")
    part = models.CharField(max_length=40, blank=True)
    target = models.CharField(max_length=80, blank=True, help_text="clauses.2, rows.18, checklist.minutes …")
    text = models.TextField()
    resolved = models.BooleanField(default=False)
    answer = models.TextField(default="")
    resolved_by = ForeignKey(PERSON, PROTECT, null=True, related_name="+")
    resolved_at = models.DateTimeField(null=True)
    entry = ForeignKey("core.JournalEntry", PROTECT, related_name="remarks")


class PaperRecord(PaperRecordLifecycle):
    """An act that was done on paper, as somebody recorded it. It changes nothing until a second person confirms it."""

    file = ForeignKey("core.File", PROTECT, related_name="paper_records")
    assignment = ForeignKey(Assignment, PROTECT, related_name="paper_records")
    act = models.CharField(max_length=40, help_text="The name of the assignment's transition: approve, reject, …")
    values = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    on = models.DateField(_("tanggal pada kertas"))
    official = ForeignKey(MANDATE, PROTECT, related_name="acts_on_paper")
    scan = ForeignKey("core.Attachment", PROTECT, related_name="+")
    read = models.CharField(max_length=64)
    recorded_by = ForeignKey(PERSON, PROTECT, related_name="records")
    state = FSMField(default=PaperState.RECORDED, choices=PaperState.choices)
    version = models.IntegerField(default=0)

    root = "file"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assignment"], condition=Q(state="recorded"), name="paper_record_one_waiting")
        ]
