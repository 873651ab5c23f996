"""The signed list of attendance: its photos and scans, handed in by the organiser, and taken away where they are wrong."""

from django.db import transaction
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle

from backend.access import acting_mandate, rakors_for
from backend.api.attachments import Upload, UploadThrottle
from backend.api.parts import Id, Offering, PersonalRequest, PersonPart, checked
from backend.api.rakors import OfARakor
from backend.api.transitions import KEY, Transitions, made_once
from backend.uploads import keep
from workflows.meetings.models import AttendanceSheet, Rakor
from workflows.meetings.sheets import keep_sheets
from workflows.meetings.states import SheetState


class SheetPart(Offering, serializers.ModelSerializer):
    """Get the file from /api/attachments/{attachment}/."""

    name = serializers.CharField(source="attachment.name")
    sha256 = serializers.CharField(source="attachment.sha256")
    media_type = serializers.CharField(source="attachment.media_type")
    size = serializers.IntegerField(source="attachment.size")
    uploaded_at = serializers.DateTimeField(source="attachment.uploaded_at")
    uploaded_by = PersonPart(source="attachment.uploaded_by")
    state_label = serializers.CharField(source="get_state_display")

    class Meta:
        model = AttendanceSheet
        fields = ["id", "attachment", "name", "sha256", "media_type", "size", "uploaded_at", "uploaded_by", "state", "state_label",
                  "available_transitions"]  # fmt: skip


class NewSheet(Upload):
    mandate = Id(required=False)


class Sheets(OfARakor, ListAPIView):
    """What is attached; its organiser also sees what was taken away."""

    serializer_class, keyset, parser_classes = SheetPart, ("pk",), [MultiPartParser]

    def get_throttles(self) -> list[BaseThrottle]:
        return [UploadThrottle()] if self.request.method == "POST" else super().get_throttles()

    def get_queryset(self) -> QuerySet[AttendanceSheet]:
        if self.is_drawn:
            return AttendanceSheet.objects.none()
        found = self.rakor.sheets.select_related("attachment__uploaded_by", "file__region")
        return found if self.organises else found.filter(state=SheetState.ATTACHED)

    @extend_schema(request={"multipart/form-data": NewSheet}, responses={201: SheetPart}, parameters=[KEY])
    def post(self, request: PersonalRequest, pk: int) -> Response:
        """Attach one sheet, once the rakor was opened."""
        made = self.take(self.rakor, request)
        return Response(self.represented(self.get_queryset().get(pk=made), SheetPart), 201)

    @transaction.atomic
    def take(self, rakor: Rakor, request: PersonalRequest) -> int:
        """Its id. Nothing is kept of what is refused."""
        given = checked(NewSheet, request)
        by = acting_mandate(request.user, rakor, given.get("mandate"))
        kept = keep(given["file"], request.user, "file")
        return made_once(request, lambda: keep_sheets(rakor, by, [kept])[0].pk, [kept.pk, given.get("mandate")])


class SheetTransitions(Transitions):
    """Take it away (`take_sheet_away`), with a reason, while the record is not signed."""

    def subjects(self) -> QuerySet[AttendanceSheet]:
        return AttendanceSheet.objects.filter(rakor__in=rakors_for(self.mandates)).select_related("file__region")
