"""Papers and attachments, to those who may see their file."""

from io import BytesIO

from django.contrib import messages
from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from backend.access import attachments_for, decrees_for, documents_for
from backend.uploads import thumbnail_of
from documents import box
from documents.errors import DocumentError
from documents.forms import Form
from documents.issue import content_for

from .acting import OfficialRequest, acting
from .sheet import content_of


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
def draft_paper(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """A decree as it stands, as a PDF with KONSEP on every page; nothing is kept of it."""
    found = get_object_or_404(decrees_for(request.acting.scope).select_related("file__snapshot"), pk=pk)
    content = content_of(found.file)
    assert content is not None  # a decree always has one
    try:
        paper = box.render(content["template"], content_for(content, Form.DRAFT, {}), Form.DRAFT)
    except DocumentError as error:
        messages.error(request, str(error))
        return redirect("decree", pk)
    return FileResponse(BytesIO(paper.pdf), content_type="application/pdf", filename=f"konsep-{pk}.pdf")


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
