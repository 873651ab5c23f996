"""Coaching, to read: events with who is to come, visits with what was found, needs with who was asked."""

from typing import Any

from django.db.models import F, Prefetch, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView

from backend.access import events_for, needs_for, visits_for
from backend.api.parts import FilePart, Id, OfficePart, RegionPart, Scoped
from workflows.coaching.models import Event, Need, Participants, Visit
from workflows.coaching.states import EventKind, EventState, NeedState, VisitState


class ParticipantsPart(serializers.ModelSerializer):
    """So many of an office, or of an element that has none, have a place (`count`), and so many wait for one."""

    office = OfficePart(allow_null=True)

    class Meta:
        model = Participants
        fields = ["office", "element", "count", "waiting"]


class EventPart(serializers.ModelSerializer):
    office = OfficePart()
    regions = RegionPart(many=True)
    participants = ParticipantsPart(many=True, source="listed")

    class Meta:
        model = Event
        fields = ["id", "kind", "title", "office", "series", "stage", "regions", "place", "planned_on", "held_on", "capacity",
                  "enrolled", "participants", "report", "state"]  # fmt: skip


class VisitPart(serializers.ModelSerializer):
    region = RegionPart()
    visitors = OfficePart(many=True)

    class Meta:
        model = Visit
        fields = ["id", "plan", "region", "month", "due_on", "held_on", "visitors", "report", "state"]


class NeedPart(serializers.ModelSerializer):
    """`aims` and `funds` name the versions of the lists that `aim` and `fund` are keys of."""

    id = serializers.IntegerField(source="pk")
    village = serializers.IntegerField(source="kampung_id")
    region = RegionPart(source="kampung.region")
    owner = OfficePart(allow_null=True)
    file = FilePart()
    aim_label = serializers.CharField(source="aim_words")
    fund_label = serializers.CharField(source="fund_words")

    class Meta:
        model = Need
        fields = ["id", "village", "region", "visit", "what", "aims", "aim", "aim_label", "owner", "due_on", "funds", "fund",
                  "fund_label", "state", "file"]  # fmt: skip


class EventQuery(serializers.Serializer):
    kind = serializers.ChoiceField(EventKind.choices, required=False)
    state = serializers.ChoiceField(EventState.choices, required=False)
    region = Id(required=False, help_text="For which it is held.")


class VisitQuery(serializers.Serializer):
    state = serializers.ChoiceField(VisitState.choices, required=False)
    plan = Id(required=False)
    region = Id(required=False, help_text="The kecamatan.")


class NeedQuery(serializers.Serializer):
    state = serializers.ChoiceField(NeedState.choices, required=False)
    village = Id(required=False, help_text="As in /api/villages/.")
    owner = Id(required=False, help_text="The office that was asked.")


def renamed(asked: dict[str, Any], columns: dict[str, str]) -> dict[str, Any]:
    return {columns.get(name, name): value for name, value in asked.items()}


class AnyEvent(Scoped):
    serializer_class = EventPart

    def get_queryset(self) -> QuerySet[Event]:
        standing = Participants.objects.filter(list=F("event__lists")).select_related("office").order_by("pk")
        seen = events_for(self.mandates).select_related("office").prefetch_related(
            "regions", Prefetch("participants", standing, to_attr="listed")
        )  # fmt: skip
        return seen.filter(**renamed(self.asked, {"region": "regions"}))


@extend_schema(parameters=[EventQuery])
class Events(AnyEvent, ListAPIView):
    """Meetings and trainings for my territory, the newest first."""

    filter_query, keyset = EventQuery, ("-planned_on", "-pk")


class OneEvent(AnyEvent, RetrieveAPIView):
    """One of them."""


@extend_schema(parameters=[VisitQuery])
class Visits(Scoped, ListAPIView):
    """Coaching visits to my territory, the newest month first."""

    serializer_class, filter_query, keyset = VisitPart, VisitQuery, ("-month", "-pk")

    def get_queryset(self) -> QuerySet[Visit]:
        return visits_for(self.mandates).select_related("region").prefetch_related("visitors").filter(**self.asked)


class AnyNeed(Scoped):
    serializer_class = NeedPart

    def get_queryset(self) -> QuerySet[Need]:
        seen = needs_for(self.mandates).select_related("kampung__region", "owner", "file__snapshot")
        return seen.filter(**renamed(self.asked, {"village": "kampung"}))


@extend_schema(parameters=[NeedQuery])
class Needs(AnyNeed, ListAPIView):
    """What villages need of other offices, the newest first; a partner agency sees what it was asked for."""

    filter_query, keyset = NeedQuery, ("-pk",)


class OneNeed(AnyNeed, RetrieveAPIView):
    """One of them. Its follow-up is a task: /api/tasks/."""
