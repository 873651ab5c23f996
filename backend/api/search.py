"""*Cari* for machines: the same answers as on the page, in five lists."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.api.parts import MandatePart, OfficePart, PersonPart, RegionPart, Scoped
from backend.places.finding import KINDS, Found, find
from workflows.core.models import File
from workflows.decrees.states import NumberState
from workflows.reports.models import Report


class NumberFound(serializers.Serializer):
    text = serializers.CharField()
    date = serializers.DateField()
    state = serializers.ChoiceField(NumberState.choices)
    reason = serializers.CharField(help_text="Why it is void or was released.")
    office = OfficePart(source="series.office")
    register = serializers.IntegerField(source="series_id")
    file = serializers.IntegerField(source="file_id")
    readable = serializers.BooleanField(help_text="Whether the file itself may be read.")


class RegionFound(RegionPart):
    code = serializers.CharField(allow_null=True, help_text="Kemendagri's, today.")
    former = serializers.CharField(allow_null=True, help_text="The old name that it was found by.")
    village = serializers.IntegerField(source="kampung_id", allow_null=True, help_text="Its Kampung KB.")

    class Meta(RegionPart.Meta):
        fields = [*RegionPart.Meta.fields, "code", "former", "village"]


class OfficialFound(MandatePart):
    person = PersonPart()

    class Meta(MandatePart.Meta):
        fields = [*MandatePart.Meta.fields, "person"]


class FileFound(serializers.ModelSerializer):
    class Meta:
        model = File
        fields = ["id", "kind", "title", "example"]


class ReportFound(serializers.ModelSerializer):
    title = serializers.CharField(source="__str__")
    village = serializers.IntegerField(source="kampung_id", help_text="The Kampung KB.")

    class Meta:
        model = Report
        fields = ["id", "title", "form", "period", "occasion", "village"]


class Answers(serializers.Serializer):
    """At most 8 of each kind, or 50 of the one asked for."""

    numbers = NumberFound(many=True)
    regions = RegionFound(many=True)
    officials = OfficialFound(many=True)
    files = FileFound(many=True)
    reports = ReportFound(many=True)
    more = serializers.ListField(child=serializers.ChoiceField(list(KINDS)), help_text="Of which there is more.")
    instead = serializers.CharField(help_text="What may have been meant, where nothing was found; else empty.")


class Question(serializers.Serializer):
    q = serializers.CharField(max_length=100, help_text="A number, place, code, person, office, words, or a report (`Mei 2024`).")
    only = serializers.ChoiceField(list(KINDS), required=False)


class Search(Scoped):
    """Numbers, places, people, texts and reports in one question."""

    filter_query, serializer_class = Question, Answers

    @extend_schema(parameters=[Question])
    def get(self, request: Request) -> Response:
        found: Any = find(self.asked["q"], self.mandates, self.asked.get("only", "")) if self.asked else Found()
        return Response(Answers(found).data)
