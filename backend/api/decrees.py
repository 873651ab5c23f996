"""Decrees as they stand: what they say, whose turn it is, which papers there are."""

from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from backend.access import decrees_for
from backend.api.drafting import Changes, DecreeEdit, NewDecree, change, start
from backend.api.parts import FilePart, Id, Offered, Offering, OfficePart, PersonalRequest, PersonPart, checked
from backend.api.transitions import KEY, Transitions, made_once
from documents.models import Document
from workflows.decrees.models import Decree, DecreeLink, DecreeRow, LegalBasis
from workflows.decrees.states import DecreeKind, DecreeState
from workflows.organisation.models import Mandate, Region
from workflows.organisation.models.region import within
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState


class PaperPart(serializers.ModelSerializer):
    """Get its PDF from /api/documents/{sha256}; while it waits for its electronic signature, only its signatories do."""

    class Meta:
        model = Document
        fields = ["sha256", "form", "pages", "number", "dated"]


class DecreeBrief(Offering, serializers.ModelSerializer):
    id = serializers.IntegerField(source="pk")
    kind_label = serializers.CharField(source="get_kind_display")
    state_label = serializers.CharField(source="get_state_display")
    issuer = OfficePart()
    drafting_office = OfficePart(source="file.office")
    file = FilePart()
    row_count = serializers.IntegerField()
    documents = PaperPart(source="file.documents", many=True)

    class Meta:
        model = Decree
        fields = ["id", "kind", "kind_label", "state", "state_label", "subject", "issuer", "drafting_office", "file",
                  "effects", "signing", "effective_on", "expires_on", "decided_on", "in_force_on", "issue", "reported_number",
                  "reported_on", "row_count", "documents", "available_transitions"]  # fmt: skip


class BasisPart(serializers.ModelSerializer):
    class Meta:
        model = LegalBasis
        fields = ["id", "title", "cited_under"]


class LinkPart(serializers.ModelSerializer):
    decree = serializers.IntegerField(source="other_id")

    class Meta:
        model = DecreeLink
        fields = ["kind", "decree"]


class LinkedFromPart(serializers.ModelSerializer):
    class Meta:
        model = DecreeLink
        fields = ["kind", "decree"]


class StepPart(serializers.ModelSerializer):
    """A rung of the ladder: whose step, and how it stands."""

    office = OfficePart()
    decided_by = PersonPart(allow_null=True)

    class Meta:
        model = Assignment
        fields = ["id", "order", "kind", "office", "state", "due_on", "decided_at", "decided_by", "note"]


class DecreeDetail(DecreeBrief):
    drafted_by = PersonPart(source="file.drafted_by")
    bases = BasisPart(many=True)
    links = LinkPart(many=True)
    linked_from = LinkedFromPart(many=True, help_text="What later decrees did to this one.")
    steps = StepPart(source="file.assignments", many=True)

    class Meta(DecreeBrief.Meta):
        fields = [
            *DecreeBrief.Meta.fields,
            "drafted_by",
            "considerations",
            "bases",
            "clauses",
            "copies_to",
            "links",
            "linked_from",
            "retroactive",
            "grounds",
            "defect",
            "clause_changes",
            "steps",
        ]


def shown(decrees: QuerySet[Decree], steps: QuerySet[Assignment]) -> QuerySet[Decree]:
    """With all that the serializers show; `steps` are the assignments to bring along."""
    standing = DecreeRow.objects.filter(decree=OuterRef("pk"), struck=False).order_by().values("decree")
    count = Coalesce(Subquery(standing.annotate(n=Count("pk")).values("n")), 0, output_field=IntegerField())
    related = decrees.select_related("issuer", "file__office", "file__drafted_by", "file__snapshot")
    return related.prefetch_related("file__documents", Prefetch("file__assignments", steps)).annotate(row_count=count)


def turns() -> QuerySet[Assignment]:
    """Whose turn it is."""
    return ladder().filter(state=AssignmentState.OPEN)


def ladder() -> QuerySet[Assignment]:
    """The steps and what they called for, in their order; not what a decree in force asks of its villages."""
    steps = Assignment.objects.exclude(kind=AssignmentKind.FOLLOW_UP)
    return steps.select_related("office", "decided_by").order_by("order", "pk")


class DecreeQuery(serializers.Serializer):
    kind = serializers.ChoiceField(DecreeKind.choices, required=False)
    state = serializers.ChoiceField(DecreeState.choices, required=False)
    region = Id(required=False, help_text="Decrees of this region and all that lies in it.")
    village = Id(required=False, help_text="Decrees that list it, as in /api/villages/.")
    words = serializers.CharField(required=False, max_length=100, help_text="In the subject.")


def filtered(decrees: QuerySet[Decree], asked: dict[str, Any]) -> QuerySet[Decree]:
    plain = {"kind": "kind", "state": "state", "words": "subject__icontains"}
    decrees = decrees.filter(**{plain[name]: asked[name] for name in plain.keys() & asked.keys()})
    if "region" in asked:
        region = Region.objects.filter(pk=asked["region"]).first()
        decrees = decrees.filter(within(region.path, "file__region__")) if region else decrees.none()
    if "village" in asked:
        listed = DecreeRow.objects.filter(kampung=asked["village"], struck=False)
        decrees = decrees.filter(pk__in=listed.values("decree"))
    return decrees


def detailed(mandates: list[Mandate]) -> QuerySet[Decree]:
    return shown(decrees_for(mandates), ladder()).prefetch_related("bases", "links", "linked_from")


class Decrees(Offered, ListAPIView):
    """Decrees that I may see, the newest first."""

    serializer_class, filter_query, keyset = DecreeBrief, DecreeQuery, ("-pk",)

    def get_queryset(self) -> QuerySet[Decree]:
        return shown(filtered(decrees_for(self.mandates), self.asked), turns())

    @extend_schema(parameters=[DecreeQuery])
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    @extend_schema(request=NewDecree, responses={201: DecreeDetail}, parameters=[KEY])
    def post(self, request: PersonalRequest) -> Response:
        """Start a draft in my office."""
        given = checked(NewDecree, request)
        made = made_once(request, lambda: start(request.user, given).pk)
        return Response(self.represented(detailed(self.mandates).get(pk=made), DecreeDetail), 201)


class OneDecree(Offered, RetrieveAPIView):
    serializer_class = DecreeDetail

    def get_queryset(self) -> QuerySet[Decree]:
        return detailed(self.mandates)

    @extend_schema(request=DecreeEdit, responses=DecreeDetail)
    def patch(self, request: PersonalRequest, pk: int) -> Response:
        """Change a draft, or a returned decree. What is left out stays."""
        change(request.user, self.get_object(), checked(DecreeEdit, request))
        return Response(self.represented(self.get_object(), DecreeDetail))


class DecreeTransitions(Transitions):
    value_serializers = {"changes": Changes}

    def subjects(self) -> QuerySet[Decree]:
        return decrees_for(self.mandates).select_related("file")
