"""Contests and their entries; points are published with the locked ranking and never before."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView, get_object_or_404
from rest_framework.response import Response

from backend.access import competitions_for, drafting_mandate, entries_for, villages_for
from backend.api.parts import FilePart, Id, Offered, Offering, OfficePart, PersonalRequest, RegionPart, Scoped, checked
from backend.api.transitions import KEY, Transitions, made_once
from backend.contests.placing import newest
from workflows.contests.drafting import start_entry
from workflows.contests.models import Competition, Entry, Juror
from workflows.contests.states import ContestLevel, EntryState
from workflows.core.errors import BadValues


class ContestBrief(serializers.ModelSerializer):
    id = serializers.IntegerField(source="pk")
    state_label = serializers.CharField(source="get_state_display")
    organiser = OfficePart(source="file.office")
    region = RegionPart(source="file.region")
    file = FilePart()

    class Meta:
        model = Competition
        fields = ["id", "level", "year", "category", "state", "state_label", "organiser", "region", "file", "cutoff_on",
                  "nominations_until", "visits_until", "ranking_on", "winners", "appeal_days", "appeal_until"]  # fmt: skip


class JurorPart(serializers.ModelSerializer):
    """`id` is what the acts `score` and `recuse` of an entry take as `juror`."""

    class Meta:
        model = Juror
        fields = ["id", "number", "name", "chair"]


class ContestDetail(Offering, ContestBrief):
    """`ranking` is the locked list as it is published (its canonical JSON has `sha256`); null while there is none.

    Of a result of before Siklus (`source`, `source_on`) there is neither rubric nor rules.
    """

    rubric = serializers.SerializerMethodField()
    rules = serializers.SerializerMethodField()
    jurors = JurorPart(many=True)
    needs = serializers.ListField(child=serializers.CharField())
    sha256 = serializers.SerializerMethodField()
    ranking = serializers.SerializerMethodField()

    class Meta(ContestBrief.Meta):
        fields = [*ContestBrief.Meta.fields, "rubric", "rules", "needs", "decree", "source", "source_on", "jurors", "sha256",
                  "ranking", "available_transitions"]  # fmt: skip

    @extend_schema_field(serializers.JSONField(allow_null=True))
    def get_rubric(self, competition: Competition) -> Any:
        return None if competition.is_old else competition.rubric.data

    @extend_schema_field(serializers.JSONField(allow_null=True))
    def get_rules(self, competition: Competition) -> Any:
        return None if competition.is_old else competition.rules

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_sha256(self, competition: Competition) -> str | None:
        locked = newest(competition)
        return locked.sha256 if locked else None

    @extend_schema_field(serializers.JSONField(allow_null=True))
    def get_ranking(self, competition: Competition) -> Any:
        locked = newest(competition)
        return locked.published if locked else None


class EntryBrief(serializers.ModelSerializer):
    """A Kampung KB in a contest; `village` is its id in /api/villages/. `rank` and `total` come with the locked ranking."""

    id = serializers.IntegerField(source="pk")
    contest = serializers.IntegerField(source="competition_id")
    village = serializers.IntegerField(source="kampung_id")
    region = RegionPart(source="kampung.region")
    nominator = OfficePart(source="file.office")
    state_label = serializers.CharField(source="get_state_display")
    file = FilePart()

    class Meta:
        model = Entry
        fields = ["id", "contest", "village", "region", "nominator", "state", "state_label", "rank", "total", "forwarded_from",
                  "file"]  # fmt: skip


class EntryDetail(Offering, EntryBrief):
    class Meta(EntryBrief.Meta):
        fields = [*EntryBrief.Meta.fields, "available_transitions"]


class NewEntry(serializers.Serializer):
    village = Id(help_text="As in /api/villages/.")
    mandate = Id(required=False, allow_null=True)


class ContestQuery(serializers.Serializer):
    year = serializers.IntegerField(required=False, min_value=1900, max_value=9999)
    level = serializers.ChoiceField(ContestLevel.choices, required=False)


def contests_of(view: Scoped) -> QuerySet[Competition]:
    wanted = ("file__office", "file__region", "file__snapshot", "rubric")
    return competitions_for(view.mandates).select_related(*wanted)


def entries_of(view: Scoped) -> QuerySet[Entry]:
    wanted = ("file__office", "file__snapshot", "kampung__region")
    return entries_for(view.mandates).select_related(*wanted)


@extend_schema(parameters=[ContestQuery])
class Contests(Scoped, ListAPIView):
    """Those of my territory and of what holds it, the newest first."""

    serializer_class, filter_query, keyset = ContestBrief, ContestQuery, ("-pk",)

    def get_queryset(self) -> QuerySet[Competition]:
        return contests_of(self).filter(**self.asked)


class OneContest(Offered, RetrieveAPIView):
    serializer_class = ContestDetail

    def get_queryset(self) -> QuerySet[Competition]:
        return contests_of(self)


class ContestTransitions(Transitions):
    def subjects(self) -> QuerySet[Competition]:
        return contests_of(self)


class Entries(Offered, ListAPIView):
    """Of one contest, as far as they may be seen: an organiser's all, a village's own."""

    serializer_class, keyset = EntryBrief, ("pk",)

    def get_queryset(self) -> QuerySet[Entry]:
        if getattr(self, "swagger_fake_view", False):
            return Entry.objects.none()
        return entries_of(self).filter(competition=self.contest()).exclude(state=EntryState.DRAFT)

    def contest(self) -> Competition:
        return get_object_or_404(contests_of(self), pk=self.kwargs["pk"])

    @extend_schema(request=NewEntry, responses={201: EntryDetail}, parameters=[KEY])
    def post(self, request: PersonalRequest, pk: int) -> Response:
        """Begin a draft; the act `nominate` on it then asks whether that village may enter."""
        contest, given = self.contest(), checked(NewEntry, request)
        unit = villages_for(self.mandates).select_related("region").filter(pk=given["village"]).first()
        if unit is None:
            raise BadValues({"village": _("Kampung KB ini tidak ada, atau di luar wilayah Anda.")})
        by = drafting_mandate(request.user, unit.region, given.get("mandate"))
        made = made_once(request, lambda: start_entry(contest, unit, by).pk)
        return Response(self.represented(entries_of(self).get(pk=made), EntryDetail), 201)


class OneEntry(Offered, RetrieveAPIView):
    serializer_class = EntryDetail

    def get_queryset(self) -> QuerySet[Entry]:
        return entries_of(self)


class EntryTransitions(Transitions):
    def subjects(self) -> QuerySet[Entry]:
        return entries_of(self)
