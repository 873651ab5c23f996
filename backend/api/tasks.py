"""*Tugas saya*: what the person's offices must do now, and acting on it."""

from typing import Any

from django.db.models import BooleanField, Case, Prefetch, Q, QuerySet, Value, When
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView

from backend.access import inbox_of, tasks_for
from backend.api.parts import FilePart, Id, Offered, Offering, OfficePart, PersonPart, RegionPart
from backend.api.transitions import BatchTransitions, Transitions
from workflows.core.clock import Today
from workflows.organisation.models import Region
from workflows.organisation.models.region import within
from workflows.routes.models import Assignment, PaperRecord, Remark
from workflows.routes.states import AssignmentKind, AssignmentState, PaperState


class RemarkPart(serializers.ModelSerializer):
    class Meta:
        model = Remark
        fields = ["part", "target", "text", "resolved"]


class Task(Offering, serializers.ModelSerializer):
    kind_label = serializers.CharField(source="get_kind_display")
    state_label = serializers.CharField(source="get_state_display")
    office = OfficePart()
    region = RegionPart()
    file = FilePart()
    decided_by = PersonPart(allow_null=True)
    late = serializers.BooleanField()
    remarks = RemarkPart(many=True)
    record = serializers.SerializerMethodField(help_text="For confirm_record: the record to compare, in /api/records/.")

    class Meta:
        model = Assignment
        fields = ["id", "kind", "kind_label", "state", "state_label", "office", "region", "file", "step", "opened_on",
                  "due_on", "late", "decided_at", "decided_by", "note", "remarks", "record",
                  "available_transitions"]  # fmt: skip

    def get_record(self, task: Assignment) -> int | None:
        asked_by: Any = task.asked_by  # with its `waiting_records`, which `shown` has fetched
        waiting = asked_by.waiting_records if asked_by else []
        return waiting[0].pk if waiting and task.kind == AssignmentKind.CONFIRM_RECORD else None


def shown(tasks: QuerySet[Assignment]) -> QuerySet[Assignment]:
    """With all that `Task` shows."""
    late = Case(When(past_its_day(), then=Value(True)), default=Value(False), output_field=BooleanField())
    waiting = Prefetch(
        "asked_by__paper_records", PaperRecord.objects.filter(state=PaperState.RECORDED), "waiting_records"
    )
    related = tasks.select_related("office", "region", "file__snapshot", "decided_by", "asked_by")
    return related.prefetch_related("remarks", waiting).annotate(late=late)


def past_its_day() -> Q:
    return Q(state=AssignmentState.OPEN, due_on__lt=Today("file__zone"))


class TaskQuery(serializers.Serializer):
    kind = serializers.ChoiceField(AssignmentKind.choices, required=False)
    region = Id(required=False, help_text="Tasks about this region and all that lies in it.")
    late = serializers.BooleanField(required=False, allow_null=True, default=None)


def filtered(tasks: QuerySet[Assignment], asked: dict[str, Any]) -> QuerySet[Assignment]:
    if "kind" in asked:
        tasks = tasks.filter(kind=asked["kind"])
    if "region" in asked:
        region = Region.objects.filter(pk=asked["region"]).first()
        tasks = tasks.filter(within(region.path, "region__")) if region else tasks.none()
    if (late := asked.get("late")) is not None:
        tasks = tasks.filter(past_its_day() if late else ~past_its_day())
    return tasks


@extend_schema(parameters=[TaskQuery])
class Tasks(Offered, ListAPIView):
    """Open tasks of my offices, the most urgent first."""

    serializer_class, filter_query, keyset = Task, TaskQuery, ("due_on", "pk")

    def get_queryset(self) -> QuerySet[Assignment]:
        return shown(filtered(inbox_of(self.mandates), self.asked))


class TaskDetail(Offered, RetrieveAPIView):
    serializer_class = Task

    def get_queryset(self) -> QuerySet[Assignment]:
        return shown(tasks_for(self.mandates))


class TaskTransitions(Transitions):
    def subjects(self) -> QuerySet[Assignment]:
        return tasks_for(self.mandates).select_related("file")


class TaskBatch(BatchTransitions):
    def subjects(self) -> QuerySet[Assignment]:
        return tasks_for(self.mandates).select_related("file")
