"""The rakor: who is invited and comes, and what is decided. Its papers are letters about its file."""

from django.db import models
from django.db.models import PROTECT, F, ForeignKey, Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField

from workflows.core.models import MANDATE, OFFICE, new_token

from .lifecycle import MotionLifecycle, RakorLifecycle, SeatLifecycle, SheetLifecycle
from .states import (
    WITH_REASON,
    Answer,
    CheckIn,
    MotionKind,
    MotionState,
    QuorumKind,
    RakorState,
    SeatState,
    SheetState,
)

FILE = "core.File"


class Rakor(RakorLifecycle):
    """A coordination meeting, organised by its file's office in its file's region; perhaps about a `round`.

    `begins` and `ends` are local times of the region. `invites` are the rules that `invite` turns into seats, `code` is what
    the QR code in the room holds, `obstacles` say why what was signed could not be carried out (problems, as the door's).
    """

    file = models.OneToOneField(FILE, PROTECT, primary_key=True, related_name="rakor")
    round = ForeignKey("evaluations.Round", PROTECT, null=True, blank=True, related_name="rakors")
    opener = ForeignKey(OFFICE, PROTECT, null=True, blank=True, related_name="+", help_text="Who opens it, if not the chair.")
    chair = ForeignKey(OFFICE, PROTECT, related_name="rakors_chaired")
    note_taker = ForeignKey(OFFICE, PROTECT, null=True, blank=True, related_name="+")
    scribe = models.CharField(_("notulis tanpa akun"), max_length=150, blank=True)
    held_on = models.DateField(_("tanggal"))
    begins = models.TimeField(_("mulai"))
    ends = models.TimeField(_("selesai"), null=True, blank=True)
    place = models.CharField(_("tempat"), max_length=300)
    agenda = models.JSONField(_("acara"), default=list)
    item = models.PositiveSmallIntegerField(_("acara yang sedang dibahas"), null=True, blank=True)
    invites = models.JSONField(_("yang diundang"), default=list)
    quorum = models.PositiveSmallIntegerField(_("kuorum"), null=True, blank=True)
    quorum_kind = models.CharField(max_length=10, choices=QuorumKind.choices, default=QuorumKind.SHARE)
    code = models.CharField(max_length=22, unique=True, default=new_token, editable=False)
    opened_by = ForeignKey(MANDATE, PROTECT, null=True, related_name="rakors_opened")
    obstacles = models.JSONField(default=list)
    state = FSMField(default=RakorState.PLANNED, choices=RakorState.choices)
    version = models.IntegerField(default=0)

    root = "file"

    class Meta:
        verbose_name = _("rakor")
        constraints = [
            models.CheckConstraint(name="rakor_note_taker_is_another", condition=Q(note_taker=None) | ~Q(note_taker=F("chair"))),
            models.CheckConstraint(name="rakor_one_note_taker", condition=Q(note_taker=None) ^ Q(scribe="")),
            models.CheckConstraint(name="rakor_ends_later", condition=Q(ends=None) | Q(ends__gt=F("begins"))),
            models.CheckConstraint(
                name="rakor_quorum_can_be", condition=Q(quorum=None) | Q(quorum__gte=1, quorum_kind="number")
                | Q(quorum__range=(1, 100), quorum_kind="share"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.file.title


class Seat(SeatLifecycle):
    """Somebody invited: an office, or a guest by name. `group` is the element that he stands for on the list of attendance.

    `proxy` is the name of who came in his stead; times are local. A guest's place is his alone, so his group may stand for him.
    `answer` says before the day (`answered_for`) what to expect; `stand_in` is the proxy announced, `excuse` why nobody comes.
    """

    file = ForeignKey(FILE, PROTECT, related_name="seats")
    rakor = ForeignKey(Rakor, PROTECT, related_name="seats")
    number = models.IntegerField()
    group = models.CharField(_("unsur"), max_length=150)
    office = ForeignKey(OFFICE, PROTECT, null=True, blank=True, related_name="seats")
    name = models.CharField(_("nama"), max_length=150, blank=True)
    proxy = models.CharField(_("diwakili oleh"), max_length=150, blank=True)
    arrived = models.TimeField(_("datang"), null=True)
    left = models.TimeField(_("pulang"), null=True)
    how = models.CharField(max_length=10, choices=CheckIn.choices, blank=True)
    answer = models.CharField(_("jawaban undangan"), max_length=12, choices=Answer.choices, blank=True)
    answered_for = models.DateField(_("jawaban untuk tanggal"), null=True)
    answered_by = ForeignKey(MANDATE, PROTECT, null=True, related_name="+")
    stand_in = models.CharField(_("akan diwakili oleh"), max_length=150, blank=True)
    excuse = models.CharField(_("alasan berhalangan"), max_length=200, blank=True)
    state = FSMField(default=SeatState.INVITED, choices=SeatState.choices)
    version = models.IntegerField(default=0)

    root = "file"

    class Meta:
        verbose_name = _("kursi rakor")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(name="seat_number_once", fields=["rakor", "number"]),
            models.UniqueConstraint(name="seat_office_once", fields=["rakor", "office"], condition=Q(office__isnull=False)),
            models.UniqueConstraint(name="seat_guest_once", fields=["rakor", "group", "name"], condition=Q(office=None)),
            models.CheckConstraint(name="seat_is_somebody", condition=Q(office=None) ^ Q(name="")),
            models.CheckConstraint(name="seat_arrived_iff_came", condition=Q(arrived=None) ^ ~Q(state="invited")),
            models.CheckConstraint(name="seat_left_iff_gone", condition=Q(left=None) ^ Q(state="left")),
            models.CheckConstraint(name="seat_left_later", condition=Q(left=None) | Q(left__gte=F("arrived"))),
            models.CheckConstraint(name="seat_answer_is_known", condition=Q(answer__in=["", *Answer.values])),
            models.CheckConstraint(
                name="seat_answered_wholly",
                condition=Q(answer="", answered_for=None, answered_by=None)
                | ~Q(answer="") & Q(answered_for__isnull=False, answered_by__isnull=False),
            ),
            models.CheckConstraint(name="seat_stand_in_iff_represented", condition=Q(stand_in="") ^ Q(answer="represented")),
            models.CheckConstraint(name="seat_excuse_iff_it_cannot_come", condition=Q(excuse="") ^ Q(answer="cannot_come")),
        ]

    def __str__(self) -> str:
        return self.name or str(self.office)

    @property
    def expected(self) -> str:
        """The answer for the day as it stands; empty where there is none, or only one for a day before it was moved."""
        return self.answer if self.answered_for == self.rakor.held_on else ""

    @property
    def is_noted(self) -> bool:
        """Whether the answer is the organiser's note of what an office or a guest told him."""
        organiser = self.rakor.file.office_id
        return self.answered_by is not None and self.answered_by.office_id == organiser != self.office_id

    @property
    def announced(self) -> str:
        """Who is said to come in his stead."""
        return self.stand_in if self.expected else ""


class AttendanceSheet(SheetLifecycle):
    """A sheet of the list of attendance as it was signed by hand, photographed or scanned.

    No row is rewritten or deleted: the wrong one is *taken away*, and its story says by whom, when and why.
    """

    file = ForeignKey(FILE, PROTECT, related_name="sheets")
    rakor = ForeignKey(Rakor, PROTECT, related_name="sheets")
    attachment = ForeignKey("core.Attachment", PROTECT, related_name="+")
    state = FSMField(default=SheetState.ATTACHED, choices=SheetState.choices)
    version = models.IntegerField(default=0)

    root = "file"

    class Meta:
        verbose_name = _("lembar daftar hadir")
        constraints = [
            models.UniqueConstraint(
                name="attendance_sheet_once", fields=["rakor", "attachment"], condition=Q(state=SheetState.ATTACHED)
            ),
            models.CheckConstraint(name="attendance_sheet_of_its_rakor", condition=Q(file=F("rakor"))),
        ]

    def __str__(self) -> str:
        return self.attachment.name


class Motion(MotionLifecycle):
    """What the rakor decided, or voted down. A row is never rewritten: what was put wrongly is put again (`replaces`).

    `text` is how the decision is printed. Without votes all agreed (*musyawarah mufakat*). `dissent`: [{"who", "why"}].
    """

    file = ForeignKey(FILE, PROTECT, related_name="motions")
    rakor = ForeignKey(Rakor, PROTECT, related_name="motions")
    number = models.IntegerField()
    kind = models.CharField(max_length=30, choices=MotionKind.choices)
    text = models.TextField(_("keputusan"))
    reason = models.TextField(_("alasan"), blank=True)
    owner = ForeignKey(OFFICE, PROTECT, null=True, blank=True, related_name="motions_owned")
    due_on = models.DateField(_("tenggat"), null=True, blank=True)
    aims = models.CharField(max_length=60, blank=True)
    aim = models.CharField(_("sasaran"), max_length=40, blank=True)
    funds = models.CharField(max_length=60, blank=True)
    competition = ForeignKey("contests.Competition", PROTECT, null=True, blank=True, related_name="motions")
    votes_for = models.PositiveIntegerField(_("setuju"), null=True, blank=True)
    votes_against = models.PositiveIntegerField(_("tidak setuju"), null=True, blank=True)
    abstained = models.PositiveIntegerField(_("abstain"), null=True, blank=True)
    dissent = models.JSONField(_("keberatan"), default=list)
    replaces = models.OneToOneField("self", PROTECT, null=True, blank=True, related_name="replaced_by")
    entry = ForeignKey("core.JournalEntry", PROTECT, related_name="+")
    state = FSMField(default=MotionState.CARRIED, choices=MotionState.choices)
    version = models.IntegerField(default=0)

    root = "file"

    class Meta:
        verbose_name = _("keputusan rakor")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(name="motion_number_once", fields=["rakor", "number"]),
            models.CheckConstraint(
                name="motion_votes_together",
                condition=Q(votes_for=None, votes_against=None, abstained=None)
                | Q(votes_for__isnull=False, votes_against__isnull=False, abstained__isnull=False),
            ),
            models.CheckConstraint(
                name="motion_carried_by_its_votes",
                condition=~Q(state__in=["carried", "executed"]) | Q(votes_for=None) | Q(votes_for__gt=F("votes_against")),
            ),
            models.CheckConstraint(
                name="motion_lost_by_its_votes",
                condition=~Q(state="lost") | Q(votes_for__isnull=False, votes_for__lte=F("votes_against")),
            ),
            models.CheckConstraint(
                name="motion_follow_up_has_owner_and_day",
                condition=Q(kind="follow_up", owner__isnull=False, due_on__isnull=False)
                | Q(~Q(kind="follow_up"), owner=None, due_on=None),
            ),
            models.CheckConstraint(
                name="motion_nominates_for_a_contest", condition=Q(kind="nominate") ^ Q(competition=None)
            ),
            models.CheckConstraint(
                name="motion_says_why", condition=~Q(kind__in=WITH_REASON, reason="")
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.text


class MotionRow(models.Model):
    """A Kampung KB that a motion is about, frozen with it: in a round with the class that was computed, and the one decided."""

    motion = ForeignKey(Motion, PROTECT, related_name="rows")
    kampung = ForeignKey("villages.KampungKB", PROTECT, related_name="motion_rows")
    evaluation = ForeignKey("evaluations.Evaluation", PROTECT, null=True, blank=True, related_name="motion_rows")
    computed = models.CharField(_("kelas hasil hitungan"), max_length=40, blank=True)
    decided = models.CharField(_("kelas yang ditetapkan"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("Kampung KB dalam keputusan rakor")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="motion_row_once", fields=["motion", "kampung"])]

    def __str__(self) -> str:
        return f"{self.kampung}: {self.decided}"
