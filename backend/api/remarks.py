"""Remarks on an evaluation that came back: read with it, and answered by whoever puts it right."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.response import Response

from backend.access import acting_mandate, evaluations_for
from backend.api.parsing import LARGEST
from backend.api.parts import Id, OfficePart, PersonalRequest, PersonPart, Scoped, checked
from backend.api.transitions import KEY, made_once
from workflows.evaluations.fixing import binding, unseen
from workflows.evaluations.models import Evaluation
from workflows.organisation.models import Mandate
from workflows.routes.models import Remark
from workflows.routes.remarks import LONGEST_ANSWER, answer_remarks


class RemarkToAnswer(serializers.ModelSerializer):
    """`target` is where it is pinned (`pokja.meetings`, `activities.photos`, `outcome`; "": the whole).

    `seen`: it does not stand in the way of `resubmit`, since it was `answered` or what it is about has changed.
    """

    office = OfficePart(source="assignment.office")
    answered = serializers.BooleanField(source="resolved")
    answered_by = PersonPart(source="resolved_by", allow_null=True)
    seen = serializers.SerializerMethodField()

    class Meta:
        model = Remark
        fields = ["id", "part", "target", "text", "office", "answer", "answered", "answered_by", "seen"]

    def get_seen(self, remark: Remark) -> bool:
        return remark.pk not in self.context["unseen"]


class AnswerToRemark(serializers.Serializer):
    answer = serializers.CharField(max_length=LONGEST_ANSWER, allow_blank=True, help_text='What was done; "" takes an answer back.')
    version = serializers.IntegerField(required=False, allow_null=True, default=None, min_value=0, max_value=LARGEST,
                                       help_text="The file's, as you saw it.")  # fmt: skip
    mandate = Id(required=False, allow_null=True, default=None)


def remarks_told(evaluation: Evaluation) -> Any:
    """Those that are to be answered, or were after the last return; of what was asked anew none binds."""
    remarks = binding(evaluation).select_related("assignment__office", "resolved_by")
    return RemarkToAnswer(remarks, many=True, context={"unseen": {one.pk for one in unseen(evaluation)}}).data


class EvaluationRemark(Scoped):
    serializer_class = AnswerToRemark

    @extend_schema(request=AnswerToRemark, responses=RemarkToAnswer, parameters=[KEY])
    def post(self, request: PersonalRequest, pk: int, remark: int) -> Response:
        """Say what was done about one remark."""
        evaluation = self.evaluation()
        if not binding(evaluation).filter(pk=remark).exists():
            raise Http404
        given = checked(AnswerToRemark, request)
        by = acting_mandate(request.user, evaluation, given["mandate"])
        made_once(request, lambda: answer_it(evaluation, remark, by, given["answer"], given["version"]))
        return Response(next(one for one in remarks_told(self.evaluation()) if one["id"] == remark))

    def evaluation(self) -> Evaluation:
        wanted = ("file__snapshot", "round__questionnaire")
        return get_object_or_404(evaluations_for(self.mandates).select_related(*wanted), pk=self.kwargs["pk"])


def answer_it(evaluation: Evaluation, remark: int, by: Mandate, answer: str, version: int | None) -> int:
    answer_remarks(evaluation.file, by, {remark: answer}, version)
    return remark
