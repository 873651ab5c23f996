"""Rakors: read with their agenda and attendance, planned, and acted on as the organiser's office does on the pages."""

from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView, get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from backend.access import drafting_mandate, rakors_for, rounds_for, scope_of
from backend.api.parts import (
    FilePart,
    Id,
    LocalTime,
    Offered,
    Offering,
    OfficePart,
    PersonalRequest,
    RegionPart,
    checked,
)
from backend.api.transitions import KEY, Transitions, made_once
from workflows.core.errors import BadValues
from workflows.meetings.content import elements
from workflows.meetings.models import Rakor
from workflows.meetings.planning import plan_rakor
from workflows.meetings.quorum import quorum_of
from workflows.meetings.states import QuorumKind, RakorState
from workflows.organisation.models import Region

PLACES = ("chair", "opener", "note_taker", "file__office", "file__region", "file__snapshot")


class RakorBrief(Offering, serializers.ModelSerializer):
    id = serializers.IntegerField(source="pk")
    state_label = serializers.CharField(source="get_state_display")
    organiser = OfficePart(source="file.office")
    region = RegionPart(source="file.region")
    begins = LocalTime()
    ends = LocalTime(allow_null=True)
    zone = serializers.CharField(source="file.zone", help_text="Of `begins`, `ends` and the times of attendance.")
    file = FilePart()

    class Meta:
        model = Rakor
        fields = ["id", "state", "state_label", "organiser", "region", "round", "held_on", "begins", "ends", "zone", "place",
                  "file", "available_transitions"]  # fmt: skip


class QuorumPart(serializers.Serializer):
    """Of the invited offices; guests do not count, and whoever has left does not either. `needed` null: none was set."""

    invited = serializers.IntegerField()
    present = serializers.IntegerField()
    needed = serializers.IntegerField(allow_null=True)
    met = serializers.BooleanField()


class ElementPart(serializers.Serializer):
    """How many of an element (*unsur*) were invited, and how many came."""

    element = serializers.CharField()
    invited = serializers.IntegerField()
    present = serializers.IntegerField()


class RakorDetail(RakorBrief):
    """`item` is the item of the agenda that is on, from 1. What was decided: /api/rakors/{id}/motions/."""

    chair = OfficePart()
    opener = OfficePart(allow_null=True)
    note_taker = OfficePart(allow_null=True)
    agenda = serializers.ListField(child=serializers.CharField())
    quorum = serializers.SerializerMethodField()
    attendance = serializers.SerializerMethodField()

    class Meta(RakorBrief.Meta):
        fields = [*RakorBrief.Meta.fields, "chair", "opener", "note_taker", "scribe", "agenda", "item", "quorum", "attendance"]

    @extend_schema_field(QuorumPart)
    def get_quorum(self, rakor: Rakor) -> Any:
        return QuorumPart(quorum_of(rakor)).data

    @extend_schema_field(ElementPart(many=True))
    def get_attendance(self, rakor: Rakor) -> Any:
        return elements(rakor)


class RakorQuery(serializers.Serializer):
    state = serializers.ChoiceField(RakorState.choices, required=False)
    round = Id(required=False)


class InvitePart(serializers.Serializer):
    """All offices of a `role` in the territory, one `office`, or a guest by `name`, who stands for a `group`; one of these."""

    role = serializers.CharField(required=False)
    office = Id(required=False)
    name = serializers.CharField(required=False, max_length=150)
    group = serializers.CharField(required=False, max_length=150)


class NewRakor(serializers.Serializer):
    region = Id(help_text="Whose office of mine organises it.")
    held_on = serializers.DateField()
    begins = LocalTime()
    ends = LocalTime(required=False)
    place = serializers.CharField(max_length=300)
    chair = Id()
    opener = Id(required=False)
    note_taker = Id(required=False, help_text="Left out, without a `scribe`: the organiser.")
    scribe = serializers.CharField(required=False, max_length=150, help_text="Who takes notes without an account.")
    agenda = serializers.ListField(child=serializers.CharField(), required=False)
    invites = InvitePart(many=True, required=False)
    quorum = serializers.IntegerField(required=False, min_value=1)
    quorum_kind = serializers.ChoiceField(QuorumKind.choices, required=False)
    round = Id(required=False, help_text="Of evaluations, which it is about.")
    mandate = Id(required=False, allow_null=True)


class RakorsShown(Offered):
    def get_queryset(self) -> QuerySet[Rakor]:
        return rakors_for(self.mandates).select_related(*PLACES).filter(**self.asked)


class Rakors(RakorsShown, ListAPIView):
    """Those of my territory and those that my office is invited to, the newest first."""

    serializer_class, filter_query, keyset = RakorBrief, RakorQuery, ("-pk",)

    @extend_schema(parameters=[RakorQuery])
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    @extend_schema(request=NewRakor, responses={201: RakorDetail}, parameters=[KEY])
    def post(self, request: PersonalRequest) -> Response:
        """Plan one; nobody is called before `invite`."""
        given = checked(NewRakor, request)
        region = Region.objects.filter(pk=given.pop("region")).first()
        if region is None:
            raise BadValues({"region": _("Wilayah ini tidak dikenal.")})
        by = drafting_mandate(request.user, region, given.pop("mandate", None))
        given |= self.about(given)
        made = made_once(request, lambda: plan_rakor(by, **given).pk)
        return Response(self.represented(rakors_for(self.mandates).select_related(*PLACES).get(pk=made), RakorDetail), 201)

    def about(self, given: dict[str, Any]) -> dict[str, Any]:
        """Raises `BadValues` for a round that may not be seen."""
        if "round" not in given:
            return {}
        if (found := rounds_for(self.mandates).filter(pk=given["round"]).first()) is None:
            raise BadValues({"round": _("Putaran evaluasi ini tidak dikenal.")})
        return {"round": found}


class OneRakor(RakorsShown, RetrieveAPIView):
    serializer_class = RakorDetail


class RakorTransitions(Transitions):
    """Invite, open, decide (`resolve`), turn to an item, end, take up again; the record is a letter of /api/letters/."""

    def subjects(self) -> QuerySet[Rakor]:
        return rakors_for(self.mandates).select_related("file__region")


class OfARakor(Offered):
    """Rows of one rakor that may be seen."""

    @property
    def is_drawn(self) -> bool:
        """While the schema is being drawn there is no rakor."""
        return getattr(self, "swagger_fake_view", False)

    @cached_property
    def rakor(self) -> Rakor:
        return get_object_or_404(rakors_for(self.mandates).select_related("file__region"), pk=self.kwargs["pk"])

    @property
    def organises(self) -> bool:
        return self.rakor.file.office_id in scope_of(self.mandates).offices
