"""The villages on a decree, row by row, and what a decree does to earlier ones."""

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.functional import cached_property
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView, get_object_or_404
from rest_framework.response import Response

from backend.access import decrees_for
from backend.api.drafting import NewLink, NewRows, RowEdit, add_rows, describe_row, link, remove_row
from backend.api.parts import PersonalRequest, RegionPart, Scoped, checked
from workflows.decrees.models import Decree, DecreeRow
from workflows.organisation.models import RegionCode


class Row(serializers.ModelSerializer):
    """A village on a decree; `order` is its number there, `village` its id in /api/villages/."""

    village = serializers.IntegerField(source="kampung_id")
    region = RegionPart(source="kampung.region")
    code = serializers.CharField(allow_null=True)
    village_state = serializers.CharField(source="kampung.state")

    class Meta:
        model = DecreeRow
        fields = ["id", "order", "village", "region", "code", "village_state", "effects", "data", "struck", "strike_reason"]


def shown(rows: QuerySet[DecreeRow]) -> QuerySet[DecreeRow]:
    code = RegionCode.objects.filter(region=OuterRef("kampung__region"), until=None)
    return rows.select_related("kampung__region").annotate(code=Subquery(code.values("code")[:1]))


class OfOneDecree(Scoped):
    serializer_class, keyset = Row, ("order",)

    @cached_property
    def decree(self) -> Decree:
        return get_object_or_404(decrees_for(self.mandates).select_related("file"), pk=self.kwargs["pk"])

    def get_queryset(self) -> QuerySet[DecreeRow]:
        if getattr(self, "swagger_fake_view", False):
            return DecreeRow.objects.none()
        return shown(DecreeRow.objects.filter(decree=self.decree))


class Rows(OfOneDecree, ListAPIView):
    """In the order of the list."""

    @extend_schema(request=NewRows, responses={201: Row(many=True)})
    def post(self, request: PersonalRequest, pk: int) -> Response:
        """Put villages on a draft: all or none."""
        made = add_rows(request.user, self.decree, checked(NewRows, request))
        rows = self.get_queryset().filter(pk__in=[row.pk for row in made]).order_by("order")
        return Response(Row(rows, many=True).data, 201)


class OneRow(OfOneDecree):
    @extend_schema(request=RowEdit, responses=Row)
    def patch(self, request: PersonalRequest, pk: int, order: int) -> Response:
        """Change what the annex prints beside a village."""
        row = describe_row(request.user, self.decree, order, checked(RowEdit, request))
        return Response(Row(self.get_queryset().get(pk=row.pk)).data)

    @extend_schema(responses={204: None})
    def delete(self, request: PersonalRequest, pk: int, order: int) -> Response:
        """Take a village off a draft."""
        remove_row(request.user, self.decree, order)
        return Response(status=204)


class Links(OfOneDecree):
    @extend_schema(request=NewLink, responses={201: NewLink})
    def post(self, request: PersonalRequest, pk: int) -> Response:
        """Say that this draft amends, revokes or replaces an earlier decree."""
        made = link(request.user, self.decree, checked(NewLink, request))
        return Response({"decree": made.other_id, "kind": made.kind}, 201)
