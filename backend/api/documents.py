"""The papers of the archive, by their hash."""

from django.http import FileResponse, Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from backend.access import documents_for
from backend.api.parts import Scoped


class Paper(Scoped):
    @extend_schema(responses={(200, "application/pdf"): OpenApiTypes.BINARY})
    def get(self, request: Request, sha256: str) -> FileResponse:
        """The PDF. Its bytes never change, so that it may be kept as long as one likes."""
        document = documents_for(self.mandates).filter(sha256=sha256).order_by("pk").first()
        if document is None or not document.file_path.is_file():
            raise Http404
        answer = FileResponse(
            document.file_path.open("rb"), filename=f"{document.file_name}.pdf", content_type="application/pdf"
        )
        answer["ETag"] = f'"{sha256}"'
        answer["Cache-Control"] = "private, max-age=31536000, immutable"
        return answer
