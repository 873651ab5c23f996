"""Contests and their entries, to read; points are published with the locked ranking and never before."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView, get_object_or_404

from backend.access import competitions_for, entries_for
from backend.api.parts import FilePart, OfficePart, RegionPart, Scoped
from backend.contests.placing import newest
from workflows.contests.models import Competition, Entry
from workflows.contests.states import ContestLevel, EntryState


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


class ContestDetail(ContestBrief):
    """`ranking` is the locked list as it is published (its canonical JSON has `sha256`); null while there is none."""

    rubric = serializers.JSONField(source="rubric.data")
    rules = serializers.JSONField()
    needs = serializers.ListField(child=serializers.CharField())
    sha256 = serializers.SerializerMethodField()
    ranking = serializers.SerializerMethodField()

    class Meta(ContestBrief.Meta):
        fields = [*ContestBrief.Meta.fields, "rubric", "rules", "needs", "decree", "source", "sha256", "ranking"]

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


class OneContest(Scoped, RetrieveAPIView):
    serializer_class = ContestDetail

    def get_queryset(self) -> QuerySet[Competition]:
        return contests_of(self)


class Entries(Scoped, ListAPIView):
    """Of one contest, as far as they may be seen: an organiser's all, a village's own."""

    serializer_class, keyset = EntryBrief, ("pk",)

    def get_queryset(self) -> QuerySet[Entry]:
        if getattr(self, "swagger_fake_view", False):
            return Entry.objects.none()
        contest = get_object_or_404(contests_of(self), pk=self.kwargs["pk"])
        return entries_of(self).filter(competition=contest).exclude(state=EntryState.DRAFT)


class OneEntry(Scoped, RetrieveAPIView):
    serializer_class = EntryBrief

    def get_queryset(self) -> QuerySet[Entry]:
        return entries_of(self)
