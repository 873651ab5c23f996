"""Kampung KB: the facts about each as of a date, and the stage that they give."""

from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView

from backend.access import villages_for
from backend.api.parts import Id, Offered, Offering, RegionPart
from backend.api.transitions import Transitions
from workflows.core.clock import today
from workflows.decrees.models import Effect
from workflows.organisation.labels import labels_of
from workflows.organisation.models import Region, RegionCode
from workflows.organisation.models.region import within
from workflows.villages.facts import KampungQuerySet
from workflows.villages.models import KampungKB
from workflows.villages.states import KampungState


class Facts(serializers.Serializer):
    """What was in force on the day asked for."""

    village_decree = serializers.BooleanField()
    designated = serializers.BooleanField()
    pokja = serializers.BooleanField()
    suspended = serializers.BooleanField()
    launched = serializers.BooleanField()


class VillageBrief(Offering, serializers.ModelSerializer):
    region = RegionPart()
    district = RegionPart(source="region.parent")
    label: Any = serializers.CharField(help_text="Desa, Kelurahan, Pekon, Nagari …")
    code = serializers.CharField(allow_null=True, help_text="Kemendagri's, today.")
    stage = serializers.ChoiceField(KampungState.choices, help_text="On the day asked for.")
    facts = Facts(source="*")
    first_designated_on = serializers.DateField(allow_null=True)

    class Meta:
        model = KampungKB
        fields = ["id", "name", "scope", "hamlet", "region", "district", "label", "code", "state", "version", "stage",
                  "facts", "first_designated_on", "available_transitions"]  # fmt: skip


class EffectPart(serializers.ModelSerializer):
    """A dated fact, and the decree that it rests on."""

    number = serializers.JSONField(source="decree.issue.number", default=None)
    subject = serializers.CharField(source="decree.subject")

    class Meta:
        model = Effect
        fields = ["kind", "since", "until", "decree", "number", "subject"]


class VillageDetail(VillageBrief):
    effects = EffectPart(source="facts_in_order", many=True)

    class Meta(VillageBrief.Meta):
        fields = [*VillageBrief.Meta.fields, "merged_into", "effects"]


class DayQuery(serializers.Serializer):
    on = serializers.DateField(required=False, help_text="As of this date; today if left out.")
    known_on = serializers.DateTimeField(required=False, help_text="As the register stood at this instant; now if left out.")


class VillageQuery(DayQuery):
    region = Id(required=False, help_text="In this region.")
    code = serializers.CharField(required=False, max_length=13)
    stage = serializers.ChoiceField(KampungState.choices, required=False, help_text="On that day.")


def shown(villages: KampungQuerySet, on: date, known_on: datetime | None = None) -> KampungQuerySet:
    """With all that the serializers show, as of a date, as known at an instant."""
    code = RegionCode.objects.filter(region=OuterRef("region"), until=None).values("code")[:1]
    effects = Prefetch("facts", Effect.objects.select_related("decree").order_by("since", "pk"), "facts_in_order")
    dated = villages.stage_on(on, known_on).with_first_designation()
    named = dated.annotate(code=Subquery(code), label=Subquery(labels_of("region__").values("label")[:1]))
    return named.select_related("region__parent").prefetch_related(effects)


class OfVillages(Offered):
    def dated(self) -> QuerySet[KampungKB]:
        return shown(villages_for(self.mandates), self.asked.get("on") or today(), self.asked.get("known_on"))


@extend_schema(parameters=[VillageQuery])
class Villages(OfVillages, ListAPIView):
    """By territory."""

    serializer_class, filter_query, keyset = VillageBrief, VillageQuery, ("region__path", "pk")

    def get_queryset(self) -> QuerySet[KampungKB]:
        return filtered(self.dated(), self.asked)


def filtered(villages: QuerySet[KampungKB], asked: dict[str, Any]) -> QuerySet[KampungKB]:
    columns = {"code": "code", "stage": "stage"}
    villages = villages.filter(**{columns[name]: asked[name] for name in columns.keys() & asked.keys()})
    if "region" in asked:
        region = Region.objects.filter(pk=asked["region"]).first()
        villages = villages.filter(within(region.path, "region__")) if region else villages.none()
    return villages


@extend_schema(parameters=[DayQuery])
class OneVillage(OfVillages, RetrieveAPIView):
    serializer_class, filter_query = VillageDetail, DayQuery

    def get_queryset(self) -> QuerySet[KampungKB]:
        return self.dated()


class VillageTransitions(Transitions):
    def subjects(self) -> QuerySet[KampungKB]:
        return villages_for(self.mandates).select_related("region")
