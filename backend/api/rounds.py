"""Yearly rounds, and what they ask."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from backend.access import rounds_for
from backend.api.parts import FilePart, OfficePart, RegionPart, Scoped
from workflows.evaluations.models import Instrument, Questionnaire, Round
from workflows.evaluations.states import RoundState


class InstrumentPart(serializers.ModelSerializer):
    """`sha256` is of its data as canonical JSON; an outcome names it."""

    class Meta:
        model = Instrument
        fields = ["id", "code", "version", "sha256", "published_on"]


class QuestionnairePart(serializers.ModelSerializer):
    class Meta:
        model = Questionnaire
        fields = ["id", "code", "version", "sha256", "published_on"]


class RoundPart(serializers.ModelSerializer):
    id = serializers.IntegerField(source="pk")
    state_label = serializers.CharField(source="get_state_display")
    region = RegionPart()
    office = OfficePart(source="file.office")
    instrument = InstrumentPart()
    questionnaire = QuestionnairePart()
    file = FilePart()

    class Meta:
        model = Round
        fields = ["id", "state", "state_label", "region", "office", "year", "instrument", "questionnaire", "cutoff_on", "opens_on",
                  "answers_by", "verified_by", "accepted_by", "meets_by", "file"]  # fmt: skip


class RoundDetail(RoundPart):
    """`asks`: the questionnaire, its sections of questions with what each may be answered."""

    asks = serializers.DictField(source="questionnaire.data")

    class Meta(RoundPart.Meta):
        fields = [*RoundPart.Meta.fields, "asks"]


class RoundQuery(serializers.Serializer):
    state = serializers.ChoiceField(RoundState.choices, required=False)
    year = serializers.IntegerField(required=False, min_value=0, max_value=9999)


class RoundsShown(Scoped):
    serializer_class = RoundPart

    def get_queryset(self) -> QuerySet[Round]:
        wanted = ("region", "file__office", "file__snapshot", "instrument", "questionnaire")
        return rounds_for(self.mandates).select_related(*wanted).filter(**self.asked)


class Rounds(RoundsShown, ListAPIView):
    """Rounds that I may see, the newest first."""

    filter_query, keyset = RoundQuery, ("-pk",)

    @extend_schema(parameters=[RoundQuery])
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)


class OneRound(RoundsShown, RetrieveAPIView):
    """One round, with what it asks."""

    serializer_class = RoundDetail
