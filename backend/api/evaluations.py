"""Evaluations with their answers, what was computed of them and what was remarked; answered by the village's office."""

from typing import Any

from django.db import transaction
from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView, get_object_or_404
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from backend.access import acting_mandate, evaluations_for
from backend.api.attachments import Upload, UploadThrottle
from backend.api.decrees import StepPart, ladder
from backend.api.parsing import LARGEST
from backend.api.parts import FilePart, Id, Offered, Offering, PersonalRequest, RegionPart, Scoped, checked
from backend.api.remarks import RemarkToAnswer, remarks_told
from backend.api.transitions import KEY, Transitions, made_once
from backend.uploads import keep_photo
from workflows.evaluations.drafting import attach_photo, detach_photo, save_answers
from workflows.evaluations.models import Evaluation, EvidencePhoto
from workflows.evaluations.states import EvaluationState


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


class EvaluationEdit(serializers.Serializer):
    """`{"pokja": {"meets": true, "meetings": 12}}`, as the round `asks`; null takes an answer back."""

    answers = serializers.DictField(child=serializers.DictField())
    version = serializers.IntegerField(min_value=0, max_value=LARGEST, help_text="The file's, as you saw it.")
    mandate = Id(required=False, allow_null=True, default=None)


class NewPhoto(Upload):
    section = serializers.CharField(max_length=100, help_text="A section that the round asks.")
    note = serializers.CharField(required=False, allow_blank=True, default="", max_length=300)
    mandate = Id(required=False)


class EvaluationQuery(serializers.Serializer):
    state = serializers.ChoiceField(EvaluationState.choices, required=False)
    round = Id(required=False)
    village = Id(required=False, help_text="As in /api/villages/.")


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

    @extend_schema(request=EvaluationEdit, responses=EvaluationDetail)
    def patch(self, request: PersonalRequest, pk: int) -> Response:
        """Answer, before it is handed in or after it came back. Answers are added to those already given."""
        evaluation, given = self.get_object(), checked(EvaluationEdit, request)
        by = acting_mandate(request.user, evaluation, given["mandate"])
        save_answers(evaluation, by, given["answers"], version=given["version"])
        return Response(self.represented(self.get_object(), EvaluationDetail))


class EvaluationPhotos(Scoped):
    serializer_class, parser_classes, throttle_classes = PhotoPart, [MultiPartParser], [UploadThrottle]

    @extend_schema(request={"multipart/form-data": NewPhoto}, responses={201: PhotoPart}, parameters=[KEY])
    def post(self, request: PersonalRequest, pk: int) -> Response:
        """Put a photo beside a section."""
        made = self.take(get_object_or_404(evaluations_for(self.mandates), pk=pk), request)
        return Response(PhotoPart(EvidencePhoto.objects.select_related("attachment").get(pk=made)).data, 201)

    @transaction.atomic
    def take(self, evaluation: Evaluation, request: PersonalRequest) -> int:
        """Its id. Nothing is kept of what is refused."""
        given = checked(NewPhoto, request)
        by = acting_mandate(request.user, evaluation, given.get("mandate"))
        section, note, kept = given["section"], given["note"], keep_photo(given["file"], by.person, "file")
        return made_once(request, lambda: attach_photo(evaluation, by, section, kept, note).pk, [kept.pk, section, note, by.pk])


class OnePhoto(Scoped):
    serializer_class = PhotoPart

    @extend_schema(responses={204: None})
    def delete(self, request: PersonalRequest, pk: int, photo: int) -> Response:
        """Take it away again; what was handed in with it still names its hash."""
        photos = EvidencePhoto.objects.filter(evaluation__in=evaluations_for(self.mandates)).select_related("evaluation")
        found = get_object_or_404(photos, pk=photo, evaluation=pk)
        detach_photo(found, acting_mandate(request.user, found.evaluation))
        return Response(status=204)


class EvaluationTransitions(Transitions):
    """Hand in, hand in again once every remark was seen to; late, once more, compute again."""

    def subjects(self) -> QuerySet[Evaluation]:
        return evaluations_for(self.mandates).select_related("file")
