"""What an outbox row is about, as a notice says it."""

from typing import Any

from worker.notices import Notice, notice
from workflows.coaching.inventory import standing_list
from workflows.coaching.models import Event, Need
from workflows.core.clock import today
from workflows.core.models import File, Outbox
from workflows.decrees.models import Decree
from workflows.evaluations.models import Evaluation
from workflows.meetings.models import Rakor
from workflows.routes.models import Assignment
from workflows.routes.queries import returns_to_put_right
from workflows.routes.states import AssignmentKind, AssignmentState
from workflows.villages.models import KampungKB


def about_task(row: Outbox, template: str = "") -> Notice:
    """`object_id` is an assignment."""
    task = Assignment.objects.select_related("file", "office", "region").get(pk=row.object_id)
    return notice(
        template or row.topic, marked(task.file), f"/tugas/{task.pk}/",
        task=task.get_kind_display(), office=task.office.label, place=task.region.name, due_on=task.due_on,
        reason=task.reply or task.note, example=task.file.example,
    )  # fmt: skip


def about_return(row: Outbox, template: str = "", **more: Any) -> Notice:
    """`object_id` is the assignment that returned the file `by` its office; it leads to where the remarks are put right.

    The `office` that is told is the drafter's, or the one above it.
    """
    task = Assignment.objects.select_related("file__office", "office", "region").get(pk=row.object_id)
    return notice(
        template or row.topic, marked(task.file), path_to_fix(task.file_id), by=task.office.label,
        office=row.office.label if row.office else "", drafter=task.file.office.label, place=task.region.name, due_on=task.fix_by,
        reason=task.note, remarks=task.remarks.count(), **more,
    )  # fmt: skip


def about_nudge(row: Outbox, template: str = "") -> Notice:
    """`object_id` is the oldest task that an office is reminded of by another."""
    task = Assignment.objects.select_related("file", "office", "region").get(pk=row.object_id)
    late = Assignment.objects.filter(office=task.office_id, state=AssignmentState.OPEN, due_on__lt=today(task.file.zone))
    return notice(
        template or row.topic, marked(task.file), f"/tugas/{task.pk}/", by=row.entry.office.label,
        task=task.get_kind_display(), office=task.office.label, place=task.region.name, due_on=task.due_on,
        others=late.exclude(pk=task.pk).count(),
    )  # fmt: skip


def about_nudge_to_fix(row: Outbox, template: str = "") -> Notice:
    """`object_id` is the oldest return that its drafter is reminded of by another office."""
    others = returns_to_put_right().filter(file__office=row.office).exclude(pk=row.object_id)
    return about_return(row, template, asker=row.entry.office.label, others=others.count())


def about_signing(row: Outbox, template: str = "") -> Notice:
    """`object_id` is the task *tanda tangan*; why it did not succeed stands in the journal."""
    task = Assignment.objects.select_related("file", "office").get(pk=row.object_id)
    return notice(
        template or row.topic, marked(task.file), f"/tugas/{task.pk}/tanda-tangan/", office=task.office.label,
        reason=row.entry.reason, due_on=task.due_on,
    )  # fmt: skip


def about_file(row: Outbox, template: str = "") -> Notice:
    """`object_id` is a file, which is also a decree's or a letter's key."""
    file = File.objects.select_related("region").get(pk=row.object_id)
    return notice(template or row.topic, marked(file), path_of(file), place=file.region.name, reason=row.entry.reason)


def about_village(row: Outbox, template: str = "") -> Notice:
    """`object_id` is a Kampung KB, `payload.decree` what moved it."""
    kampung = KampungKB.objects.select_related("region").get(pk=row.object_id)
    decree = Decree.objects.select_related("file").get(pk=row.payload["decree"])
    number = (decree.issue or {}).get("number") or ""
    return notice(
        template or row.topic, marked(decree.file), f"/desa/{kampung.pk}/",
        place=kampung.region.name, state=kampung.get_state_display(), number=number, since=decree.in_force_on,
    )  # fmt: skip


def about_class(row: Outbox, template: str = "") -> Notice:
    """`object_id` is an evaluation on which a rakor decided."""
    found = Evaluation.objects.select_related("file__region", "round__instrument").get(pk=row.object_id)
    decided = found.round.instrument.definition.class_named(found.decided_class)
    return notice(
        template or row.topic, marked(found.file), path_of(found.file), place=found.file.region.name, year=found.round.year,
        label=decided.label if decided else "", deviates=found.deviates,
    )  # fmt: skip


def about_rakor(row: Outbox, template: str = "") -> Notice:
    """`object_id` is a rakor; why it was moved or called off stands in the journal."""
    rakor = Rakor.objects.select_related("file__region").get(pk=row.object_id)
    return notice(
        template or row.topic, marked(rakor.file), path_of(rakor.file), place=rakor.file.region.name, held_on=rakor.held_on,
        time=f"{rakor.begins:%H.%M}", venue=rakor.place, reason=row.entry.reason,
    )  # fmt: skip


def about_event(row: Outbox, template: str = "") -> Notice:
    """`object_id` is an event to which the row's office is invited; why it was called off stands in the journal."""
    event = Event.objects.select_related("office").get(pk=row.object_id)
    line = standing_list(event).filter(office=row.office_id).first()
    return notice(
        template or row.topic, event.title, f"/pembinaan/kegiatan/{event.pk}/", by=event.office.label, held_on=event.planned_on,
        venue=event.place, places=line.count if line else 0, waiting=line.waiting if line else 0, reason=row.entry.reason,
    )  # fmt: skip


def about_need(row: Outbox, template: str = "") -> Notice:
    """`object_id` is a need that an office was asked to see to, answered or declined, or that was settled."""
    need = Need.objects.select_related("file__region", "owner").get(pk=row.object_id)
    answers = need.file.assignments.filter(kind=AssignmentKind.FOLLOW_UP).order_by("-pk").values_list("reply", flat=True)
    return notice(
        template or row.topic, marked(need.file), path_of(need.file), office=need.owner.label if need.owner else "",
        place=need.file.region.name, due_on=need.due_on, by=row.entry.office.label,
        reason=row.entry.reason or answers.first() or "",
    )  # fmt: skip


PLACES = {
    "decree": "keputusan", "proposal": "usulan", "letter": "surat", "round": "putaran", "evaluation": "evaluasi",
    "rakor": "rakor", "competition": "lomba", "entry": "peserta", "need": "kebutuhan",
}  # fmt: skip
"""Where each kind of file has its pages."""


def path_of(file: File) -> str:
    """Where a file is read."""
    return f"/{PLACES[file.kind]}/{file.pk}/"


def path_to_fix(file: int) -> str:
    """Where what came back is put right, remark by remark."""
    return f"/berkas/{file}/perbaiki/"


def marked(file: File) -> str:
    """The title; examples are marked so that nobody takes them for real."""
    return f"CONTOH {file.title}" if file.example else file.title
