"""Uploading papers and photos, and getting them back."""

from django.http import FileResponse, Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response
from rest_framework.throttling import UserRateThrottle

from backend.access import attachments_for
from backend.api.parts import PersonalRequest, Scoped, checked
from backend.uploads import keep
from workflows.core.models import Attachment


class Upload(serializers.Serializer):
    file = serializers.FileField(help_text="PDF, JPEG or PNG.")


class AttachmentPart(serializers.ModelSerializer):
    class Meta:
        model = Attachment
        fields = ["id", "sha256", "name", "media_type", "size", "uploaded_at"]


class UploadThrottle(UserRateThrottle):
    scope = "uploads"


class Attachments(Scoped):
    serializer_class, parser_classes, throttle_classes = AttachmentPart, [MultiPartParser], [UploadThrottle]

    @extend_schema(request={"multipart/form-data": Upload}, responses={201: AttachmentPart})
    def post(self, request: PersonalRequest) -> Response:
        """Upload one file; its id is what acts and evidence take as `attachment`."""
        made = keep(checked(Upload, request)["file"], request.user, "file")
        made.refresh_from_db()
        return Response(AttachmentPart(made).data, 201)


class OneAttachment(Scoped):
    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    def get(self, request: PersonalRequest, pk: int) -> FileResponse:
        """The file as it was uploaded."""
        kept = get_object_or_404(attachments_for(request.user), pk=pk)
        path = kept.file_path
        if not path.is_file():
            raise Http404
        return FileResponse(path.open("rb"), filename=kept.name, content_type=kept.media_type)
