"""The registers that decrees are numbered in. Void and released numbers stay, with the reason."""

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView, get_object_or_404

from backend.access import registers_for
from backend.api.parts import OfficePart, Scoped
from workflows.decrees.models import DecreeNumber, Series


class Register(serializers.ModelSerializer):
    office = OfficePart()

    class Meta:
        model = Series
        fields = ["id", "office", "doc_class", "mode", "pattern", "year", "last", "first"]


class NumberPart(serializers.ModelSerializer):
    decree = serializers.IntegerField(source="file_id")

    class Meta:
        model = DecreeNumber
        fields = ["id", "text", "year", "sequence", "insert", "date", "state", "reason", "note", "decree"]


class YearQuery(serializers.Serializer):
    year = serializers.IntegerField(required=False, min_value=1900, max_value=9999)


class Registers(Scoped, ListAPIView):
    """The registers of my territory."""

    serializer_class, keyset = Register, ("pk",)

    def get_queryset(self) -> QuerySet[Series]:
        return registers_for(self.mandates).select_related("office")


@extend_schema(parameters=[YearQuery])
class Numbers(Scoped, ListAPIView):
    """The numbers of one register, the newest first."""

    serializer_class, filter_query, keyset = NumberPart, YearQuery, ("-pk",)

    def get_queryset(self) -> QuerySet[DecreeNumber]:
        if getattr(self, "swagger_fake_view", False):
            return DecreeNumber.objects.none()
        series = get_object_or_404(registers_for(self.mandates), pk=self.kwargs["pk"])
        return DecreeNumber.objects.filter(series=series, **self.asked)
