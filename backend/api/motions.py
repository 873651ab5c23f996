"""What a rakor decided, and what that will do or did."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.generics import ListAPIView

from backend.access import rakors_for
from backend.api.errors import listed
from backend.api.parts import Offering, OfficePart, ProblemPart
from backend.api.rakors import OfARakor
from backend.api.transitions import Transitions
from workflows.core.naming import kind_of
from workflows.meetings.executing import Effect, preview
from workflows.meetings.models import Motion, MotionRow
from workflows.meetings.states import RakorState
from workflows.meetings.tracing import Done, done_by
from workflows.meetings.wording import decision

AHEAD = [RakorState.HELD, RakorState.RECORD_DRAFTED, RakorState.RECORD_SIGNED]


class VotesPart(serializers.Serializer):
    """All null: everybody agreed, without a vote."""

    favour = serializers.IntegerField(source="votes_for", allow_null=True)
    against = serializers.IntegerField(source="votes_against", allow_null=True)
    abstained = serializers.IntegerField(allow_null=True)


class DissentPart(serializers.Serializer):
    who = serializers.CharField()
    why = serializers.CharField()


class DecidedPart(serializers.ModelSerializer):
    """A Kampung KB that it is about, as in /api/villages/; of a class with the computed one and the one decided (keys)."""

    village = serializers.IntegerField(source="kampung_id")

    class Meta:
        model = MotionRow
        fields = ["village", "evaluation", "computed", "decided"]


class ForeseenPart(serializers.Serializer):
    """What carrying it out will do, in words, and what stands in the way."""

    words = serializers.ListField(child=serializers.CharField())
    problems = ProblemPart(many=True)


class ResultPart(serializers.Serializer):
    """What came of it: `kind` (need, evaluation, entry, assignment) and `id`, null where it only says something."""

    village = serializers.IntegerField(allow_null=True)
    kind = serializers.CharField(allow_null=True)
    id = serializers.IntegerField(allow_null=True)


class MotionPart(Offering, serializers.ModelSerializer):
    """`effect` is told to the organiser until the record is carried out, `results` to everybody afterwards."""

    kind_label = serializers.CharField(source="get_kind_display")
    state_label = serializers.CharField(source="get_state_display")
    text = serializers.SerializerMethodField()
    owner = OfficePart(allow_null=True)
    votes = VotesPart(source="*")
    dissent = DissentPart(many=True)
    villages = DecidedPart(source="rows", many=True)
    effect = serializers.SerializerMethodField()
    results = serializers.SerializerMethodField()

    class Meta:
        model = Motion
        fields = ["id", "number", "kind", "kind_label", "state", "state_label", "text", "reason", "owner", "due_on", "aims", "aim",
                  "competition", "votes", "dissent", "replaces", "villages", "effect", "results",
                  "available_transitions"]  # fmt: skip

    @extend_schema_field(serializers.CharField())
    def get_text(self, motion: Motion) -> str:
        return decision(motion)

    @extend_schema_field(ForeseenPart(allow_null=True))
    def get_effect(self, motion: Motion) -> dict[str, Any] | None:
        effect: Effect | None = self.context["effects"].get(motion.pk)
        return {"words": effect.words, "problems": listed(effect.problems)} if effect else None

    @extend_schema_field(ResultPart(many=True))
    def get_results(self, motion: Motion) -> list[dict[str, Any]]:
        return [named(one) for one in self.context["done"].get(motion.pk, [])]


def named(done: Done) -> dict[str, Any]:
    result = done.result
    return {"village": done.kampung and done.kampung.pk, "kind": result and kind_of(type(result)), "id": result and result.pk}


class Motions(OfARakor, ListAPIView):
    """What was decided, put right, voted down or withdrawn, in order."""

    serializer_class, keyset = MotionPart, ("pk",)

    def get_queryset(self) -> QuerySet[Motion]:
        if self.is_drawn:
            return Motion.objects.none()
        rows = Prefetch("rows", MotionRow.objects.order_by("pk"))
        return self.rakor.motions.select_related("owner", "file__region").prefetch_related(rows)

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), **({} if self.is_drawn else self.effects())}

    def effects(self) -> dict[str, Any]:
        """Of all motions, asked once."""
        ahead = self.rakor.state in AHEAD and self.organises
        return {"effects": preview(self.rakor) if ahead else {}, "done": done_by(self.rakor.motions.all())}


class MotionTransitions(Transitions):
    """Withdraw it. What was put wrongly is put again, by `resolve` on the rakor."""

    def subjects(self) -> QuerySet[Motion]:
        return Motion.objects.filter(rakor__in=rakors_for(self.mandates)).select_related("file__region")
