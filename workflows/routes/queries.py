"""Which rows an act on assignments touches. The queries speak of the world as it was before the act."""

from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    DateField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from workflows.core.act import act, all_of

from .states import NOT_DECIDED, AssignmentKind, AssignmentState, RouteState, RunState

OPEN, WAITING = AssignmentState.OPEN, AssignmentState.WAITING
APPROVED, RETURNED = AssignmentState.APPROVED, AssignmentState.RETURNED
ITS_DAYS = OuterRef("days")
DAYS_TO_FIX = 3
"""Working days that a drafter has to put right what came back, where whoever returns it names no day."""


def assignments() -> QuerySet:
    return all_of("routes.Assignment")


def siblings_open(tasks: QuerySet) -> QuerySet:
    """Other open steps of the same parallel group."""
    mine = tasks.filter(run=OuterRef("run"), order=OuterRef("order"))
    return assignments().filter(Exists(mine), state=OPEN, step__isnull=False).exclude(pk__any=act.subjects)


def with_finished_group(tasks: QuerySet) -> QuerySet:
    """Those after whose approval their group needs nobody else: none is open, or the quorum is reached."""
    group = assignments().filter(run=OuterRef("run"), order=OuterRef("order"), step__isnull=False)
    other = group.filter(state=OPEN).exclude(pk__any=act.subjects).values("pk")[:1]
    approved = group.filter(state=APPROVED).order_by().values("run").annotate(n=Count("pk")).values("n")
    enough = Q(quorum__isnull=False, quorum__lte=Coalesce(Subquery(approved), 0, output_field=IntegerField()) + Value(1))
    return tasks.alias(other=Subquery(other)).filter(Q(other=None) | enough, step__isnull=False)


def siblings_not_needed(tasks: QuerySet) -> QuerySet:
    """Open members of a group whose quorum is reached by this act."""
    return siblings_open(with_finished_group(tasks))


def next_in_line(tasks: QuerySet) -> QuerySet:
    """The waiting steps of the lowest order, once the group is finished."""
    runs = with_finished_group(tasks).values("run")
    return assignments().filter(run__in=runs, state=WAITING, order=next_order("run"))


def runs_done(tasks: QuerySet) -> QuerySet:
    """Runs in which nobody else is waiting or open once the group is finished."""
    finished = with_finished_group(tasks).values("run")
    return all_of("routes.Run").alias(next=next_order("pk")).filter(pk__in=finished, next=None)


def next_order(run: str) -> Subquery:
    """The lowest order still waiting in a run, null if none. As a value it is looked up by the index of the run alone."""
    return Subquery(assignments().filter(run=OuterRef(run), state=WAITING).order_by("order").values("order")[:1])


def runs_of(tasks: QuerySet) -> QuerySet:
    return all_of("routes.Run").filter(pk__in=tasks.values("run"), state=RunState.IN_PROGRESS)


def unfinished_of_runs(tasks: QuerySet) -> QuerySet:
    """Everything waiting or open in the runs, besides the tasks themselves."""
    return assignments().filter(run__in=tasks.values("run"), state__in=NOT_DECIDED).exclude(pk__any=act.subjects)


def unfinished_of_files(files: QuerySet) -> QuerySet:
    """Everything waiting or open about files; `files` are rows whose pk is the file's."""
    return assignments().filter(file__in=files.values("pk"), state__in=NOT_DECIDED)


def runs_of_files(files: QuerySet) -> QuerySet:
    return all_of("routes.Run").filter(file__in=files.values("pk"), state=RunState.IN_PROGRESS)


def opened_after(tasks: QuerySet) -> QuerySet:
    """Later steps that stand open because these were approved."""
    mine = tasks.filter(run=OuterRef("run"), order__lt=OuterRef("order"))
    return assignments().filter(Exists(mine), state=OPEN, step__isnull=False)


def entry_of_approval() -> QuerySet:
    """What the journal noted when an outer task was approved."""
    return all_of("core.JournalSubject").filter(kind="assignment", object_id=OuterRef("pk"), to_state=APPROVED)


def prints_opened_after(tasks: QuerySet) -> QuerySet:
    """The tasks to print that stand open beside a signing step because these were approved."""
    mine = tasks.filter(run=OuterRef("run"), order__lt=OuterRef("order"))
    return assignments().filter(Exists(mine), state=OPEN, step=None, kind=AssignmentKind.PRINT)


def not_needed_since(tasks: QuerySet) -> QuerySet:
    """Members of the group that these approvals, by reaching the quorum, made unnecessary."""
    subjects = all_of("core.JournalSubject").filter(kind="assignment", to_state=AssignmentState.VOIDED, object_id=OuterRef("pk"))
    approvals = entry_of_approval().values("entry")
    mine = tasks.filter(run=OuterRef("run"), order=OuterRef("order")).annotate(entry=Subquery(approvals))
    voided = subjects.filter(entry=OuterRef("entry"))
    group = assignments().filter(Exists(mine), state=AssignmentState.VOIDED, step__isnull=False)
    return group.annotate(entry=Subquery(mine.values("entry")[:1])).filter(Exists(voided))


def unsent() -> QuerySet:
    """Messages *giliran Anda* that have not been begun."""
    return all_of("core.Outbox").filter(topic="your_turn", done_at=None, parked_at=None, attempts=0)


def untold(tasks: QuerySet) -> QuerySet:
    """Those of them about these tasks."""
    return unsent().filter(object_id__in=tasks.values("pk"))


def told(tasks: QuerySet) -> QuerySet:
    """The tasks whose offices know already that it is their turn."""
    return tasks.filter(~Exists(unsent().filter(object_id=OuterRef("pk"))))


def untold_after(tasks: QuerySet) -> QuerySet:
    """What is unsent about all that stands open because these tasks were approved."""
    return untold(opened_after(tasks) | prints_opened_after(tasks))


def told_after(tasks: QuerySet) -> QuerySet:
    return told(opened_after(tasks))


def chosen_step(tasks: QuerySet) -> QuerySet:
    """The assignment by which the chosen earlier step was approved, the newest of each run."""
    chosen = assignments().filter(step=act.value("step", BigIntegerField()), state=APPROVED)
    newest = chosen.filter(run=OuterRef("run")).order_by("-pk").values("pk")[:1]
    return chosen.filter(run__in=tasks.values("run"), pk=Subquery(newest))


def waiting_for_drafter(files: QuerySet) -> QuerySet:
    """The steps that open when a returned file is handed in again: those of the lowest order still waiting."""
    return assignments().filter(run__in=runs_of_files(files).values("pk"), state=WAITING, order=next_order("run"))


def returns_to_put_right() -> QuerySet:
    """The returns whose files are still at their drafters: of each run the newest, while it goes on and nobody has a step open.

    A village that is asked to evaluate itself once more has a task of it.
    """
    run = assignments().filter(run=OuterRef("run"))
    newer = run.filter(state=RETURNED, decided_at__gt=OuterRef("decided_at"))
    elsewhere = run.filter(state=OPEN, step__isnull=False)
    asked = assignments().filter(file=OuterRef("file"), kind=AssignmentKind.SELF_EVALUATION, state=OPEN)
    returns = assignments().filter(state=RETURNED, run__state=RunState.IN_PROGRESS)
    return returns.filter(~Exists(newer), ~Exists(elsewhere), ~Exists(asked))


def whom(field: str) -> Case:
    """A column of the office that a task or return waits for: of a return its drafter's."""
    return Case(When(state=RETURNED, then=F(f"file__office__{field}")), default=F(f"office__{field}"))


def until() -> Case:
    """The day by which a task is due, or by which what came back is to be put right."""
    return Case(When(state=RETURNED, then=F("fix_by")), default=F("due_on"))


def due_on(start=act.on, days=ITS_DAYS) -> Subquery:
    """The working day whose ordinal is `days` higher than that of `start`."""
    calendar = all_of("organisation.WorkingDay").filter(calendar="ID")
    begin = calendar.filter(date=start).values("ordinal")[:1]
    return Subquery(calendar.filter(is_working=True, ordinal=Subquery(begin) + days).order_by("date").values("date")[:1])


def day_to_fix() -> Coalesce:
    """The day that was named, else the usual one: of a return without a day nobody would be reminded."""
    return Coalesce(act.value("fix_until", DateField()), due_on(act.today, Value(DAYS_TO_FIX)))


def steps_asked_again(tasks: QuerySet) -> QuerySet:
    """The open steps of the same group, the tasks themselves included: they are asked anew after a return."""
    mine = tasks.filter(run=OuterRef("run"), order=OuterRef("order"))
    return assignments().filter(Exists(mine), state=OPEN, step__isnull=False)


def steps_open_in_run(tasks: QuerySet) -> QuerySet:
    """All open steps of the runs that these tasks (of whatever kind) belong to."""
    return assignments().filter(run__in=tasks.values("run"), state=OPEN, step__isnull=False).exclude(pk__any=act.subjects)


def completed_runs_of(tasks: QuerySet) -> QuerySet:
    return all_of("routes.Run").filter(pk__in=tasks.values("run"), state=RunState.COMPLETED)


def snapshot_of_file() -> Subquery:
    """The snapshot that an assignment's file stands on now."""
    return Subquery(all_of("core.File").filter(pk=OuterRef("file")).values("snapshot"))


def mandate_on_paper() -> Subquery:
    """The mandate that the file's paper was signed under, as its decree recorded it."""
    return Subquery(all_of("decrees.Decree").filter(pk=OuterRef("file")).values("signatory"))


def decider_on_paper() -> Subquery:
    return Subquery(all_of("decrees.Decree").filter(pk=OuterRef("file")).values("signatory__person"))


def confirmations_of_records(records: QuerySet) -> QuerySet:
    """The open tasks to compare these records with their paper."""
    mine = records.filter(assignment=OuterRef("asked_by"))
    return assignments().filter(Exists(mine), kind=AssignmentKind.CONFIRM_RECORD, state=OPEN)


def versions_replaced(versions: QuerySet) -> QuerySet:
    """The published versions of the same routes, which retire."""
    routes = versions.values("route")
    return all_of("routes.RouteVersion").filter(route__in=routes, state=RouteState.PUBLISHED).exclude(pk__any=act.subjects)


def one_for_each_office(tasks: QuerySet, office: str = "office") -> QuerySet:
    """Of the tasks of this act the oldest of each office: who has several is told once."""
    older = assignments().filter(pk__any=act.subjects, pk__lt=OuterRef("pk"), **{office: OuterRef(office)})
    return tasks.filter(~Exists(older))


def one_for_each_drafter(returns: QuerySet) -> QuerySet:
    return one_for_each_office(returns, "file__office")
