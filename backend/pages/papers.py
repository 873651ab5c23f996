"""Papers and attachments, to those who may see their file."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from backend.access import attachments_for, documents_for
from backend.uploads import thumbnail_of

from .acting import OfficialRequest, acting


@require_GET
@acting
def paper(request: OfficialRequest, pk: int) -> FileResponse:
    """One archived PDF."""
    document = get_object_or_404(documents_for(request.acting.scope), pk=pk)
    if not document.file_path.is_file():
        raise Http404
    return FileResponse(
        document.file_path.open("rb"), content_type="application/pdf", filename=f"{document.file_name}.pdf"
    )


@require_GET
@acting
def attachment(request: OfficialRequest, pk: int) -> FileResponse:
    """One upload: evidence, a scan, or a paper behind a record; always as a download, never shown as a page of ours."""
    found = get_object_or_404(attachments_for(request.acting.mandate.person), pk=pk)
    if not found.file_path.is_file():
        raise Http404
    return FileResponse(
        found.file_path.open("rb"), as_attachment=True, content_type=found.media_type, filename=found.name
    )


@require_GET
@acting
def thumbnail(request: OfficialRequest, pk: int) -> FileResponse:
    """A small picture of an upload, drawn by us: it may stand in a page."""
    found = get_object_or_404(attachments_for(request.acting.mandate.person), pk=pk)
    if (small := thumbnail_of(found)) is None:
        raise Http404
    answer = FileResponse(small.open("rb"), content_type=found.media_type)
    answer["Cache-Control"] = "private, max-age=31536000, immutable"
    return answer
