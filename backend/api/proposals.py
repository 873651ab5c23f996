"""Proposals: how a village asks to be named."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from backend.access import acting_mandate, attachments_for, drafting_mandate, proposals_for
from backend.api.decrees import StepPart, ladder
from backend.api.parsing import LARGEST
from backend.api.parts import (
    FilePart,
    Id,
    Offered,
    Offering,
    OfficePart,
    PersonalRequest,
    PersonPart,
    RegionPart,
    checked,
)
from backend.api.transitions import KEY, Transitions, made_once
from workflows.core.errors import BadValues
from workflows.organisation.models import Mandate, Region
from workflows.villages.drafting import attach, save_draft, start_proposal
from workflows.villages.models import Evidence, Proposal
from workflows.villages.states import EvidenceKind, ProposalState


class EvidencePart(serializers.ModelSerializer):
    """Get the paper from /api/attachments/{attachment}/."""

    name = serializers.CharField(source="attachment.name")
    sha256 = serializers.CharField(source="attachment.sha256")

    class Meta:
        model = Evidence
        fields = ["id", "kind", "attachment", "name", "sha256", "note"]


class ProposalPart(Offering, serializers.ModelSerializer):
    id = serializers.IntegerField(source="pk")
    state_label = serializers.CharField(source="get_state_display")
    village = serializers.IntegerField(source="kampung_id")
    region = RegionPart(source="kampung.region")
    drafting_office = OfficePart(source="file.office")
    drafted_by = PersonPart(source="file.drafted_by")
    file = FilePart()
    evidence = EvidencePart(source="file.evidence", many=True)
    steps = StepPart(source="file.assignments", many=True)

    class Meta:
        model = Proposal
        fields = ["id", "state", "state_label", "village", "region", "era", "preconditions", "criteria", "field_check",
                  "profile", "letter_number", "letter_on", "drafting_office", "drafted_by", "file", "evidence", "steps",
                  "available_transitions"]  # fmt: skip


class Answers(serializers.Serializer):
    """`{"commitment": {"met": true, "note": "…"}}`, as the schema of the era asks."""

    preconditions = serializers.DictField(required=False)
    criteria = serializers.DictField(required=False)
    profile = serializers.CharField(required=False, allow_blank=True)
    letter_number = serializers.CharField(required=False, allow_blank=True)
    letter_on = serializers.CharField(required=False, allow_blank=True, help_text="2024-05-06")
    mandate = Id(required=False, allow_null=True)


class NewProposal(serializers.Serializer):
    region = Id(help_text="The village.")
    era = serializers.IntegerField(min_value=0, max_value=9999, help_text="The year whose criteria apply.")
    hamlet = serializers.CharField(required=False, max_length=100)
    mandate = Id(required=False, allow_null=True)


class ProposalEdit(Answers):
    version = serializers.IntegerField(min_value=0, max_value=LARGEST, help_text="The file's, as you saw it.")


class NewEvidence(serializers.Serializer):
    kind = serializers.ChoiceField(EvidenceKind.choices)
    attachment = Id(help_text="Upload it first, to /api/attachments/.")
    note = serializers.CharField(required=False, allow_blank=True, default="", max_length=300)
    mandate = Id(required=False, allow_null=True)


class ProposalQuery(serializers.Serializer):
    state = serializers.ChoiceField(ProposalState.choices, required=False)
    village = Id(required=False, help_text="As in /api/villages/.")


def shown(mandates: list[Mandate]) -> QuerySet[Proposal]:
    """With all that `ProposalPart` shows."""
    related = proposals_for(mandates).select_related(
        "kampung__region", "file__office", "file__drafted_by", "file__snapshot"
    )
    evidence = Prefetch("file__evidence", Evidence.objects.select_related("attachment").order_by("pk"))
    return related.prefetch_related(evidence, Prefetch("file__assignments", ladder()))


class Proposals(Offered, ListAPIView):
    """Proposals that I may see, the newest first."""

    serializer_class, filter_query, keyset = ProposalPart, ProposalQuery, ("-pk",)

    def get_queryset(self) -> QuerySet[Proposal]:
        columns = {"state": "state", "village": "kampung"}
        return shown(self.mandates).filter(**{columns[name]: value for name, value in self.asked.items()})

    @extend_schema(parameters=[ProposalQuery])
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    @extend_schema(request=NewProposal, responses={201: ProposalPart}, parameters=[KEY])
    def post(self, request: PersonalRequest) -> Response:
        """Start a proposal of a village in my office."""
        given = checked(NewProposal, request)
        region = Region.objects.filter(pk=given.pop("region")).first()
        if region is None:
            raise BadValues({"region": _("Desa/kelurahan ini tidak dikenal.")})
        by = drafting_mandate(request.user, region, given.pop("mandate", None))
        made = made_once(request, lambda: start_proposal(region, by, **given).pk)
        return Response(self.represented(shown(self.mandates).get(pk=made), ProposalPart), 201)


class OneProposal(Offered, RetrieveAPIView):
    serializer_class = ProposalPart

    def get_queryset(self) -> QuerySet[Proposal]:
        return shown(self.mandates)

    @extend_schema(request=ProposalEdit, responses=ProposalPart)
    def patch(self, request: PersonalRequest, pk: int) -> Response:
        """Change a draft, or a returned proposal. Answers are added to those already given."""
        proposal, given = self.get_object(), checked(ProposalEdit, request)
        save_draft(proposal, acting_mandate(request.user, proposal, given.pop("mandate", None)), **given)
        return Response(self.represented(self.get_object(), ProposalPart))


class ProposalEvidence(Offered):
    serializer_class = ProposalPart

    def get_queryset(self) -> QuerySet[Proposal]:
        return shown(self.mandates)

    @extend_schema(request=NewEvidence, responses={201: EvidencePart})
    def post(self, request: PersonalRequest, pk: int) -> Response:
        """Put an uploaded paper beside a draft."""
        proposal, given = self.get_object(), checked(NewEvidence, request)
        paper = attachments_for(request.user).filter(pk=given["attachment"]).first()
        if paper is None:
            raise BadValues({"attachment": _("Unggahan ini tidak ada; unggah berkasnya lebih dahulu.")})
        by = acting_mandate(request.user, proposal, given.get("mandate"))
        return Response(EvidencePart(attach(proposal, by, given["kind"], paper, given["note"])).data, 201)


class ProposalTransitions(Transitions):
    def subjects(self) -> QuerySet[Proposal]:
        return proposals_for(self.mandates).select_related("file")
