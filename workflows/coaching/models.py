"""Meetings and trainings, visits that coach, and what villages need of other offices: counts and offices, no person's number."""

from datetime import date

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import PROTECT, F, ForeignKey, ManyToManyField, Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from workflows.core.finding import text_words
from workflows.core.models import MANDATE, OFFICE, REGION

from .lifecycle import EventLifecycle, NeedLifecycle, PlanLifecycle, VisitLifecycle
from .lists import AIMS, FUNDS, label_in
from .states import TAKEN_PLACE, EventKind, EventState, NeedState, PlanState, VisitState

LONGEST_PLAN = 36  # months


class Series(models.Model):
    """Trainings in stages: first these kecamatan, then the others."""

    office = ForeignKey(OFFICE, PROTECT, related_name="training_series")
    title = models.CharField(_("judul"), max_length=300)

    class Meta:
        verbose_name = _("rangkaian bimtek")

    def __str__(self) -> str:
        return self.title


class Event(EventLifecycle):
    """A meeting or training that an office organises and perhaps another opens. `enrolled` people stand on its `lists`-th list."""

    kind = models.CharField(_("jenis"), max_length=20, choices=EventKind.choices)
    title = models.CharField(_("judul"), max_length=300)
    office = ForeignKey(OFFICE, PROTECT, related_name="events", help_text="Who organises it.")
    series = ForeignKey(Series, PROTECT, null=True, blank=True, related_name="events")
    stage = models.PositiveSmallIntegerField(_("tahap"), null=True, blank=True)
    regions: ManyToManyField = ManyToManyField(REGION, related_name="events")
    place = models.CharField(_("tempat"), max_length=200)
    planned_on = models.DateField(_("tanggal rencana"))
    capacity = models.PositiveIntegerField(_("kapasitas"), null=True, blank=True, help_text="Places; none: as many as come.")
    enrolled = models.PositiveIntegerField(_("peserta"), default=0)
    lists = models.PositiveIntegerField(default=0)
    held_on = models.DateField(_("tanggal pelaksanaan"), null=True)
    opened_by = ForeignKey(MANDATE, PROTECT, null=True, related_name="events_opened")
    report = models.TextField(_("laporan"), default="")
    state = FSMField(default=EventState.PLANNED, choices=EventState.choices)
    version = models.IntegerField(default=0)

    root = "pk"
    zone_path = "office__region__zone"

    class Meta:
        verbose_name = _("kegiatan")
        constraints = [
            models.CheckConstraint(
                name="event_within_capacity", condition=Q(capacity=None) | Q(enrolled__lte=F("capacity")),
                violation_error_message=_("Peserta tidak boleh melebihi kapasitas."),
            ),
            models.CheckConstraint(name="event_has_room", condition=Q(capacity=None) | Q(capacity__gte=1)),
            models.CheckConstraint(name="event_held_iff_dated", condition=Q(held_on=None) ^ Q(state__in=TAKEN_PLACE)),
            models.CheckConstraint(name="event_reported_in_words", condition=~Q(state="reported", report="")),
            models.CheckConstraint(name="event_stage_of_a_series", condition=~(Q(series=None) ^ Q(stage=None))),
            models.UniqueConstraint(
                name="event_stage_once", fields=["series", "stage"],
                condition=Q(series__isnull=False) & ~Q(state="cancelled"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title


class Participants(models.Model):
    """A line of an event's list: how many came from an office, or of an element that has none (*kader*, *pengelola*).

    `count` of them have a place, `waiting` more would come if there were one. A list is always written whole. Earlier
    ones stay; the one that counts is the event's `lists`-th.
    """

    event = ForeignKey(Event, PROTECT, related_name="participants")
    list = models.PositiveIntegerField()
    office = ForeignKey(OFFICE, PROTECT, null=True, related_name="participations")
    element = models.CharField(_("unsur"), max_length=150, blank=True)
    count = models.PositiveIntegerField(_("jumlah"))
    waiting = models.PositiveIntegerField(_("daftar tunggu"), default=0)
    entry = ForeignKey("core.JournalEntry", PROTECT, related_name="+")

    class Meta:
        verbose_name = _("peserta")
        constraints = [
            models.CheckConstraint(name="participants_are_somebody", condition=Q(office=None) ^ Q(element="")),
            models.CheckConstraint(name="participants_are_counted", condition=Q(count__gte=1) | Q(waiting__gte=1)),
            models.UniqueConstraint(
                name="participants_once", fields=["event", "list", "office", "element"], nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office or self.element}: {self.count}"


class Plan(PlanLifecycle):
    """A visit a month to each of its kecamatan, from the month `begins` on. Adopting it makes the visits."""

    office = ForeignKey(OFFICE, PROTECT, related_name="coaching_plans")
    region = ForeignKey(REGION, PROTECT, related_name="coaching_plans")
    title = models.CharField(_("judul"), max_length=300)
    districts: ManyToManyField = ManyToManyField(REGION, related_name="+")
    begins = models.DateField(_("bulan mulai"), help_text="The first of a month.")
    months = models.PositiveSmallIntegerField(_("lama (bulan)"), default=12)
    state = FSMField(default=PlanState.DRAFT, choices=PlanState.choices)
    version = models.IntegerField(default=0)

    root = "pk"

    class Meta:
        verbose_name = _("rencana pembinaan")
        constraints = [
            models.CheckConstraint(name="plan_begins_with_a_month", condition=Q(begins__day=1)),
            models.CheckConstraint(name="plan_lasts", condition=Q(months__range=(1, LONGEST_PLAN))),
        ]

    def __str__(self) -> str:
        return self.title

    def each_month(self) -> list[date]:
        """The first days of its months."""
        numbers = range(self.begins.month - 1, self.begins.month - 1 + self.months)
        return [date(self.begins.year + n // 12, n % 12 + 1, 1) for n in numbers]


class Visit(VisitLifecycle):
    """One month's coaching of one kecamatan. No file of its own: nobody decides it, and there are very many."""

    plan = ForeignKey(Plan, PROTECT, related_name="visits")
    region = ForeignKey(REGION, PROTECT, related_name="coaching_visits")
    month = models.DateField(_("bulan"), help_text="Its first day.")
    due_on = models.DateField(_("batas laporan"))
    held_on = models.DateField(_("tanggal kunjungan"), null=True)
    visitors: ManyToManyField = ManyToManyField(OFFICE, through="coaching.Visitor", related_name="coaching_visits")
    report = models.TextField(_("laporan"), default="")
    state = FSMField(default=VisitState.PLANNED, choices=VisitState.choices)
    version = models.IntegerField(default=0)

    root = "pk"

    class Meta:
        verbose_name = _("kunjungan pembinaan")
        constraints = [
            models.UniqueConstraint(name="visit_once_a_month", fields=["plan", "region", "month"]),
            models.CheckConstraint(name="visit_month_by_its_first", condition=Q(month__day=1)),
            models.CheckConstraint(name="visit_done_iff_dated", condition=Q(held_on=None) ^ Q(state="done")),
            models.CheckConstraint(name="visit_done_in_words", condition=~Q(state="done", report="")),
        ]
        indexes = [models.Index(name="visit_due", fields=["due_on"], condition=Q(state="planned"))]

    def __str__(self) -> str:
        return f"{self.region}, {self.month:%m-%Y}"


class Visitor(models.Model):
    """An office that took part in a visit."""

    visit = ForeignKey(Visit, PROTECT, related_name="+")
    office = ForeignKey(OFFICE, PROTECT, related_name="+")

    class Meta:
        verbose_name = _("kantor yang berkunjung")
        constraints = [models.UniqueConstraint(name="visitor_once", fields=["visit", "office"])]


class VisitPhoto(models.Model):
    """A picture taken at a visit."""

    visit = ForeignKey(Visit, PROTECT, related_name="photos")
    attachment = ForeignKey("core.Attachment", PROTECT, related_name="+")

    class Meta:
        verbose_name = _("foto kunjungan")
        constraints = [models.UniqueConstraint(name="visit_photo_once", fields=["visit", "attachment"])]


class Need(NeedLifecycle):
    """What a village needs of another office (*intervensi lintas sektor*). Its follow-up is a task of the office that owns it.

    `aim` is a key of the list `aims` (`nasional@1`), `fund` one of the list `funds`: who answers says what pays for it. Both
    lists are those of the day on which it was noted.
    """

    file = models.OneToOneField("core.File", PROTECT, primary_key=True, related_name="need")
    kampung = ForeignKey("villages.KampungKB", PROTECT, related_name="needs")
    visit = ForeignKey(Visit, PROTECT, null=True, blank=True, related_name="needs", help_text="At which it was noted.")
    motion_row = models.OneToOneField("meetings.MotionRow", PROTECT, null=True, blank=True, related_name="need",
                                      help_text="By which a rakor asked for it.")  # fmt: skip
    what = models.TextField(_("kebutuhan"))
    aims = models.CharField(max_length=60)
    aim = models.CharField(_("sasaran"), max_length=40)
    owner = ForeignKey(OFFICE, PROTECT, null=True, related_name="needs", help_text="Who is asked to see to it.")
    due_on = models.DateField(_("tenggat"), null=True)
    funds = models.CharField(max_length=60)
    fund = models.CharField(_("sumber dana"), max_length=40, blank=True)
    state = FSMField(default=NeedState.OPEN, choices=NeedState.choices)
    version = models.IntegerField(default=0)

    root = "file"

    class Meta:
        verbose_name = _("kebutuhan")
        constraints = [
            models.CheckConstraint(name="need_owner_has_a_day", condition=~(Q(owner=None) ^ Q(due_on=None))),
            models.CheckConstraint(name="need_taken_by_somebody", condition=Q(state="open") | Q(owner__isnull=False)),
        ]
        indexes = [
            models.Index(name="need_unanswered", fields=["owner"], condition=Q(state__in=["open", "taken"])),
            GinIndex(text_words("what"), name="need_by_words"),
        ]

    def __str__(self) -> str:
        return self.file.title

    @property
    def aim_words(self) -> str:
        return label_in(AIMS, self.aims, self.aim)

    @property
    def fund_words(self) -> str:
        """Empty while nothing pays for it."""
        return label_in(FUNDS, self.funds, self.fund) if self.fund else ""
