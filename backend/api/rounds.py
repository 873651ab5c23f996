"""Yearly rounds, and the evaluations in them with what was computed, and what is done with them."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from backend.access import evaluations_for, rounds_for
from backend.api.decrees import StepPart, ladder
from backend.api.parts import FilePart, Id, Offered, Offering, OfficePart, RegionPart, Scoped
from backend.api.remarks import RemarkToAnswer, remarks_told
from backend.api.transitions import Transitions
from workflows.evaluations.models import Evaluation, EvidencePhoto, Instrument, Questionnaire, Round
from workflows.evaluations.states import EvaluationState, RoundState


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


class PhotoPart(serializers.ModelSerializer):
    """Get the picture from /api/attachments/{attachment}/."""

    sha256 = serializers.CharField(source="attachment.sha256")

    class Meta:
        model = EvidencePhoto
        fields = ["id", "section", "attachment", "sha256", "note"]


class EvaluationPart(serializers.ModelSerializer):
    """`facts` and `outcome` as they were frozen when it was handed in; `computed` is "" where no class could be."""

    id = serializers.IntegerField(source="pk")
    state_label = serializers.CharField(source="get_state_display")
    village = serializers.IntegerField(source="kampung_id")
    region = RegionPart(source="kampung.region")
    year = serializers.IntegerField(source="round.year")
    outcome = serializers.SerializerMethodField()
    photos = PhotoPart(many=True)
    file = FilePart()
    steps = StepPart(source="file.assignments", many=True)

    class Meta:
        model = Evaluation
        fields = ["id", "state", "state_label", "village", "region", "round", "year", "answers", "facts", "outcome", "computed",
                  "decided_class", "deviation", "late_until", "photos", "file", "steps"]  # fmt: skip

    @extend_schema_field(serializers.DictField(allow_null=True))
    def get_outcome(self, evaluation: Evaluation) -> dict[str, Any] | None:
        return evaluation.outcome


class EvaluationDetail(Offering, EvaluationPart):
    """Answer its `remarks` at /api/evaluations/{id}/remarks/{remark}/."""

    remarks = serializers.SerializerMethodField()

    class Meta(EvaluationPart.Meta):
        fields = [*EvaluationPart.Meta.fields, "remarks", "available_transitions"]

    @extend_schema_field(RemarkToAnswer(many=True))
    def get_remarks(self, evaluation: Evaluation) -> list[dict[str, Any]]:
        return remarks_told(evaluation)


class RoundQuery(serializers.Serializer):
    state = serializers.ChoiceField(RoundState.choices, required=False)
    year = serializers.IntegerField(required=False, min_value=0, max_value=9999)


class EvaluationQuery(serializers.Serializer):
    state = serializers.ChoiceField(EvaluationState.choices, required=False)
    round = Id(required=False)
    village = Id(required=False, help_text="As in /api/villages/.")


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
    """One round."""


class EvaluationsShown(Scoped):
    serializer_class = EvaluationPart

    def get_queryset(self) -> QuerySet[Evaluation]:
        wanted = evaluations_for(self.mandates).select_related("kampung__region", "round", "file__office", "file__snapshot")
        photos = Prefetch("photos", EvidencePhoto.objects.select_related("attachment").order_by("pk"))
        columns = {"state": "state", "round": "round", "village": "kampung"}
        narrowed = wanted.filter(**{columns[name]: value for name, value in self.asked.items()})
        return narrowed.prefetch_related(photos, Prefetch("file__assignments", ladder()))


class Evaluations(EvaluationsShown, ListAPIView):
    """Evaluations that I may see, the newest first."""

    filter_query, keyset = EvaluationQuery, ("-pk",)

    @extend_schema(parameters=[EvaluationQuery])
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)


class OneEvaluation(EvaluationsShown, Offered, RetrieveAPIView):
    """One evaluation with its answers, the figures that it was computed from, the outcome, and what was remarked on it."""

    serializer_class = EvaluationDetail


class EvaluationTransitions(Transitions):
    """Hand in, hand in again once every remark was seen to; late, once more, compute again."""

    def subjects(self) -> QuerySet[Evaluation]:
        return evaluations_for(self.mandates).select_related("file")
