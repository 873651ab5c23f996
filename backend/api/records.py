"""Acts recorded from paper: a second person of the office compares the record with the paper."""

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.generics import RetrieveAPIView

from backend.access import records_for
from backend.api.parts import FilePart, MandatePart, Offered, Offering, PersonPart
from backend.api.transitions import Transitions
from workflows.routes.models import PaperRecord


class Record(Offering, serializers.ModelSerializer):
    """What `act` an `official` did on paper on a day; the paper is /api/attachments/{scan}/."""

    official = MandatePart()
    official_name = serializers.CharField(source="official.person.full_name")
    recorded_by = PersonPart()
    file = FilePart()

    class Meta:
        model = PaperRecord
        fields = ["id", "state", "act", "values", "reason", "on", "official", "official_name", "scan", "recorded_by",
                  "assignment", "file", "available_transitions"]  # fmt: skip


class OneRecord(Offered, RetrieveAPIView):
    serializer_class = Record

    def get_queryset(self) -> QuerySet[PaperRecord]:
        officials = records_for(self.mandates).select_related(
            "official__person", "official__office", "official__acts_for"
        )
        return officials.select_related("recorded_by", "assignment", "file__snapshot")


class RecordTransitions(Transitions):
    def subjects(self) -> QuerySet[PaperRecord]:
        return records_for(self.mandates).select_related("file", "assignment")
