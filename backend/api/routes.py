"""The published routes: who acts, in which order, in how many working days."""

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.generics import ListAPIView

from backend.access import routes_for
from backend.api.parts import RegionPart, Scoped
from workflows.routes.models import RouteVersion, Step


class RouteStep(serializers.ModelSerializer):
    class Meta:
        model = Step
        fields = ["id", "order", "role", "kind", "sees", "days", "condition", "quorum", "moves"]


class RoutePart(serializers.ModelSerializer):
    name = serializers.CharField(source="route.name")
    subject = serializers.CharField(source="route.subject")
    kind = serializers.CharField(source="route.kind")
    region = RegionPart(source="route.region", allow_null=True)
    steps = RouteStep(many=True)

    class Meta:
        model = RouteVersion
        fields = ["id", "name", "subject", "kind", "region", "number", "state", "steps"]


class Routes(Scoped, ListAPIView):
    """The routes that files of my territory go."""

    serializer_class, keyset = RoutePart, ("pk",)

    def get_queryset(self) -> QuerySet[RouteVersion]:
        return routes_for(self.mandates).select_related("route__region").prefetch_related("steps")
